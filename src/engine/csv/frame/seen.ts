import type { ReadOptions } from '../options.ts';
import type { Body } from './body.ts';

/** Whether a row is left out. */
export type IsComment = (fields: readonly string[]) => boolean;

/** The rows of a text, from a line that is known or its start, and what is known of them. */
export interface Seen {
  cells: readonly string[][];
  body: Body;
  options: ReadOptions;
  isComment: IsComment;
}
