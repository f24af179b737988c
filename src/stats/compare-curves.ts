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

// One merge of both sorted columns. Without branches on the data, which no processor could predict: what a side takes
// is multiplied by 0 or 1.
function merge(reference: Ecdf, current: Ecdf): CurveDifference {
  const { values: a, counts: aCounts, size: n } = reference;
  const { values: b, counts: bCounts, size: m } = current;
  const [lastA, lastB, share] = [a.length - 1, b.length - 1, 1 / n / m];
  let i = 0;
  let j = 0;
  let r = 0;
  let c = 0;
  let area = 0;
  let larger = 0;
  let ties = 0;
  let previous = 0;
  let scaled = 0;
  let scaledGap = -1;
  let gapX = NaN;
  let gapR = 0;
  let gapC = 0;
  while (i <= lastA || j <= lastB) {
    const u = i <= lastA ? a[i]! : Infinity;
    const v = j <= lastB ? b[j]! : Infinity;
    const takesA = Number(u <= v);
    const takesB = Number(v <= u);
    const x = Math.min(u, v);
    area += scaled * share * (x - previous);
    const rHere = aCounts[Math.min(i, lastA)]! * takesA;
    const cHere = bCounts[Math.min(j, lastB)]! * takesB;
    i += takesA;
    j += takesB;
    const here = rHere + cHere;
    larger += rHere * (c + cHere / 2);
    ties += here * (here - 1) * (here + 1);
    r += rHere;
    c += cHere;
    previous = x;
    scaled = Math.abs(r * m - c * n);
    if (scaled > scaledGap) {
      scaledGap = scaled;
      gapX = x;
      gapR = r;
      gapC = c;
    }
  }
  return { scaledGap, gapAt: { x: gapX, referenceCount: gapR, currentCount: gapC }, area, larger, ties };
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
