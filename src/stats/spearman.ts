import { commonKernel } from './kernel/kernel.ts';
import { sortedOrder } from './sorted-order.ts';
import { symmetricMatrix, type PairMatrix } from './symmetric-matrix.ts';

/** A column prepared for ranking. */
interface Ranked {
  present: Uint8Array;
  /** The rows that are present, by ascending value, and their values. */
  order: Uint32Array;
  sorted: Float64Array;
  /** Mid-ranks among the rows that are present. */
  own: CentredRanks;
}

/** Mid-ranks less their mean, one a row; 0 in rows that do not count, so that they add nothing to a product. */
interface CentredRanks {
  rows: number;
  ranks: Float64Array;
  squares: number;
}

const FEWEST_ROWS = 3;

function centredRanks(order: Uint32Array, sorted: Float64Array, ranks: Float64Array): CentredRanks {
  const middle = (order.length + 1) / 2;
  let squares = 0;
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && sorted[end] === sorted[start]) end++;
    const rank = (start + 1 + end) / 2 - middle;
    squares += rank * rank * (end - start);
    for (; start < end; start++) ranks[order[start]!] = rank;
  }
  return { rows: order.length, ranks, squares };
}

function prepare(values: Float64Array): Ranked {
  const everywhere = sortedOrder(values);
  let missing = 0;
  for (let row = 0; row < values.length; row++) if (values[row] !== values[row]) missing++;
  const order = everywhere.subarray(0, everywhere.length - missing);
  const present = new Uint8Array(values.length);
  const sorted = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    present[row] = 1;
    sorted[i] = values[row]!;
  }
  return { present, order, sorted, own: centredRanks(order, sorted, new Float64Array(values.length)) };
}

// Ranks of column a among the rows in which b too is present: one pass over the order of a.
function ranksWithin(a: Ranked, b: Ranked): CentredRanks {
  const order = new Uint32Array(a.order.length);
  const sorted = new Float64Array(a.order.length);
  let rows = 0;
  for (let i = 0; i < a.order.length; i++) {
    const row = a.order[i]!;
    order[rows] = row;
    sorted[rows] = a.sorted[i]!;
    rows += b.present[row]!;
  }
  if (rows === a.order.length) return a.own;
  return centredRanks(order.subarray(0, rows), sorted, new Float64Array(a.present.length));
}

// Sums of products of ranks, in the kernel's memory; each column's own are copied there once.
function products(columns: readonly Ranked[]): (x: CentredRanks, y: CentredRanks) => number {
  const kernel = commonKernel();
  const rows = columns[0]?.present.length ?? 0;
  const [first, second, ...own] = kernel.layOut([8 * rows, 8 * rows, ...columns.map(() => 8 * rows)]);
  const put = (ranks: Float64Array, place: number): number => {
    kernel.doubles(place, rows).set(ranks);
    return place;
  };
  const places = new Map(columns.map(({ own: { ranks } }, i) => [ranks, put(ranks, own[i]!)]));
  return ({ ranks: x }, { ranks: y }) =>
    kernel.calls.dot(places.get(x) ?? put(x, first), places.get(y) ?? put(y, second), rows);
}

function coefficient(a: Ranked, b: Ranked, product: ReturnType<typeof products>): number | null {
  const complete = (column: Ranked) => column.order.length === column.present.length;
  const x = complete(b) ? a.own : ranksWithin(a, b);
  const y = complete(a) ? b.own : ranksWithin(b, a);
  if (x.rows < FEWEST_ROWS || x.squares === 0 || y.squares === 0) return null;
  const rho = product(x, y) / Math.sqrt(x.squares * y.squares);
  return Math.max(-1, Math.min(1, rho));
}

/**
 * Spearman's rank correlation ρ of every pair of columns: Pearson's r of the mid-ranks, pairwise complete (values are
 * ranked anew within the rows that the pair has in common, as pandas and scipy's "omit" do). One sort a column, then
 * O(rows) a pair.
 * @param columns one array a column, all of one length; NaN is missing, ±∞ are the largest and smallest
 * @returns in [−1, 1]; null for pairs with fewer than three common rows, or where a column does not vary in them
 */
export function spearmanMatrix(columns: readonly Float64Array[]): PairMatrix {
  const ranked = columns.map(prepare);
  const product = products(ranked);
  return symmetricMatrix(columns.length, (i, j) => coefficient(ranked[i]!, ranked[j]!, product));
}

/**
 * Spearman's ρ of two columns.
 * @param x numbers; NaN is missing
 * @param y as many numbers
 * @returns e.g. 1 for (1, 2, 3) and (1, 4, 9); null as in `spearmanMatrix`
 */
export function spearman(x: Float64Array, y: Float64Array): number | null {
  return spearmanMatrix([x, y])[0]![1]!;
}
