import { commonKernel, type Kernel } from './kernel.ts';

/** Rows in the common kernel's memory, until its next use. */
export interface CopiedRows {
  kernel: Kernel;
  values: number;
  /** 0 where nothing is marked as missing. */
  missing: number;
  /** The other places asked for. */
  places: number[];
}

/**
 * Copies a column's rows to where the kernel can walk over them.
 * @param values one number a row
 * @param missing one byte a row, 1 where the cell is missing; null for none
 * @param sizes bytes of other places that are needed beside them
 */
export function copyRows(values: Float64Array, missing: Uint8Array | null, sizes: readonly number[]): CopiedRows {
  const kernel = commonKernel();
  const [place = 0, marks = 0, ...places] = kernel.layOut([8 * values.length, missing?.length ?? 0, ...sizes]);
  kernel.doubles(place, values.length).set(values);
  if (missing !== null) kernel.bytes(marks, missing.length).set(missing);
  return { kernel, values: place, missing: missing === null ? 0 : marks, places };
}
