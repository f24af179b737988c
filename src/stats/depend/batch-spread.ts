import { addNeighbours } from '../adjust/autocorrelation.ts';

/** How far a coefficient would lie from another one of the same process. */
export interface Spread {
  /** Rows that it is of. */
  rows: number;
  /** The variance of Fisher's z, artanh of the coefficient, as stretches of these rows tell. */
  variance: number;
  /** From so many stretches. */
  batches: number;
}

/** What one stretch of rows adds to a coefficient: sums of products of both columns less their means. */
export interface BatchProducts {
  xy: Float64Array;
  xx: Float64Array;
  yy: Float64Array;
}

const MOST_BATCHES = 32;
const LEAST_BATCHES = 8;
const ROWS_IN_BATCH = 2;
/** |r| is not taken to be more, where Fisher's z ends. */
const LARGEST = 1 - 1e-12;

/**
 * How many stretches of equal length rows are cut into.
 * @param rows how many there are
 * @returns 32 from 64 rows on, half as many as rows below; one where these are fewer than 16
 */
export function batchCount(rows: number): number {
  const count = Math.min(MOST_BATCHES, Math.floor(rows / ROWS_IN_BATCH));
  return count < LEAST_BATCHES ? 1 : count;
}

/**
 * The stretch that a row is in, and the first row after that stretch.
 * @param row counted from 0
 * @param rows how many there are
 */
export function batchAt(row: number, rows: number): { batch: number; end: number } {
  const count = batchCount(rows);
  if (count === 1) return { batch: 0, end: Infinity };
  const batch = Math.min(count - 1, Math.floor((row * count) / rows));
  return { batch, end: batch === count - 1 ? Infinity : Math.ceil(((batch + 1) * rows) / count) };
}

/**
 * The stretch of each row, of rows that stand in their order.
 * @param rows how many there are
 * @returns one byte a row
 */
export function batchesInOrder(rows: number): Uint8Array {
  const batches = new Uint8Array(rows);
  for (let start = 0; start < rows;) {
    const { batch, end } = batchAt(start, rows);
    batches.fill(batch, start, Math.min(end, rows));
    start = end;
  }
  return batches;
}

/** Rows put together by their stretch, each as they stood. */
export interface Gathered {
  rows: Uint32Array;
  /** Where each stretch begins among them, and the end of the last. */
  starts: number[];
}

/**
 * Puts the rows of each stretch together. O(rows).
 * @param batches the stretch of each row
 */
export function gatherBatches(batches: Uint8Array): Gathered {
  const counts = new Uint32Array(MOST_BATCHES);
  for (let row = 0; row < batches.length; row++) counts[batches[row]!]!++;
  const starts = [0];
  for (const count of counts) starts.push(starts.at(-1)! + count);
  const next = starts.slice();
  const rows = new Uint32Array(batches.length);
  for (let row = 0; row < batches.length; row++) rows[next[batches[row]!]!++] = row;
  return { rows, starts };
}

/**
 * Values at some rows.
 * @param values any
 * @param rows which, in the order in which they are wanted
 */
export function valuesAt(values: Float64Array, rows: Uint32Array): Float64Array {
  const found = new Float64Array(rows.length);
  for (let i = 0; i < found.length; i++) found[i] = values[rows[i]!]!;
  return found;
}

/**
 * The variance of Fisher's z of a coefficient of correlation, by the jackknife over stretches of rows: how z differs without each of them. So heavy tails,
 * spread that comes and goes and memory shorter than a stretch are all in it. The larger of those over all stretches and over pairs of neighbours:
 * where a memory is as long as a stretch, longer ones see more of it.
 *
 * Source: H. R. Künsch, "The jackknife and the bootstrap for general stationary observations", Annals of Statistics 17 (1989).
 *
 * @param products stretch by stretch
 * @param rows that both columns have
 * @returns null where fewer than eight stretches hold any
 */
export function batchSpread(products: BatchProducts, rows: number): Spread | null {
  const { xy, xx, yy } = withRows(products);
  if (xy.length < LEAST_BATCHES) return null;
  const single = jackknife({ xy, xx, yy });
  if (xy.length < 2 * LEAST_BATCHES) return { rows, ...single };
  const double = jackknife({ xy: sumsOfNeighbours(xy), xx: sumsOfNeighbours(xx), yy: sumsOfNeighbours(yy) });
  return { rows, ...(double.variance > single.variance ? double : single) };
}

/** Without the stretches in which no row has both values. */
function withRows({ xy, xx, yy }: BatchProducts): BatchProducts {
  const isFilled = (_: number, b: number): boolean => xx[b]! + yy[b]! > 0;
  return xx.every(isFilled)
    ? { xy, xx, yy }
    : { xy: xy.filter(isFilled), xx: xx.filter(isFilled), yy: yy.filter(isFilled) };
}

/**
 * Sums of neighbours, two by two; a last one alone stays.
 * @param values of stretches
 * @returns e.g. (3, 7, 5) for (1, 2, 3, 4, 5)
 */
export const sumsOfNeighbours = (values: Float64Array): Float64Array =>
  addNeighbours({ cells: values, channels: 1 }).cells;

// Loops of its own, as it goes over every pair of columns.
function jackknife({ xy, xx, yy }: BatchProducts): Omit<Spread, 'rows'> {
  const [sumXY, sumXX, sumYY] = [total(xy), total(xx), total(yy)];
  const deleted = new Float64Array(xy.length);
  for (let b = 0; b < deleted.length; b++) {
    const spread = Math.max(0, sumXX - xx[b]!) * Math.max(0, sumYY - yy[b]!);
    deleted[b] = fisherZ((sumXY - xy[b]!) / Math.sqrt(spread));
  }
  const mean = total(deleted) / deleted.length;
  let squares = 0;
  for (let b = 0; b < deleted.length; b++) squares += (deleted[b]! - mean) ** 2;
  return { variance: (squares * (deleted.length - 1)) / deleted.length, batches: deleted.length };
}

/**
 * Artanh, up to where it ends.
 * @param r in [−1, 1]; NaN gives 0
 */
export const fisherZ = (r: number): number =>
  Number.isNaN(r) ? 0 : Math.atanh(Math.max(-LARGEST, Math.min(LARGEST, r)));

function total(values: Float64Array): number {
  let sum = 0;
  for (let b = 0; b < values.length; b++) sum += values[b]!;
  return sum;
}
