import { commonKernel, FOUND, type Kernel } from '../kernel/kernel.ts';
import { batchAt, batchCount, batchSpread, gatherBatches, valuesAt, type Spread } from './batch-spread.ts';
import { symmetricMatrix, type PairMatrix } from './symmetric-matrix.ts';

/** Sums over the rows that a pair of columns has in common; x and y are shifted. */
interface PairSums {
  n: number;
  x: number;
  y: number;
  xx: number;
  yy: number;
  xy: number;
}

/** A stretch of a column: values less the shift. */
interface Piece {
  n: number;
  sum: number;
  squares: number;
  /** Whether every row has a value. */
  complete: boolean;
  /** Addresses of values, their squares and 1 where there is a value; all 0 where there is none. */
  addresses: { values: number; squares: number; present: number };
}

/** Rows worked on at a time: the pieces of all columns stay in the cache while all pairs are formed. */
const PIECE = 1024;
/** A variance below this share of the mean square about the shift may be rounding: the column counts as constant. */
const CONSTANT = 1e-11;
const FEWEST_ROWS = 3;

/** Sums of a pair, of one stretch of rows after the other: n, x, y, xx, yy, xy of each. */
type BatchSums = Float64Array;
const SUMS = 6;

/**
 * Pearson's correlation matrix over rows that arrive in blocks, pairwise complete: each pair uses the rows in which
 * both columns have a value. Keeps six sums a pair and stretch of rows. O(rows · pairs): 0.15 s for 22 complete columns of 10⁶ rows.
 */
export class PearsonAccumulator {
  readonly #shifts: Float64Array;
  readonly #pairs: BatchSums[][];
  readonly #expected: number;
  #rows = 0;

  /**
   * @param columns number of columns
   * @param shifts about the mean of each column (within 10⁵ of its standard deviations): subtracted first, so that 10⁹
   * plus small noise keeps its precision
   * @param rows how many will be added, from which the stretches follow that tell the coefficients' spreads; 0 where no spread is wanted
   */
  constructor(columns: number, shifts: Float64Array, rows = 0) {
    this.#shifts = shifts;
    this.#expected = rows;
    const noRows = (): BatchSums => new Float64Array(SUMS * batchCount(rows));
    this.#pairs = Array.from({ length: columns }, (_, i) => Array.from({ length: i + 1 }, noRows));
  }

