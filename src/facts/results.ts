import type { BinScoreMethod } from './methods.ts';

/** What a run yields, as plain cloneable data: the wire between workers, and the stuff the report is made of. */

export type ColumnType = 'numeric' | 'categorical' | 'datetime' | 'boolean' | 'text' | 'identifier';
export type Role = 'feature' | 'target' | 'prediction' | 'probability' | 'time' | 'id' | 'ignored';
export type Side = 'reference' | 'current';

/** One value per file; `reference` is absent when one file alone was given. */
export type PerSide<T> = { [side in Side]?: T };

/** A column as both files together show it. A guess carries its reason; a reason that starts with "you" was set by hand. */
export interface ColumnSchema {
  name: string;
  type: ColumnType;
  role: Role;
  typeReason: string;
  roleReason: string;
  presentIn: Side[];
  /** What each file's cells read as, where the files differ in it. */
  readsAs?: { reference: CellKind; current: CellKind };
}

/** What the cells of a file read as, whatever the column is used as. */
export type CellKind = 'numbers' | 'times' | 'yes and no' | 'texts';

export interface ColumnQuality {
  /** Rows, the missing ones included. */
  count: number;
  missing: number;
  nan: number;
  infinite: number;
  /** Cells that held something which the column's type cannot hold; they count as missing too. */
  coerced: number;
  /** Different finite values, or different texts. */
  distinct: number;
  constant: boolean;
  almostConstant: boolean;
  identifierLike: boolean;
  /** Finite values only; null where there is none (numbers; times in milliseconds since 1970 UTC). */
  min: number | null;
  max: number | null;
  mean: number | null;
  /** Sample standard deviation (n − 1); null below two values. */
  std: number | null;
  /** Type-7 quantiles by name: "0.01", "0.05", "0.25", "0.5", "0.75", "0.95", "0.99". Empty for non-numeric columns. */
  quantiles: Record<string, number>;
  mostCommon: { value: string; count: number }[];
}

/** A distance over what a picture shows. */
export interface BinScore {
  method: BinScoreMethod;
  value: number;
  /**
   * What each bin adds: below the first edge, each bin, above the last edge; or each category, then the others together.
   * `psi` is the sum of its parts, the other two are the square root of theirs.
   */
  parts: number[];
}

/** Counts on bins frozen from the reference (from the only file, when there is one); the last bin is closed on the right. */
export interface NumericDistribution {
  kind: 'numeric';
  /** k + 1 increasing edges. */
  edges: number[];
  counts: PerSide<number[]>;
  below: PerSide<number>;
  above: PerSide<number>;
  /** Finite values counted, outside ones included. */
  total: PerSide<number>;
  /** "log" where the values are positive and span decades: then edges are evenly spaced in log₁₀. */
  scale: 'linear' | 'log' | 'time';
  /** Empty where a file has no values. */
  scores: BinScore[];
}

export interface CategoryCount {
  name: string;
  counts: PerSide<number>;
  status: 'both' | 'new' | 'vanished';
}

export interface CategoricalDistribution {
  kind: 'categorical';
  /** The most frequent ones, at most 12. */
  categories: CategoryCount[];
  /** What the list leaves out. */
  other: { levels: number; counts: PerSide<number> } | null;
  total: PerSide<number>;
  /** Names of all new and vanished categories (at most 50 each) and how many there are. */
  appeared: { count: number; names: string[] };
  vanished: { count: number; names: string[] };
  /** Empty where a file has no values. */
  scores: BinScore[];
}

export type Distribution = NumericDistribution | CategoricalDistribution;

/** Both cumulative curves, thinned to what a screen can show; the largest gap is exact. */
export interface Cumulative {
  x: number[];
  reference: number[];
  current: number[];
  gap: { x: number; reference: number; current: number };
}

export interface Period {
  /** Milliseconds since 1970, UTC. */
  start: number;
  end: number;
  count: number;
  /** Mean and sample standard deviation of the period's finite values; null where there are too few. */
  mean: number | null;
  std: number | null;
}

export interface OverTime {
  timeColumn: string;
  unit: string;
  periods: PerSide<Period[]>;
}

