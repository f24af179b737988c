import type { OwnScale } from '../../facts/summary.ts';
import type { Calendar, Evidence } from '../../facts/document/comparison.ts';
import type { EffectiveSize } from '../../stats/adjust/effective-size.ts';

/** The effective size of each side. */
export interface Sizes {
  reference: EffectiveSize;
  current: EffectiveSize;
}

export const effectiveSizes = ({ reference, current }: Sizes): Evidence['effectiveSize'] => ({
  reference: reference.effective,
  current: current.effective,
});
export const rowsOf = ({ reference, current }: Sizes): Evidence['rows'] => ({
  reference: reference.rows,
  current: current.rows,
});

/** What the order of both sides' rows tells. */
export interface PairOrder {
  sizes: Sizes;
  /** How stretches of the reference differ that are as long as the current slice; null where it holds too few. */
  scale: OwnScale | null;
  calendar: Calendar | null;
  /** The share of the reference's variance that its cycle does not tell. */
  left: number;
}

/** Whether rows depend on each other on either side. */
export const isDependent = ({ reference, current }: Sizes): boolean => reference.time > 1 || current.time > 1;
