import type { Random } from '../../src/stats/random.ts';
import { numericDraws } from './draws.ts';
import type { Cells } from './reports.ts';

/** Codes of a level whose share falls as 1 / rank, some of them so rare that a file misses them. */
export function skewedCodes(random: Random, size: number, levels: number): Int32Array {
  const upTo = new Float64Array(levels);
  let total = 0;
  for (let level = 0; level < levels; level++) upTo[level] = total += 1 / (level + 1);
  return Int32Array.from({ length: size }, () => {
    const point = random() * total;
    return upTo.findIndex((end) => point < end);
  });
}

/** Where a cell has no value: `share` of the rows, in bursts whose mean length is `length`. */
export function bursts(random: Random, size: number, { share, length }: { share: number; length: number }): Uint8Array {
  const start = share / (1 - share) / length;
  let off = random() < share;
  return Uint8Array.from({ length: size }, () => {
    const now = Number(off);
    off = off ? random() >= 1 / length : random() < start;
    return now;
  });
}

/** A column of one of the processes of `numericDraws`. */
export const numbers =
  (name: string) =>
  (random: Random, size: number): { numbers: Float64Array } => {
    const draw = numericDraws[name];
    if (draw === undefined) throw new Error(`no draw ${name}`);
    return { numbers: draw(random, size) };
  };

/** Normal values with gaps. */
export const withGaps =
  (gaps: { share: number; length: number }) =>
  (random: Random, size: number): Cells => {
    const cells = numbers('normal')(random, size).numbers;
    const off = bursts(random, size, gaps);
    return { numbers: cells.map((value, row) => (off[row] === 1 ? NaN : value)) };
  };

/** Five categories with gaps. */
export const levelsWithGaps =
  (gaps: { share: number; length: number }) =>
  (random: Random, size: number): Cells => {
    const off = bursts(random, size, gaps);
    return { codes: skewedCodes(random, size, 5).map((code, row) => (off[row] === 1 ? -1 : code)), levels: 5 };
  };