export interface Effect {
  method: string;
  value: number;
  unit: string;
  /** The distance in the column's own unit (numeric columns). */
  raw?: number;
  /** The reference's scale that `value` was divided by. */
  scale?: number;
}

export interface Evidence {
  method: string;
  statistic: number;
  degreesOfFreedom?: number;
  pValue: number;
  /** Absent until every column has been tested. */
  qValue?: number;
  /** Rows with a value, and how many independent rows they are worth. */
  rows: { reference: number; current: number };
  effectiveSize: { reference: number; current: number };
  pValueIndependent: number;
}

/** The smallest change that these (effective) sizes detect with this power. */
export interface SmallestDetectable {
  /** Null where these sizes could not detect any change. */
  value: number | null;
  unit: string;
  power: number;
  /** Rows a side, as dependent on each other as these, from which on a change of the resolution's size is detected. */
  rowsEnough: number;
}

/** A row to review: it lies outside the reference's fences. */
export interface OutlyingRow {
  side: Side;
  /** Counted from 1, the first row of data, in the file's order. */
  row: number;
  value: number;
  /** What the column with the role "id" holds in the row. */
  id?: string;
}

/** Values outside the reference's fences, and what is left of the change without them. */
export interface Outliers {
  /** The fences: what lies between is ordinary. */
  low: number;
  high: number;
  counts: PerSide<number>;
  /** Share of the current values that lie outside. */
  currentShare: number;
  /** The effect among the values between the fences, in the unit of `effect`; null where it cannot be computed. */
  effectWithout: number | null;
  /** The farthest out, at most ten a file. */
  rows: OutlyingRow[];
}

/** A test of a column with its rows at what they are worth, and in full; or why it cannot be made. */
export type TestResult = Pick<Evidence, 'method' | 'statistic' | 'degreesOfFreedom' | 'pValue' | 'pValueIndependent'>;

export interface ColumnDrift {
  effect: Effect;
  /** What the verdict goes by: the usual test until the config's is chosen (see `chooseEvidence`). */
  evidence: Evidence;
  /** What each test that may be chosen says, by name. */
  tests: Record<string, TestResult | { reason: string }>;
  /** Null where no value lies outside, and for categories. */
  outliers: Outliers | null;
  /** Added once all columns are done. */
  smallestDetectable?: SmallestDetectable;
}

/** What another profile says of a column. */
export interface Score {
  method: string;
  profile: 'evidently';
  /** A distance or a p-value; null where it is not a number or could not be computed. */
  value: number | null;
  threshold: number;
  drifted: boolean;
  /** Why there is no value. */
  reason?: string;
}

/** Whether the share of cells without a value changed. */
export interface MissingDrift {
  reference: number;
  current: number;
  pValue: number;
  /** Absent until every column has been tested. */
  qValue?: number;
}

export interface ColumnResult {
  name: string;
  quality: PerSide<ColumnQuality>;
  distribution: Distribution | null;
  cumulative: Cumulative | null;
  overTime: OverTime | null;
  /** The comparison, or why there is none. */
  drift: ColumnDrift | { notTested: string } | null;
  /** Empty where nothing is compared. */
  scores: Score[];
  /** Null where no cell is missing on either side, or there is one file alone. Added once all columns are done. */
  missing?: MissingDrift | null;
}

export interface DatasetQuality {
  rows: number;
  columns: number;
  duplicateRows: number;
  /** Groups of columns that agree in every row. */
  duplicateColumns: string[][];
  emptyRows: number;
  emptyColumns: string[];
  missingCells: number;
  /** Missing cells / all cells; 0 for a table without cells. */
  missingShare: number;
}

export interface CorrelationMatrix {
  method: 'pearson' | 'spearman' | 'cramers_v';
  columns: string[];
  /** Row-major; null where it cannot be computed (a constant column, too few common rows). */
  values: PerSide<(number | null)[][]>;
  rowsUsed: PerSide<number>;
  /** Set where the rows are a sample. */
  sampled: boolean;
  /** Columns left out to keep the matrix readable. */
  columnsLeftOut: number;
  /** The pairs that changed most, largest difference first (at most 20). */
  changedMost: { a: string; b: string; reference: number; current: number; difference: number }[];
}
