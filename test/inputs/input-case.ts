import type { Report } from '../../src/facts/document/document.ts';
import type { ConfigInput } from '../../src/facts/settings/settings.ts';

/** Two files that were read, named or judged wrongly once, and what is right. */
export interface InputCase {
  /** Their folder in `files`. */
  id: string;
  /** What is right, in a sentence. */
  right: string;
  config?: ConfigInput;
  check: (report: Report) => void;
}
