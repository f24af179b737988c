import type { Side } from '../../../facts/document/side.ts';

/** A column of a table: its head, and what its cells say. */
export interface TableColumn<R> {
  key: string;
  name: string;
  /** For screen readers alone. */
  unseen?: boolean;
  /** The name where there is little room. */
  short?: string;
  /** What it holds, in full. */
  hint?: string | undefined;
  /** Where the handbook says what it is. */
  entry?: string | undefined;
  /** The side whose figures it holds. */
  side?: Side | undefined;
  /** At the start for words; figures stand at the end. The first column stands at the start. */
  align?: 'start' | 'end';
  /** Left out where there is little room. */
  spare?: boolean;
  text?: (row: R) => string;
  /** Whether a cell deserves a look. */
  strong?: (row: R) => boolean;
}

export interface RowGroup<R> {
  heading: string | null;
  rows: readonly R[];
}

/** A heading over several columns. */
export interface OverHeading {
  name: string;
  side?: Side;
  columns: number;
}

export interface Sorting {
  key: string;
  descending: boolean;
  onsort: (key: string) => void;
}
