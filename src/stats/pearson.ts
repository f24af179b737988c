/** Sums over the rows that a pair of columns has in common; x and y are shifted. */
interface PairSums {
  n: number;
  x: number;
  y: number;
  xx: number;
  yy: number;
  xy: number;
}

/** Rows worked on at a time: the piece of every column stays in the cache while all pairs are formed. */
const PIECE = 2048;
/** A variance below this share of the raw second moment is rounding noise of a constant. */
const CONSTANT = 1e-14;

/**
 * Pearson's correlation matrix over rows that arrive in blocks, pairwise complete: each pair uses the rows in which
 * both columns have a value. Cost: rows × pairs.
 */
export class PearsonAccumulator {
  readonly #columns: number;
  readonly #shifts: Float64Array;
  readonly #pairs: PairSums[][];

  /**
   * @param columns number of columns
   * @param shifts about the mean of each column: subtracted first, so that 10⁹ plus small noise keeps its precision
   */
  constructor(columns: number, shifts: Float64Array) {
    this.#columns = columns;
    this.#shifts = shifts;
    this.#pairs = Array.from({ length: columns }, (_, i) =>
      Array.from({ length: i }, () => ({ n: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 })),
    );
  }

  /**
   * Adds rows.
   * @param block one array a column, all of one length; NaN and ±∞ are missing
   */
  add(block: readonly Float64Array[]): void {
    const rows = block[0]?.length ?? 0;
    for (let from = 0; from < rows; from += PIECE) {
      this.#addPiece(block.map((column, i) => piece(column, this.#shifts[i] ?? 0, from)));
    }
  }

  #addPiece(pieces: readonly Piece[]): void {
    pieces.forEach((a, i) => {
      for (let j = 0; j < i; j++) {
        const b = pieces[j];
        const sums = this.#pairs[i]?.[j];
        if (b === undefined || sums === undefined) continue;
        if (a.complete && b.complete) addComplete(sums, a, b);
        else addCommon(sums, a.values, b.values);
      }
    });
  }

  /** The symmetric matrix; 1 on the diagonal, null for pairs with fewer than three common rows or a constant. */
  matrix(): (number | null)[][] {
    const result = Array.from({ length: this.#columns }, () => new Array<number | null>(this.#columns).fill(1));
    this.#pairs.forEach((row, i) => {
      row.forEach((sums, j) => {
        const value = coefficient(sums);
        (result[i] ?? [])[j] = value;
        (result[j] ?? [])[i] = value;
      });
    });
    return result;
  }
}

interface Piece {
  values: Float64Array;
  complete: boolean;
  sum: number;
  squares: number;
}

function piece(column: Float64Array, shift: number, from: number): Piece {
  const values = column.slice(from, from + PIECE);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]! - shift;
    values[i] = value;
    sum += value;
    squares += value * value;
  }
  // A sum of finite values is finite (overflow apart, and then the slow way is right too).
  return { values, complete: squares - squares === 0, sum, squares };
}

function addComplete(sums: PairSums, a: Piece, b: Piece): void {
  sums.n += a.values.length;
  sums.x += a.sum;
  sums.y += b.sum;
  sums.xx += a.squares;
  sums.yy += b.squares;
  sums.xy += dot(a.values, b.values);
}

function addCommon(sums: PairSums, a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    if (x - x !== 0 || y - y !== 0) continue;
    sums.n++;
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.yy += y * y;
    sums.xy += x * y;
  }
}

/**
 * Σ x·y.
 * @param x numbers
 * @param y as many numbers
 */
export function dot(x: Float64Array, y: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = x.length - (x.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += x[i]! * y[i]!;
    b += x[i + 1]! * y[i + 1]!;
    c += x[i + 2]! * y[i + 2]!;
    d += x[i + 3]! * y[i + 3]!;
  }
  for (let i = whole; i < x.length; i++) a += x[i]! * y[i]!;
  return a + b + (c + d);
}

function coefficient({ n, x, y, xx, yy, xy }: PairSums): number | null {
  if (n < 3) return null;
  const varianceX = xx - (x * x) / n;
  const varianceY = yy - (y * y) / n;
  if (!(varianceX > CONSTANT * xx) || !(varianceY > CONSTANT * yy)) return null;
  const r = (xy - (x * y) / n) / Math.sqrt(varianceX) / Math.sqrt(varianceY);
  return Math.max(-1, Math.min(1, r));
}

/**
 * Pearson's r of two columns over their common rows.
 * @param x numbers; NaN and ±∞ are missing
 * @param y as many numbers
 * @returns in [−1, 1]; null for fewer than three common rows or a constant. E.g. 1 for (1, 2, 3) and (2, 4, 6)
 */
export function pearson(x: Float64Array, y: Float64Array): number | null {
  const accumulator = new PearsonAccumulator(2, Float64Array.of(commonMean(x, y), commonMean(y, x)));
  accumulator.add([x, y]);
  return accumulator.matrix()[0]?.[1] ?? null;
}

function commonMean(x: Float64Array, y: Float64Array): number {
  let mean = 0;
  let n = 0;
  for (let i = 0; i < x.length; i++) {
    if (x[i]! - x[i]! === 0 && y[i]! - y[i]! === 0) mean += (x[i]! - mean) / ++n;
  }
  return mean;
}
