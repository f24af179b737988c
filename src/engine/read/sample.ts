import type { Sample } from '../../facts/settings/read-options.ts';

/**
 * About how many rows of a table are used.
 * @param sample which rows
 * @param rows of the table
 */
export function rowsOfSample(sample: Sample | undefined, rows: number): number {
  if (sample === undefined) return rows;
  if (sample.method === 'random') return rows * sample.share;
  return sample.method === 'every' ? rows / sample.n : Math.min(rows, sample.rows);
}
