import type { DataSet } from '../data-set.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';
import { SUMMARY_COLUMNS } from '../../facts/summary-file.ts';

/** With so many of a summary file's twelve columns, these three among them, a table was meant to be one. */
const MEANT = 8;
const TELLING: readonly string[] = ['kind', 'name', 'n'];

/**
 * As columns are named in the app: some engines write all names in capitals.
 * @param name
 */
export const summaryName = (name: string): string => name.toLowerCase();

/**
 * Whether a table is a summary file: it has the twelve columns, in any order, and no others.
 * @param set a file as it was read
 * @throws PlumblineError for a table that is nearly one, which says what is amiss: read as data it would tell nonsense
 */
export function isSummary({ columns, summary }: Pick<DataSet, 'columns' | 'summary'>): boolean {
  const names = new Set(columns.map(({ name }) => summaryName(name)));
  const lacks = SUMMARY_COLUMNS.filter((name) => !names.has(name));
  const isMeant = TELLING.every((name) => names.has(name)) && SUMMARY_COLUMNS.length - lacks.length >= MEANT;
  if (!isMeant) return false;
  const known = new Set<string>(SUMMARY_COLUMNS);
  const surplus = columns.map(({ name }) => name).filter((name) => !known.has(summaryName(name)));
  if (lacks.length === 0 && surplus.length === 0) return true;
  throw new PlumblineError('summary-file', { problem: 'columns', lacks, surplus }, { file: summary.name });
}
