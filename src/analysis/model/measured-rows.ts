import type { ClassRows } from '../../stats/model/predicted-classes.ts';
import type { Pairs } from '../../stats/model/pairs.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { RowOrders } from './drawn/row-memory.ts';

export interface RegressionRows {
  /** NaN where missing. */
  target: Float64Array;
  prediction: Float64Array;
  /** See `matchRows`. */
  places: Int32Array | null;
}

export interface MeasureSettings {
  orders: RowOrders;
  /** Both files hold the same rows. */
  paired: boolean;
  seed: number;
}

/** A file's rows, in the forms that its measures are taken from. */
export interface SideRows {
  pairs: Pairs;
  /** Sizes of the errors, row by row. */
  size: Float64Array;
  /** Errors and their sizes in order. */
  sortedError: Float64Array;
  sortedSize: Float64Array;
  sortedTarget: Float64Array;
  /** Targets up to this size are too near to zero for a percentage. */
  nearZeroAt: number;
  sortedPrediction: Float64Array;
}

export interface ClassSettings extends MeasureSettings {
  classes: string[];
  onlyIn: PerSide<string[]>;
  /** Index of the positive class, of two. */
  positive: number | null;
  threshold: number | null;
}

/** A file's rows, with what was predicted. */
export interface Classified {
  rows: ClassRows;
  predicted: Int32Array;
  seed: number;
}
