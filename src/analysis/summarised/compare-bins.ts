import { NUMERIC_TESTS, USUAL_TESTS, type MethodId, type NumericTest } from '../../facts/methods.ts';
import type { TestResult } from '../../facts/document/comparison.ts';
import type { CurveGap } from '../../facts/document/drift.ts';
import type { EffectUnit } from '../../facts/statements/effect-units.ts';
import type { BinSums, ColumnSummary, NumberValues } from '../../facts/summary.ts';
import { boundedArea } from '../../stats/compare/bins/bounded-area.ts';
import { boundedGap } from '../../stats/compare/bins/bounded-gap.ts';
import { gridCurves } from '../../stats/compare/bins/grid-curves.ts';
import { sizeOf } from '../../stats/compare/bins/shares.ts';
import { StatisticError } from '../../stats/statistic-error.ts';
import { binnedOutliers } from './binned-outliers.ts';
import { allTests, orReason, type Compared } from '../compare/compared.ts';
import { numericEvidence } from '../compare/numeric-evidence.ts';
import { effectiveSizes, rowsOf, type PairOrder } from '../compare/pair-order.ts';

/** Numbers that are known by bins. */
export interface BinnedValues extends NumberValues {
  bins: BinSums;
}

/** Whether a column's numbers are known by bins alone. */
export const isBinned = (summary: ColumnSummary<NumberValues>): summary is ColumnSummary<BinnedValues> =>
  summary.values.bins !== undefined;

/** Tests that ask for ranks or curves: bins tell them. Means and variances are told apart from the curve. */
const TOLD_BY_BINS = new Set<NumericTest>(['ks', 'mann_whitney', 'kuiper']);

/**
 * Effect and evidence for two columns of numbers that are known by bins on the same edges. The effect is exact but for what curves may do within a
 * bin, and says by how much it may be more.
 */
export function compareBins(
  reference: ColumnSummary<BinnedValues>,
  current: ColumnSummary<BinnedValues>,
  order: PairOrder,
): Compared {
  return orReason(() => {
    const [from, to] = [reference.values.bins, current.values.bins];
    if (sizeOf(from) === 0 || sizeOf(to) === 0) throw new StatisticError('empty-column', { statistic: 'wasserstein' });
    const [area, gap] = [boundedArea(from, to), boundedGap(from, to)];
    const { scale, unit } = scaleOf(reference.values, current.values);
    const normalised = (distance: number): number => (distance === 0 ? 0 : distance / scale);
    const size = effectiveSizes(order.sizes);
    const pair = gridCurves(from, to);
    const evidence = (test: NumericTest): TestResult => {
      if (!TOLD_BY_BINS.has(test)) throw new StatisticError('needs-rows', { statistic: test });
      return numericEvidence(test, pair, {
        ...{ effective: { n: size.reference, m: size.current }, ownScale: null, area: area.value },
      });
    };
    const shown = curveGapOf(from, to, gap.edge);
    return {
      effect: {
        method: 'wasserstein' satisfies MethodId,
        value: normalised(area.value),
        unit,
        raw: area.value,
        scale,
        atMost: normalised(area.atMost),
      },
      evidence: { ...evidence(USUAL_TESTS.numeric), rows: rowsOf(order.sizes), effectiveSize: size },
      tests: allTests(NUMERIC_TESTS, evidence),
      outliers: binnedOutliers(from, to),
      identical: false,
      ...(order.calendar !== null && { calendar: order.calendar }),
      beyond: beyondOf(from, to),
      gapBound: { value: gap.value, atMost: gap.atMost },
      ...(shown !== null && { curveGap: shown }),
    };
  });
}

/** As `effectScale`, from exact moments. */
function scaleOf({ moments, bins }: BinnedValues, current: BinnedValues): { scale: number; unit: EffectUnit } {
  const { std, mean } = moments;
  if (std !== null && std > 0 && Number.isFinite(std)) return { scale: std, unit: 'reference standard deviations' };
  const size = Math.abs(mean ?? 0);
  if (size > 0 && sizeOf(bins) > 0) return { scale: size, unit: 'times the reference value' };
  return { scale: Math.abs(current.moments.mean ?? 0), unit: 'times the mean current size' };
}

/** Where the curves lie farthest apart: at an edge, where both are known. */
function curveGapOf(reference: BinSums, current: BinSums, edge: number): CurveGap | null {
  const value = reference.edges[edge];
  if (value === undefined) return null;
  const shareOf = (sums: BinSums): number =>
    sums.counts.subarray(0, edge + 1).reduce((sum, count) => sum + count, 0) / sizeOf(sums);
  return { value, reference: shareOf(reference), current: shareOf(current) };
}

/** Current values beyond those of the reference, as many as there are at least. */
function beyondOf(reference: BinSums, current: BinSums): { below: number; above: number } {
  const [smallest, largest] = [lowestOf(reference), highestOf(reference)];
  let [below, above] = [0, 0];
  current.counts.forEach((count, i) => {
    if (count === 0) return;
    const [least, greatest] = [current.least[i]!, current.greatest[i]!];
    if (greatest < smallest) below += count;
    else if (least < smallest) below += 1;
    if (least > largest) above += count;
    else if (greatest > largest) above += 1;
  });
  return { below, above };
}

/** The least value of all bins. */
export const lowestOf = ({ least, counts }: BinSums): number => least[counts.findIndex((count) => count > 0)] ?? NaN;
/** The greatest value of all bins. */
export const highestOf = ({ greatest, counts }: BinSums): number =>
  greatest[counts.findLastIndex((count) => count > 0)] ?? NaN;
