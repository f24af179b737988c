import { Kernel } from '../../kernel/kernel.ts';
import { seededRandom } from '../../random.ts';

/** Sums over blocks of neighbouring rows, block by block. */
export interface BlockSums {
  /** How many sums a block has. */
  width: number;
  /** blocks × width. */
  sums: Float64Array;
}

/** What measures would have been on other rows like these, replicate by replicate. */
export interface Replicates {
  /** How many measures a replicate has. */
  width: number;
  /** replicates × width; empty where the blocks are too few to tell. */
  values: Float64Array;
  /** How many blocks they were drawn from. */
  blocks: number;
  /** blocks × width: how much each measure would change without a block (jackknife). */
  influence: Float64Array;
  /** Replicates of two files with the same seed and blocks belong together, one by one. */
  seed: number;
  /** The share of the variance that the blocks miss, since neighbouring ones depend on each other. */
  missed: number;
}

/** With fewer blocks nothing can be said of how much blocks differ. */
export const FEWEST_BLOCKS = 8;
/** Rows that depend on each other make at most so many blocks: a memory that noise hides may be long, and more blocks tell little more. */
const MOST_DEPENDENT = 32;
/** Blocks are at least so many times as long as the rows' memory: see `missedShare`. */
const FEWEST_TIMES = 2;

/**
 * How many neighbouring rows make a block: so many that there are at most `maxBlocks` blocks, 32 of rows that depend on
 * each other, and that these are longer than the memory of the rows.
 * @param rows of the file
 * @param time see `EffectiveSize.time`; 1 for independent rows
 * @param maxBlocks how many blocks there may be
 */
export function blockLength(rows: number, time: number, maxBlocks = 1000): number {
  if (time <= 1) return Math.max(1, Math.ceil(rows / maxBlocks));
  return Math.max(Math.ceil(rows / Math.min(maxBlocks, MOST_DEPENDENT)), Math.ceil(FEWEST_TIMES * time));
}

/** Which rows make a block. */
export interface RowBlocks {
  count: number;
  /** Rows a block. */
  length: number;
  /** The place of each row in the order that is cut into blocks; null for the order of the rows. */
  places: Int32Array | Uint8Array | null;
}

/**
 * Blocks of a file's rows.
 * @param rows of the file
 * @param places of its rows in the order of another file, −1 for none; null for its own order
 * @param lengthOf rows a block, from how many places there are
 */
export function rowBlocks(
  rows: number,
  places: Int32Array | Uint8Array | null,
  lengthOf: (rows: number) => number,
): RowBlocks {
  let placeCount = places === null ? rows : 0;
  for (let row = 0; places !== null && row < places.length; row++) placeCount = Math.max(placeCount, places[row]! + 1);
  const length = lengthOf(placeCount);
  return { count: Math.ceil(placeCount / length), length, places };
}

/**
 * The block of a row.
 * @param blocks see `rowBlocks`
 * @param row that has a place
 */
export const blockOf = ({ length, places }: RowBlocks, row: number): number =>
  Math.floor((places === null ? row : places[row]!) / length);

/**
 * The sum over all blocks.
 * @param blocks see `BlockSums`
 */
export function totalSums({ width, sums }: BlockSums): Float64Array {
  const total = new Float64Array(width);
  for (let index = 0; index < sums.length; index++) total[index % width]! += sums[index]!;
  return total;
}

/**
 * The share of the variance of a mean that blocks of rows with a memory miss: what neighbouring blocks have in common.
 * For a memory that fades evenly (a first-order process) it is time / (2 · length).
 * @param blocks see `rowBlocks`
 * @param time see `EffectiveSize.time`; 1 for independent rows
 */
export const missedShare = ({ length }: Pick<RowBlocks, 'length'>, time: number): number =>
  time > 1 ? Math.min(0.5, time / (2 * length)) : 0;

/** Blocks are not taken to miss more, nor to show so much too much. */
const MOST_MISSED = 0.9;

/**
 * The share of a measure's variance that blocks of rows miss, as these rows tell it: what the blocks vary by, with
 * `missedShare`, and what the rows' memory makes of it are two estimates of one variance, and their mean is believed. More than
 * `missedShare` where rows have in common what is small beside their own noise but lasts long, or where machines take turns;
 * below zero where blocks show what comes back with every cycle.
 * @param influence of each block on the measure
 * @param rows the sum of the squares of what each row adds to it, how many rows in a row tell as much as one, and the blocks
 */
