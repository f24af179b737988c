import type { ColumnDrift } from '../../facts/document/drift.ts';
import type { Within } from '../../facts/document/comparison.ts';
import type { Side } from '../../facts/document/side.ts';
import type { StratumWeights } from '../../stats/compare/within/stratum-weights.ts';
import type { Compared } from '../compare/compared.ts';
import type { CycleName } from '../../facts/document/comparison.ts';
import type { SideOrder } from '../sequence/row-order.ts';

export type Sides<T> = Record<Side, T>;

/** The strata of both files' rows, and what is known of their order. */
export interface WithinRows {
  /** The conditions. */
  columns: readonly string[];
  count: number;
  strata: Sides<Int32Array>;
  order: Sides<SideOrder>;
}

/** Cycles of the clock of which the current file covers whole ones, the longest first. */
export const wholeCycles = ({ order: { reference } }: WithinRows): CycleName[] =>
  reference.sets.flatMap(({ cycle, matched }) => (cycle !== null && matched === null ? [cycle] : []));

/** How a column is compared within strata, given its comparison as a whole. */
export interface CompareWithin {
  /** The conditions. */
  columns: readonly string[];
  compare: (whole: ColumnDrift) => Compared;
}

/** Why a column has no comparison: the reference has too few rows in every stratum of the current ones. */
export const noStratum = (columns: readonly string[]): Compared => ({
  notTested: { kind: 'no-common-stratum', values: { columns: [...columns] } },
});

/** What a comparison within strata keeps of the whole one, and what it says of it. */
export function withinFacts(
  whole: ColumnDrift,
  { shares, rows, leftOut, effectiveSize }: StratumWeights,
  columns: readonly string[],
): { effect: ColumnDrift; facts: Within } {
  const kept = { ...whole };
  delete kept.yardstick;
  delete kept.curveGap;
  delete kept.levelGap;
  delete kept.rateChange;
  const { value, plain = value, scale, unit } = whole.effect;
  return {
    effect: kept,
    facts: {
      columns: [...columns],
      whole: { value: plain, unit, ...(scale !== undefined && { raw: plain * scale }) },
      strata: shares.reduce((count, share) => count + Number(share > 0), 0),
      leftOut,
      worth: { reference: effectiveSize, current: rows.current },
    },
  };
}
