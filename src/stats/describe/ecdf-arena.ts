import { largest } from '../../facts/extremes.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** Memory of a kernel for one column and its ECDF. */
export interface EcdfArena {
  kernel: Kernel;
  /** The column's values, in row order: whoever fills it spares `ecdf` a copy. */
  rows: Float64Array;
  /** The same for the marks of its missing rows. */
  missing: Uint8Array;
  /** Addresses. */
  addresses: Record<'rows' | 'missing' | 'values' | 'counts' | 'upTo' | 'spare', number>;
}

/** Before the first step of a curve stands how many values lie below: none. */
const BEFORE = 16;
/** Behind its last value is a place that comparisons use. */
const BEHIND = 8;

/**
 * Lays out a kernel's memory for some columns: 25 bytes a row, and 8 more a row of the longest. What lay there before is lost.
 * @param kernel whose memory
 * @param sizes rows of each column
 * @param kept bytes of what was laid out first before, and stays where it is
 * @returns an arena for each column; columns of one kernel are compared where they lie
 * @throws {RangeError} when the machine has not so much memory
 */
export function ecdfArenas(kernel: Kernel, sizes: readonly number[], kept: readonly number[] = []): EcdfArena[] {
  const laidOut = kernel.layOut([
    ...kept,
    8 * largest(sizes, 0),
    ...sizes.flatMap((rows) => [8 * rows, rows, 8 * rows + BEHIND, 4 * rows, BEFORE + 4 * rows]),
  ]);
  const places = laidOut.slice(kept.length);
  const [spare = 0] = places;
  return sizes.map((size, i) => {
    const [rows = 0, missing = 0, values = 0, counts = 0, start = 0] = places.slice(1 + 5 * i);
    kernel.words(start, BEFORE / 4).fill(0);
    return {
      kernel,
      rows: kernel.doubles(rows, size),
      missing: kernel.bytes(missing, size),
      addresses: { rows, missing, values, counts, upTo: start + BEFORE, spare },
    };
  });
}
