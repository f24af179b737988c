import type { Outliers } from '../../facts/document/outliers.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { BinSums } from '../../facts/summary.ts';
import { boundedArea } from '../../stats/compare/bins/bounded-area.ts';
import { sizeOf } from '../../stats/compare/bins/shares.ts';
import { binQuantiles } from '../../stats/describe/bin-quantiles.ts';
import { fencesBy, type Range } from '../../stats/describe/fences.ts';

/**
 * What lies outside the reference's fences, and the effect without it; null where nothing does. The fences are moved to the edges that lie next to them on the inside, so that
 * counts are exact; which rows those are the summary does not tell. What the effect can be with the values of the bins that reach across a fence is told too.
 */
export function binnedOutliers(reference: BinSums, current: BinSums): Outliers | null {
  const fence = fencesBy(sizeOf(reference), (probabilities) => binQuantiles(reference, probabilities));
  const reaches = [reference, current].some(({ counts, least, greatest }) =>
    counts.some((count, i) => count > 0 && (least[i]! < fence.low || greatest[i]! > fence.high)),
  );
  if (!reaches) return null;
  const { edges } = reference;
  // Bin i holds edges[i − 1] < x ≤ edges[i].
  const first = Math.max(0, edges.findIndex((edge) => edge >= fence.low) + 1);
  const last = edges.findLastIndex((edge) => edge <= fence.high);
  const kept = { reference: cutTo(reference, first, last), current: cutTo(current, first, last) };
  const counts = {
    reference: sizeOf(reference) - sizeOf(kept.reference),
    current: sizeOf(current) - sizeOf(kept.current),
  };
  if (counts.reference + counts.current === 0) return null;
  const reaching = mapSides({ reference, current }, (sums) => cutTo(sums, ...reachingInto(sums, fence)));
  const effectWithout = effectBetween(kept.reference, kept.current);
  const atMost = effectBetween(reaching.reference ?? reference, reaching.current ?? current);
  return {
    ...{ low: edges[first - 1] ?? fence.low, high: edges[last] ?? fence.high, counts },
    currentShare: counts.current / sizeOf(current),
    effectWithout,
    ...(effectWithout !== null && atMost !== null && { effectWithoutAtMost: Math.max(effectWithout, atMost) }),
    rows: [],
  };
}

/** The first and the last bin that hold a value between the fences. */
function reachingInto({ counts, least, greatest }: BinSums, { low, high }: Range): [first: number, last: number] {
  return [
    counts.findIndex((count, i) => count > 0 && greatest[i]! >= low),
    counts.findLastIndex((count, i) => count > 0 && least[i]! <= high),
  ];
}

/** The least effect, in standard deviations of the reference; null where there is none. */
function effectBetween(reference: BinSums, current: BinSums): number | null {
  const scale = deviationOf(reference);
  const isComparable = sizeOf(reference) > 0 && sizeOf(current) > 0 && scale > 0;
  return isComparable ? boundedArea(reference, current).value / scale : null;
}

/** The bins from one place to another; the others are emptied. */
function cutTo(sums: BinSums, first: number, last: number): BinSums {
  const emptied = (values: Float64Array, empty: number): Float64Array =>
    values.map((value, i) => (i < first || i > last ? empty : value));
  return {
    ...sums,
    ...{ counts: emptied(sums.counts, 0), totals: emptied(sums.totals, 0), squares: emptied(sums.squares, 0) },
    ...{ least: emptied(sums.least, NaN), greatest: emptied(sums.greatest, NaN) },
  };
}

/** Sample standard deviation. */
function deviationOf({ counts, totals, squares }: BinSums): number {
  const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  const [n, total] = [sumOf(counts), sumOf(totals)];
  return n > 1 ? Math.sqrt(Math.max(0, sumOf(squares) - (total * total) / n) / (n - 1)) : 0;
}
