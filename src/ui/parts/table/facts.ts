import type { Side } from '../../../facts/document/side.ts';

/** A line of a table that holds both files side by side, in words. */
export interface Fact {
  label: string;
  reference?: string | undefined;
  current?: string | undefined;
  /** The sides whose figure deserves a look. */
  marked?: Side[];
  /** Where the handbook says what it is. */
  entry?: string | undefined;
}
