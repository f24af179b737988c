import type { NumberColumn } from '../../engine/columns/decode.ts';
import type { Ecdf } from '../../stats/describe/ecdf.ts';
import { effectiveSize, effectiveSizeOfLevels, type EffectiveSize } from '../../stats/adjust/effective-size.ts';

/** In longer files the memory of a process is looked for in so many rows from their middle. */
const WINDOW_ROWS = 131_072;

/** The rows in which the memory of a process is looked for. */
export function orderWindow(rows: number): { start: number; end: number } {
  if (rows <= 2 * WINDOW_ROWS) return { start: 0, end: rows };
  const start = Math.floor((rows - WINDOW_ROWS) / 2);
  return { start, end: start + WINDOW_ROWS };
}

/** Rows that count in full: where their order means nothing. */
export const allRows = (rows: number): EffectiveSize => ({ rows, effective: rows, time: 1 });

const scaledSize = (rows: number, { time }: EffectiveSize): EffectiveSize => ({ rows, effective: rows / time, time });

/** The effective size of a numeric column in the order of its rows. */
export function numericSize(column: NumberColumn, curve: Ecdf): EffectiveSize {
  const { values, missing } = column;
  const { start, end } = orderWindow(values.length);
  if (end - start === values.length) return effectiveSize(values, missing, curve);
  return scaledSize(curve.size, effectiveSize(values.subarray(start, end), missing?.subarray(start, end) ?? null));
}

/** The same for categories, from the codes of `orderWindow`'s rows. */
export const categorySize = (codes: Int32Array, rows: number): EffectiveSize =>
  scaledSize(rows, effectiveSizeOfLevels(codes));
