/** A file's rows, parted into those that segments are found on and those that they are confirmed on. */
export interface SplitRows {
  /** Row numbers. */
  found: Uint32Array;
  confirmed: Uint32Array;
  /** Of each confirmed row, the block that it is in, counted from 0. */
  block: Uint8Array;
  blocks: number;
  /** Rows a block, about. */
  length: number;
}

/** Segments are found on at most so many rows of a file. */
const MOST_FOUND = 100_000;
/** Blocks are so many times as long as the rows' memory, where the rows are enough for it. */
const TIMES = 5;
const FEWEST_BLOCKS = 16;
const MOST_BLOCKS = 64;
/** So much of a block that confirms is left out at either end: rows there depend on those that were searched. */
const GUARD = 0.1;

/** Whether a place, in blocks, is near one of their ends. */
const isAtEnd = (place: number): boolean => Math.abs((place % 1) - 0.5) > 0.5 - GUARD;

/** What is known of a file's rows. */
export interface RowsInOrder {
  rows: number;
  /** The stretch of each row, where the file's order is not the order; else null. */
  stretches: Uint8Array | null;
  /** How many rows in a row tell as much as one; 1 for independent rows. */
  time: number;
  /** What each row is worth, NaN for rows that are left out; null for all rows. */
  values: Float64Array | null;
}

/**
 * Parts rows block by block: segments are found on the even ones and confirmed on the odd ones, so that neighbouring rows
 * that depend on each other are on one side. Of more than 100 000 rows of even blocks every second, third, … is searched.
 * @param rows what is known of them
 * @returns 16 to 64 blocks in all, half of them to confirm, without a tenth at either end where the file's order is the order
 */
export function splitRows({ rows, stretches, time, values }: RowsInOrder): SplitRows {
  const byMemory = Math.floor(rows / (TIMES * Math.max(1, time)));
  const blocks = 2 * Math.floor(Math.min(MOST_BLOCKS, Math.max(FEWEST_BLOCKS, byMemory)) / 2);
  const blockAt = (row: number): number =>
    stretches === null ? Math.floor((row * blocks) / rows) : (stretches[row] ?? 0);
  const [found, confirmed] = [new Uint32Array(rows), new Uint32Array(rows)];
  const block = new Uint8Array(rows);
  let [searched, tested, highest] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    if (values !== null && values[row] !== values[row]) continue;
    const place = blockAt(row);
    if (place % 2 === 0) found[searched++] = row;
    else if (stretches !== null || !isAtEnd((row * blocks) / rows)) {
      const confirming = (place - 1) / 2;
      if (confirming > highest) highest = confirming;
      block[tested] = confirming;
      confirmed[tested++] = row;
    }
  }
  const step = Math.ceil(searched / MOST_FOUND);
  return {
    found: step > 1 ? found.subarray(0, searched).filter((_, i) => i % step === 0) : found.slice(0, searched),
    confirmed: confirmed.slice(0, tested),
    block: block.slice(0, tested),
    blocks: highest + 1,
    length: tested / (highest + 1),
  };
}

/**
 * Codes of some rows.
 * @param codes one byte a row
 * @param rows row numbers
 */
export function codesAt(codes: Uint8Array, rows: Uint32Array): Uint8Array {
  const picked = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = codes[rows[i]!]!;
  return picked;
}

/**
 * Values of some rows.
 * @param values one a row
 * @param rows row numbers
 */
export function valuesAt(values: Float64Array, rows: Uint32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]!]!;
  return picked;
}