  /**
   * Adds rows.
   * @param block one array a column, all of one length; NaN and ±∞ are missing
   * @param batches the stretch of each row; left out where rows come in their order
   */
  add(block: readonly Float64Array[], batches?: Uint8Array): void {
    const rows = block[0]?.length ?? 0;
    if (batches === undefined) {
      for (let start = 0; start < rows;) {
        const { batch, end } = batchAt(this.#rows, this.#expected);
        const length = Math.min(rows - start, end - this.#rows);
        this.#addTo(batch, block, { start, end: start + length });
        this.#rows += length;
        start += length;
      }
      return;
    }
    const { rows: places, starts } = gatherBatches(batches);
    const gathered = block.map((column) => valuesAt(column, places));
    for (let batch = 0; batch + 1 < starts.length; batch++)
      this.#addTo(batch, gathered, { start: starts[batch]!, end: starts[batch + 1]! });
  }

  #addTo(batch: number, block: readonly Float64Array[], { start: first, end }: { start: number; end: number }): void {
    const kernel = commonKernel();
    const free = kernel.layOut(block.flatMap(() => [8 * PIECE, 8 * PIECE, 8 * PIECE]));
    for (let start = first, length = 0; start < end; start += length) {
      length = Math.min(PIECE, end - start);
      const pieces = block.map((column, i) => {
        const [values = 0, squares = 0, present = 0] = free.slice(3 * i);
        kernel.doubles(values, length).set(column.subarray(start, start + length));
        return pieceOf(kernel, { values, squares, present }, { length, shift: this.#shifts[i]! });
      });
      const dot = (x: number, y: number): number => kernel.calls.dot(x, y, length);
      this.#pairs.forEach((row, i) => {
        row.forEach((sums, j) => {
          addPair(sums.subarray(SUMS * batch, SUMS * (batch + 1)), pieces[i]!, pieces[j]!, dot);
        });
      });
    }
  }

  /**
   * The matrix so far: in [−1, 1]; null for pairs with fewer than three common rows, or where a column does not vary in
   * them (or its squares leave the range of doubles).
   */
  matrix(): PairMatrix {
    return symmetricMatrix(this.#pairs.length, (i, j) => coefficient(totalOf(this.#pairs[i]![j]!)));
  }

  /** How far each coefficient would lie from another one of the same process; null where there is none, or too few rows. */
  spreads(): (Spread | null)[][] {
    return symmetricMatrix(this.#pairs.length, (i, j) => (i === j ? null : spread(this.#pairs[i]![j]!)));
  }
}

function pieceOf(
  kernel: Kernel,
  addresses: Piece['addresses'],
  { length, shift }: { length: number; shift: number },
): Piece {
  kernel.calls.shift(addresses.values, addresses.squares, addresses.present, length, shift, FOUND);
  const [n = 0, sum = 0] = kernel.doubles(FOUND, 2);
  return {
    n,
    sum,
    squares: kernel.calls.dot(addresses.values, addresses.values, length),
    complete: n === length,
    addresses,
  };
}

type Dot = (x: number, y: number) => number;

function addPair(sums: BatchSums, a: Piece, b: Piece, dot: Dot): void {
  const x = sumsWhere(a, b, dot);
  const y = sumsWhere(b, a, dot);
  sums[0]! += a.complete ? b.n : b.complete ? a.n : dot(a.addresses.present, b.addresses.present);
  sums[1]! += x.sum;
  sums[2]! += y.sum;
  sums[3]! += x.squares;
  sums[4]! += y.squares;
  sums[5]! += dot(a.addresses.values, b.addresses.values);
}

/** The sums of all stretches. */
function totalOf(sums: BatchSums): PairSums {
  const total: PairSums = { n: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
  for (let at = 0; at < sums.length; at += SUMS) {
    total.n += sums[at]!;
    total.x += sums[at + 1]!;
    total.y += sums[at + 2]!;
    total.xx += sums[at + 3]!;
    total.yy += sums[at + 4]!;
    total.xy += sums[at + 5]!;
  }
  return total;
}

function spread(sums: BatchSums): Spread | null {
  const total = totalOf(sums);
  if (coefficient(total) === null) return null;
  const [meanX, meanY] = [total.x / total.n, total.y / total.n];
  const batches = sums.length / SUMS;
  const products = { xy: new Float64Array(batches), xx: new Float64Array(batches), yy: new Float64Array(batches) };
  for (let batch = 0, at = 0; batch < batches; batch++, at += SUMS) {
    const [n, x, y] = [sums[at]!, sums[at + 1]!, sums[at + 2]!];
    products.xy[batch] = sums[at + 5]! - meanX * y - meanY * x + n * meanX * meanY;
    products.xx[batch] = sums[at + 3]! - 2 * meanX * x + n * meanX * meanX;
    products.yy[batch] = sums[at + 4]! - 2 * meanY * y + n * meanY * meanY;
  }
  return batchSpread(products, total.n);
}

// The sums of one column over the rows in which the other, too, has a value.
function sumsWhere(piece: Piece, partner: Piece, dot: Dot): Pick<Piece, 'sum' | 'squares'> {
  if (partner.complete || piece === partner) return piece;
  return {
    sum: dot(piece.addresses.values, partner.addresses.present),
    squares: dot(piece.addresses.squares, partner.addresses.present),
  };
}

function coefficient({ n, x, y, xx, yy, xy }: PairSums): number | null {
  if (n < FEWEST_ROWS) return null;
  const varianceX = xx - (x * x) / n;
  const varianceY = yy - (y * y) / n;
  if (!(varianceX > CONSTANT * xx && varianceY > CONSTANT * yy)) return null;
  // In this order equal columns give exactly 1, and only squares out of the range of doubles give no number.
  const r = ((xy - (x * y) / n) / varianceX) * Math.sqrt(varianceX / varianceY);
  return Number.isFinite(r) ? Math.max(-1, Math.min(1, r)) : null;
}

// Mean of x over the rows in which y too has a value.
function commonMean(x: Float64Array, y: Float64Array): number {
  let mean = 0;
  let n = 0;
  for (let i = 0; i < x.length; i++) {
    if (x[i]! - x[i]! === 0 && y[i]! - y[i]! === 0) mean += (x[i]! - mean) / ++n;
  }
  return mean;
}

/**
 * Pearson's product-moment correlation r of two columns, over the rows in which both have a value. Two passes (means,
 * then products about them), so an offset does not cost precision. O(rows).
 * @param x numbers; NaN and ±∞ are missing
 * @param y as many numbers
 * @returns in [−1, 1], e.g. 1 for (1, 2, 3) and (2, 4, 6); null for fewer than three common rows or a constant
 */
export function pearson(x: Float64Array, y: Float64Array): number | null {
  const accumulator = new PearsonAccumulator(2, Float64Array.of(commonMean(x, y), commonMean(y, x)));
  accumulator.add([x, y]);
  return accumulator.matrix()[0]![1]!;
}
