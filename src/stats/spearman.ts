import { firstWhere } from './ecdf.ts';
import { FOUND, Kernel } from './kernel/kernel.ts';
import { placeArrays } from './kernel/placed-arrays.ts';
import { sortPairs } from './sorted-order.ts';
import { symmetricMatrix, type PairMatrix } from './symmetric-matrix.ts';

/** A column prepared for ranking. */
interface Ranked {
  /** One byte a row. */
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

function prepare(values: Float64Array): Ranked {
  const { kernel, values: atValues, numbers } = sortPairs(values);
  const sorted = kernel.doubles(atValues, values.length);
  // NaN stand last.
  const size = firstWhere(sorted, (value) => value !== value);
  const present = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) present[row] = Number(values[row]! === values[row]!);
  const ranked = { present, order: kernel.words(numbers, size).slice(), sorted: sorted.slice(0, size) };
  return { ...ranked, own: ranksOf(ranked, 0) };
}

// Mid-ranks of a column, among the rows in which another is present or among all of its own (0).
function ranksOf({ order, sorted, present }: Omit<Ranked, 'own'>, other: Uint8Array | 0): CentredRanks {
  const { kernel, at, tables } = placeArrays([sorted, order, other], [8 * present.length]);
  const [atSorted, atOrder, atOther] = at;
  const [place] = tables;
  const ranks = kernel.doubles(place, present.length).fill(0);
  kernel.calls.midRanks(atSorted, atOrder, order.length, atOther, place, FOUND);
  const [rows = 0, squares = 0] = kernel.doubles(FOUND, 2);
  return { rows, ranks: ranks.slice(), squares };
}

// Sums of products of ranks, in a kernel's memory; each column's own are copied there once.
function products(columns: readonly Ranked[]): (x: CentredRanks, y: CentredRanks) => number {
  const kernel = new Kernel();
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
  const x = complete(b) ? a.own : ranksOf(a, b.present);
  const y = complete(a) ? b.own : ranksOf(b, a.present);
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