export function missedVariance(
  influence: Float64Array,
  { squares, time, blocks }: { squares: number; time: number; blocks: RowBlocks },
): number {
  const count = influence.length;
  if (time <= 1 || count < 2) return 0;
  const mean = influence.reduce((sum, value) => sum + value, 0) / count;
  const ofBlocks = (influence.reduce((sum, value) => sum + (value - mean) ** 2, 0) * count) / (count - 1);
  const believed = (ofBlocks / (1 - missedShare(blocks, time)) + time * squares) / 2;
  const missed = 1 - ofBlocks / believed;
  return missed === missed ? Math.min(MOST_MISSED, Math.max(-MOST_MISSED, missed)) : 0;
}

/** A kernel of its own, since measures may use the common one; always the same, since each takes a part of the browser's address space. */
let drawing: Kernel | undefined;

/**
 * Block bootstrap (Künsch 1989, blocks side by side) of measures that are functions of sums over the rows: as many blocks
 * as there are are drawn with replacement, and the measures are computed from their sums. The cost does not grow with
 * the rows. Two files with the same blocks and the same seed draw the same blocks: a paired bootstrap.
 *
 * @param blocks sums over blocks
 * @param measures gives the measures from sums over all rows; NaN where one is not defined
 * @param options seed, how many replicates (1000), and see `missedShare` (0)
 * @returns no replicates for fewer than 8 blocks
 */
export function bootstrap(
  blocks: BlockSums,
  measures: (sums: Float64Array) => readonly number[],
  options: { seed: number; replicates?: number; missed?: number },
): Replicates {
  const { width, sums } = blocks;
  const count = width === 0 ? 0 : sums.length / width;
  const shared = { blocks: count, seed: options.seed, missed: options.missed ?? 0 };
  const nothing = new Float64Array();
  if (count < FEWEST_BLOCKS) return { width: 0, values: nothing, influence: nothing, ...shared };
  const random = seededRandom(options.seed);
  const { replicates = 1000 } = options;
  drawing ??= new Kernel();
  const kernel = drawing;
  const [atSums, atTimes, atDrawn] = kernel.layOut([sums.byteLength, 4 * count, 8 * width]);
  kernel.put(sums, atSums);
  const times = kernel.integers(atTimes, count);
  const drawn = new Float64Array(width);
  const values: number[][] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    times.fill(0);
    for (let i = 0; i < count; i++) times[Math.floor(random() * count)]!++;
    kernel.calls.drawnSums(atSums, atTimes, count, width, atDrawn);
    drawn.set(kernel.doubles(atDrawn, width));
    values.push([...measures(drawn)]);
  }
  return {
    width: values[0]?.length ?? 0,
    values: Float64Array.from(values.flat()),
    influence: Float64Array.from(withoutEach(blocks, measures)),
    ...shared,
  };
}

function withoutEach({ width, sums }: BlockSums, measures: (sums: Float64Array) => readonly number[]): number[] {
  const total = totalSums({ width, sums });
  const fullMeasures = measures(total);
  const rest = new Float64Array(width);
  const influence: number[] = [];
  for (let start = 0; start < sums.length; start += width) {
    for (let k = 0; k < width; k++) rest[k] = total[k]! - sums[start + k]!;
    measures(rest).forEach((value, i) => influence.push(fullMeasures[i]! - value));
  }
  return influence;
}

/**
 * One measure's replicates, and how much it would change without each block.
 * @param replicates see `bootstrap`
 * @param index which measure
 */
export function replicatesOf(replicates: Replicates, index: number): OneMeasure {
  const { width, values, influence, blocks, seed, missed } = replicates;
  const measureColumn = (table: Float64Array): Float64Array =>
    width === 0 ? table : Float64Array.from({ length: table.length / width }, (_, i) => table[i * width + index]!);
  return { replicates: measureColumn(values), influence: measureColumn(influence), blocks, seed, missed };
}

/** A measure's part of `Replicates`. */
export interface OneMeasure extends Pick<Replicates, 'blocks' | 'influence' | 'seed' | 'missed'> {
  replicates: Float64Array;
}
