import type { ReadOptions } from '../csv/options.ts';
import type { ColumnReading } from '../../facts/settings/read-options.ts';
import { SUMMARY_COLUMNS } from '../../facts/summary-file.ts';
import { summaryName } from './is-summary.ts';

const TEXTS: readonly string[] = ['kind', 'period', 'segment', 'name', 'other', 'label'];

/**
 * How a text table is read that has a summary file's columns: what its cells are is known, and "NA" may be a category or a name.
 * @param names of its columns
 * @param options how it would be read else
 * @returns null for any other table
 */
export function summaryReading(names: readonly string[], options: ReadOptions): ReadOptions | null {
  const found = new Set(names.map(summaryName));
  if (found.size !== SUMMARY_COLUMNS.length || SUMMARY_COLUMNS.some((name) => !found.has(name))) return null;
  const readingOf = (name: string): ColumnReading => (TEXTS.includes(summaryName(name)) ? 'text' : 'number');
  const columns = new Map(names.map((name) => [name, readingOf(name)]));
  return { ...options, columns, missing: [''], missingIn: undefined, rename: undefined, asWritten: true };
}
