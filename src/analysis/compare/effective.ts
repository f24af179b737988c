import type { NumberColumn } from '../../engine/columns/decode.ts';
import type { Ecdf } from '../../stats/describe/ecdf.ts';
import { effectiveSize, effectiveSizeOfLevels, type EffectiveSize } from '../../stats/adjust/effective-size.ts';

/** In longer files the memory of a process is looked for in so many rows from their middle. */
const WINDOW_ROWS = 131_072;

/** The rows in which the memory of a process is looked for. */
export function orderWindow(rows: number): { from: number; to: number } {
  if (rows <= 2 * WINDOW_ROWS) return { from: 0, to: rows };
  const from = Math.floor((rows - WINDOW_ROWS) / 2);
  return { from, to: from + WINDOW_ROWS };
}

/** Rows that count in full: where their order means nothing. */
export const allRows = (rows: number): EffectiveSize => ({ rows, effective: rows, time: 1 });

const worth = (rows: number, { time }: EffectiveSize): EffectiveSize => ({ rows, effective: rows / time, time });

/** How many independent rows a numeric column in the order of its rows is worth. */
export function numericSize(column: NumberColumn, curve: Ecdf): EffectiveSize {
  const { values, missing } = column;
  const { from, to } = orderWindow(values.length);
  if (to - from === values.length) return effectiveSize(values, missing, curve);
  return worth(curve.size, effectiveSize(values.subarray(from, to), missing?.subarray(from, to) ?? null));
}

/** The same for categories, from the codes of `orderWindow`'s rows. */
export const categorySize = (codes: Int32Array, rows: number): EffectiveSize =>
  worth(rows, effectiveSizeOfLevels(codes));
