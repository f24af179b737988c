import { firstWhere } from '../describe/ecdf.ts';
import { FOUND, Kernel } from '../kernel/kernel.ts';
import { placeArrays } from '../kernel/placed-arrays.ts';
import { sortPairs } from '../describe/sorted-order.ts';
import { batchesInOrder, batchSpread, gatherBatches, valuesAt, type Spread } from './batch-spread.ts';
import { symmetricMatrix, type PairMatrix } from './symmetric-matrix.ts';

/** A column whose own ranks lie in memory that all columns share. */
interface Ranked {
  centred: CentredRanks;
  /** The order of its rows, to rank it anew among fewer of them; null where no pair needs that. */
  order: Order | null;
}

interface Order {
  /** One byte a row. */
  present: Uint8Array;
  /** The rows that are present, by ascending value, and their values. */
  rows: Uint32Array;
  sorted: Float64Array;
}

/** Mid-ranks less their mean, one a row; 0 in rows that do not count, so that they add nothing to a product. */
interface CentredRanks {
  rows: number;
  squares: number;
  /** The address of the ranks. */
  address: number;
  /** Their squares, of one stretch of rows after the other. */
  batches: Float64Array;
}

/** A coefficient, and how far another one of the same process would lie from it. */
interface Coefficient {
  value: number;
  spread: Spread | null;
}

const FEWEST_ROWS = 3;

/** Ranks of columns, and products of them, in a memory of their own. */
class Ranks {
  readonly #kernel = new Kernel();
  readonly #length: number;
  readonly #places: number[];
  /** Where the stretches of rows begin, and the end of the last. */
  readonly #starts: readonly number[];

  constructor(columns: number, rows: number, starts: readonly number[]) {
    this.#length = rows;
    this.#places = this.#kernel.layOut(Array.from({ length: columns + 2 }, () => 8 * rows));
    this.#starts = starts;
  }

  /** Ranks a column, once; `keepsOrder` where pairs of columns may have fewer rows in common. */
  prepare(values: Float64Array, index: number, keepsOrder: boolean): Ranked {
    const { kernel, values: atSorted, numbers, free } = sortPairs(values);
    const sorted = kernel.doubles(atSorted, values.length);
    // NaN stand last.
    const size = firstWhere(sorted, (value) => value !== value);
    const centred = this.#rank(
      { kernel, addresses: [atSorted, numbers, 0], size, found: free[0] },
      this.#places[index]!,
    );
    if (!keepsOrder) return { centred, order: null };
    const present = new Uint8Array(values.length);
    for (let row = 0; row < values.length; row++) present[row] = Number(values[row]! === values[row]!);
    return { centred, order: { present, rows: kernel.words(numbers, size).slice(), sorted: sorted.slice(0, size) } };
  }

  coefficient(a: Ranked, b: Ranked): Coefficient | null {
    const [first = 0, second = 0] = this.#places.slice(-2);
    const x = this.#within(a, b, first);
    const y = this.#within(b, a, second);
    if (x.rows < FEWEST_ROWS || x.squares === 0 || y.squares === 0) return null;
    const xy = this.#dots(x.address, y.address);
    const rho = xy.reduce((sum, product) => sum + product, 0) / Math.sqrt(x.squares * y.squares);
    const value = Math.max(-1, Math.min(1, rho));
    return { value, spread: batchSpread({ xy, xx: x.batches, yy: y.batches }, x.rows) };
  }

  // Sums of products, of one stretch of rows after the other.
  #dots(x: number, y: number): Float64Array {
    const { dot } = this.#kernel.calls;
    return Float64Array.from({ length: this.#starts.length - 1 }, (_, batch) => {
      const start = this.#starts[batch]!;
      return dot(x + 8 * start, y + 8 * start, this.#starts[batch + 1]! - start);
    });
  }

  // Ranks of column a among the rows in which b too is present.
  #within(a: Ranked, b: Ranked, place: number): CentredRanks {
    if (a.order === null || b.order === null || b.centred.rows === this.#length) return a.centred;
    const { sorted, rows } = a.order;
    const { kernel, addresses, tables } = placeArrays([sorted, rows, b.order.present], [8 * this.#length]);
    return this.#rank({ kernel, addresses, size: rows.length, found: tables[0] }, place);
  }

  #rank({ kernel, addresses, size, found }: Placed, place: number): CentredRanks {
    const ranks = kernel.doubles(found, this.#length).fill(0);
    const [sorted, rows, present] = addresses;
    kernel.calls.midRanks(sorted, rows, size, present, found, FOUND);
    const [count = 0, squares = 0] = kernel.doubles(FOUND, 2);
    this.#kernel.put(ranks, place);
    return { rows: count, squares, address: place, batches: this.#dots(place, place) };
  }
}

/** A column in order, in a kernel's memory, with place for its ranks. */
interface Placed {
  kernel: Kernel;
  addresses: [sorted: number, rows: number, present: number];
  size: number;
  found: number;
}

function isComplete(values: Float64Array): boolean {
  let row = 0;
  while (row < values.length && values[row] === values[row]) row++;
  return row === values.length;
}

/** Spearman's ρ of every pair of columns, and how far another one of the same process would lie from it. */
export interface SpearmanMatrices {
  matrix: PairMatrix;
  /** null where there is no ρ, or too few rows. */
  spreads: (Spread | null)[][];
}

/**
 * Spearman's rank correlation ρ of every pair of columns: Pearson's r of the mid-ranks, pairwise complete (values are
 * ranked anew within the rows that the pair has in common, as pandas and scipy's "omit" do). One sort a column, then
 * O(rows) a pair.
 * @param columns one array a column, all of one length; NaN is missing, ±∞ are the largest and smallest
 * @param batches the stretch of each row (see `batchAt`); left out where rows stand in their order
 * @returns in [−1, 1]; null for pairs with fewer than three common rows, or where a column does not vary in them
 */
export function spearmanMatrices(columns: readonly Float64Array[], batches?: Uint8Array): SpearmanMatrices {
  const length = columns[0]?.length ?? 0;
  const { rows, starts } = gatherBatches(batches ?? batchesInOrder(length));
  const ranks = new Ranks(columns.length, length, starts);
  const gathered = batches === undefined ? columns : columns.map((values) => valuesAt(values, rows));
  const keepsOrder = !gathered.every(isComplete);
  const ranked = gathered.map((values, i) => ranks.prepare(values, i, keepsOrder));
  const found = symmetricMatrix(columns.length, (i, j) => ranks.coefficient(ranked[i]!, ranked[j]!));
  return {
    matrix: found.map((row) => row.map((pair) => pair && pair.value)),
    spreads: found.map((row, i) => row.map((pair, j) => (i === j ? null : pair && pair.spread))),
  };
}

/**
 * Spearman's ρ of two columns.
 * @param x numbers; NaN is missing
 * @param y as many numbers
 * @returns e.g. 1 for (1, 2, 3) and (1, 4, 9); null as in `spearmanMatrices`
 */
export function spearman(x: Float64Array, y: Float64Array): number | null {
  return spearmanMatrices([x, y]).matrix[0]![1]!;
}
