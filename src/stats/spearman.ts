import { dot } from './pearson.ts';
import { sortedOrder } from './sorted-order.ts';

/** A column prepared for ranking: its present rows by ascending value, and, if complete, its centred mid-ranks. */
interface Ranked {
  values: Float64Array;
  order: Uint32Array;
  centred: Float64Array | null;
}

/**
 * Spearman's ρ matrix: Pearson's r of mid-ranks, pairwise complete (values are ranked within the rows that the pair has
 * in common, as pandas does). One sort a column; each pair is O(rows).
 * @param columns one array a column, all of one length; NaN is missing
 * @returns symmetric, 1 on the diagonal; null for pairs with fewer than three common rows or a constant
 */
export function spearmanMatrix(columns: readonly Float64Array[]): (number | null)[][] {
  const ranked = columns.map(rank);
  const result = columns.map(() => new Array<number | null>(columns.length).fill(1));
  ranked.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = ranked[j];
      const value = b === undefined ? null : rho(a, b);
      result[i]![j] = value;
      result[j]![i] = value;
    }
  });
  return result;
}

/**
 * Spearman's ρ of two columns.
 * @param x numbers; NaN is missing
 * @param y as many numbers
 * @returns in [−1, 1], or null (see `spearmanMatrix`)
 */
export const spearman = (x: Float64Array, y: Float64Array): number | null => spearmanMatrix([x, y])[0]?.[1] ?? null;

function rank(values: Float64Array): Ranked {
  const present = Uint32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]!));
  const order = sortedOrder(Float64Array.from(present, (row) => values[row]!)).map((at) => present[at]!);
  const complete = order.length === values.length;
  return { values, order, centred: complete ? centredRanks(values, order) : null };
}

/** Mid-ranks minus their mean; 0 in rows that are not in `order`, so that they add nothing to a product. */
function centredRanks(values: Float64Array, order: Uint32Array): Float64Array {
  const ranks = new Float64Array(values.length);
  const mean = (order.length + 1) / 2;
  for (let start = 0, end = 0; start < order.length; start = end) {
    const value = values[order[start]!]!;
    for (end = start; end < order.length && values[order[end]!] === value; end++);
    const middle = (start + 1 + end) / 2 - mean;
    for (let i = start; i < end; i++) ranks[order[i]!] = middle;
  }
  return ranks;
}

function rho(a: Ranked, b: Ranked): number | null {
  let [x, y] = [a.centred, b.centred];
  let rows = a.values.length;
  if (x === null || y === null) {
    const ofA = a.order.filter((row) => !Number.isNaN(b.values[row]!));
    const ofB = b.order.filter((row) => !Number.isNaN(a.values[row]!));
    rows = ofA.length;
    x = centredRanks(a.values, ofA);
    y = centredRanks(b.values, ofB);
  }
  const [xx, yy] = [dot(x, x), dot(y, y)];
  if (rows < 3 || xx === 0 || yy === 0) return null;
  return Math.max(-1, Math.min(1, dot(x, y) / Math.sqrt(xx) / Math.sqrt(yy)));
}
