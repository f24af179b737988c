import type { SummaryFile } from '../../../facts/summary-file.ts';
import { DAY } from '../period-sums.ts';

/** Starts of fewer stretches tell little of how long one is. */
const ENOUGH = 30;

/**
 * How long the stretches of time are that a summary was counted by: the longest that all of them may begin at.
 * @param file the summary
 * @returns milliseconds; undefined where too few stretches tell
 */
export function stretchOf({ columns }: SummaryFile): number | undefined {
  const starts = new Set(columns.flatMap(({ order }) => [...(order?.stretches.starts ?? [])]));
  if (starts.size < ENOUGH) return undefined;
  const stretch = [...starts].reduce(divisor, DAY);
  return Number.isInteger(stretch / 1000) ? stretch : undefined;
}

/** The greatest that divides both. */
const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(Math.abs(b), Math.abs(a) % Math.abs(b)));
