import type { Ecdf } from './ecdf.ts';

/** How two cumulative curves F (reference, n values) and G (current, m values) differ. */
export interface CurveDifference {
  /** The largest distance |F − G|, times n · m: a whole number, exact while n · m < 2⁵³. */
  scaledGap: number;
  /** The smallest x at which the curves are that far apart, and the number of values ≤ x on either side. */
  gapAt: { x: number; referenceCount: number; currentCount: number };
  /** ∫ |F − G| dx. */
  area: number;
  /** Pairs of rows in which the reference value is the larger, ties counting a half. */
  larger: number;
  /** Σ t³ − t over groups of t tied values. */
  ties: number;
}

const known = new WeakMap<Ecdf, { current: Ecdf; difference: CurveDifference }>();

// One merge of both sorted columns. Without branches on the data, which no processor could predict.
function merge(reference: Ecdf, current: Ecdf): CurveDifference {
  const [a, b, n, m] = [reference.values, current.values, reference.size, current.size];
  let [i, j, r, c] = [0, 0, 0, 0];
  let [area, larger, ties, previous, scaled, scaledGap] = [0, 0, 0, 0, 0, -1];
  let gapAt = { x: NaN, referenceCount: 0, currentCount: 0 };
  while (i < a.length || j < b.length) {
    const u = i < a.length ? a[i]! : Infinity;
    const v = j < b.length ? b[j]! : Infinity;
    const x = Math.min(u, v);
    if (scaled > 0) area += (scaled / n / m) * (x - previous);
    const rHere = u === x ? reference.counts[i++]! : 0;
    const cHere = v === x ? current.counts[j++]! : 0;
    const here = rHere + cHere;
    larger += rHere * (c + cHere / 2);
    ties += here * (here - 1) * (here + 1);
    r += rHere;
    c += cHere;
    previous = x;
    scaled = Math.abs(r * m - c * n);
    if (scaled > scaledGap) {
      scaledGap = scaled;
      gapAt = { x, referenceCount: r, currentCount: c };
    }
  }
  return { scaledGap, gapAt, area, larger, ties };
}

/**
 * Largest gap and area between two cumulative curves, and how often one side is the larger: what the Kolmogorov-Smirnov
 * and Mann-Whitney tests and the Wasserstein distance are made of. O(n + m) the first time; the answer for a pair is kept as long as its reference lives.
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 */
export function compareCurves(reference: Ecdf, current: Ecdf): CurveDifference {
  const before = known.get(reference);
  if (before?.current === current) return before.difference;
  const difference = merge(reference, current);
  known.set(reference, { current, difference });
  return difference;
}
