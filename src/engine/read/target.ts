import type { Prepared } from './prepared.ts';
import { rowsOfSample } from './sample.ts';
import { refuseTooLarge, sampledTable, wholeTable, type Target } from './sampled-table.ts';
import { homeFor } from './table.ts';

/**
 * Where the rows of a table come to stand.
 * @param file the file
 * @param size about how many rows it has, and its columns
 * @param signal stops what a sample asks of the engine
 * @throws PlumblineError when they would not fit
 */
export function targetFor(
  file: Prepared,
  size: { rows: number; names: readonly string[] },
  signal?: AbortSignal,
): Target {
  const { rows, names } = size;
  const { sample, seed = 0 } = file.read ?? {};
  refuseTooLarge({ file: file.name, rows, columns: names.length, sample });
  const home = homeFor(rowsOfSample(sample, rows) * names.length);
  const place = { database: file.engine.database, home, names, signal };
  return sample === undefined ? wholeTable(place) : sampledTable({ ...place, sample, seed, file: file.name });
}
