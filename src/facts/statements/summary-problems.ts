import type { Quote } from './statement.ts';

/** Why a table that looks like a summary file is not taken for one, or two of them do not go together. Names are those of columns that were counted. */
export type SummaryProblem =
  /** Columns of a summary file that it has not, and others that it has. */
  | { problem: 'columns'; lacks: readonly string[]; surplus: readonly string[] }
  /** It is to be read whole. */
  | { problem: 'sampled' }
  | { problem: 'no-summary' }
  /** `needs` is the version that is read here. */
  | { problem: 'version'; version: string; needs: string }
  | { problem: 'unknown-kind'; kind: Quote }
  /** A cell that its row cannot have: `needs` says what has to stand there. */
  | { problem: 'cell'; kind: string; cell: string; value: Quote; needs: 'count' | 'number' | 'day' | 'time' | 'word' }
  /** Columns are numbered from 0, and this place has none or two. */
  | { problem: 'place'; place: number }
  /** Rows of a column, or of something else with a name, that no row introduces. */
  | { problem: 'unlisted'; kind: string; name: string }
  /** Edges are numbered from 0 and ascend. */
  | { problem: 'edges'; name: string; edge: number }
  | { problem: 'bin'; name: string; bin: number; edges: number }
  /** A bin holds another number of values on the whole than by day; or all bins together (null) of a day. */
  | { problem: 'bins-differ'; name: string; bin: number | null; counted: number; byDay: number }
  /** Values of a bin lie outside of it. */
  | { problem: 'outside'; name: string; bin: number }
  /** What was counted of a column does not add up to the rows; of one day, or of rows without a time (null). */
  | { problem: 'sums'; name: string; day: number | null; counted: number; rows: number }
  /** Rows of all days, and those that the file says it has. */
  | { problem: 'rows'; counted: number; rows: number }
  /** More rows than the file has. */
  | { problem: 'surplus'; kind: string; name: string; counted: number; rows: number }
  /** Values of stretches of time, and those of days. */
  | { problem: 'stretches'; name: string; counted: number; values: number }
  /** Stretches of a column of numbers without their sums. */
  | { problem: 'no-sums'; name: string }
  /** One row stands more often than files were put together. */
  | { problem: 'twice'; kind: string; name: string }
  /** Sums over two columns that are there for one of them alone, or over other rows. */
  | { problem: 'pair'; x: string; y: string }
  /** Several files are added up that say something else of a column. */
  | { problem: 'parts-differ'; differing: 'columns' | 'edges' | 'telling' | 'probability'; name: string }
  /** Two sides were counted with other edges. */
  | { problem: 'other-edges'; names: readonly string[]; reference: string };
