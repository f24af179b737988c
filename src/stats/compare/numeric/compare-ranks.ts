import type { Ecdf } from '../../describe/ecdf.ts';

/** What rank tests and squared distances of curves are made of, for n reference and m current values. */
export interface RankDifference {
  /** Anderson's U (equation 10): n Σ (rank − place)² over reference values and m Σ (rank − place)² over current ones. */
  placesSquared: number;
  /** n m A²a (N / (N − 1)) of Scholz & Stephens (equation 7, mid-ranks). */
  weightedSquares: number;
  /** ∫ (F − G)² dx, in the column's unit. */
  squaredArea: number;
}

// Σ (rank − place)² over k tied values of a column: their places are before + 1, …, before + k.
function squares(rank: number, preceding: number, k: number): number {
  const offset = rank - preceding - (k + 1) / 2;
  return k * (offset * offset + (k * k - 1) / 12);
}

// One merge of both sorted columns, for all of them: the merge takes longer than what is added up on its way.
function merge(reference: Ecdf, current: Ecdf): RankDifference {
  const [a, b, n, m] = [reference.values, current.values, reference.size, current.size];
  const total = n + m;
  let i = 0;
  let j = 0;
  let r = 0;
  let c = 0;
  let placesSquared = 0;
  let weightedSquares = 0;
  let squaredArea = 0;
  let previous = 0;
  let gap = 0;
  while (i < a.length || j < b.length) {
    const u = i < a.length ? a[i]! : Infinity;
    const v = j < b.length ? b[j]! : Infinity;
    const x = Math.min(u, v);
    const rHere = u === x ? reference.counts[i++]! : 0;
    const cHere = v === x ? current.counts[j++]! : 0;
    const tied = rHere + cHere;
    if (gap !== 0) squaredArea += gap * gap * (x - previous);
    const rank = r + c + (tied + 1) / 2;
    placesSquared += n * squares(rank, r, rHere) + m * squares(rank, c, cHere);
    const middleRank = r + c + tied / 2;
    const weighted = (r + rHere / 2) * m - (c + cHere / 2) * n;
    weightedSquares += (tied * weighted * weighted) / (middleRank * (total - middleRank) - (total * tied) / 4);
    r += rHere;
    c += cHere;
    gap = (r * m - c * n) / n / m;
    previous = x;
  }
  return { placesSquared, weightedSquares, squaredArea };
}

const known = new WeakMap<Ecdf, { current: Ecdf; difference: RankDifference }>();

/**
 * The sums behind Anderson-Darling, Cramér-von Mises and the energy distance. O(n + m) the first time;
 * the answer for a pair is kept as long as its reference lives.
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 */
export function compareRanks(reference: Ecdf, current: Ecdf): RankDifference {
  const cached = known.get(reference);
  if (cached?.current === current) return cached.difference;
  const difference = merge(reference, current);
  known.set(reference, { current, difference });
  return difference;
}
