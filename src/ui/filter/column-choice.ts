import type { ReportColumn } from '../../facts/document/document.ts';
import { readMoment } from '../../facts/settings/rows-choice.ts';
import type { ConditionOnCell } from '../../facts/slice.ts';

/** In which way rows are chosen by a column; null where its cells are neither numbers, times nor categories. */
export function choiceOf({ type, distribution }: ReportColumn): 'number' | 'time' | 'category' | null {
  if (type === 'numeric') return 'number';
  if (type === 'datetime') return 'time';
  return distribution?.kind === 'categorical' ? 'category' : null;
}

/** The most frequent categories. */
export const namesIn = ({ distribution }: ReportColumn): string[] =>
  distribution?.kind === 'categorical' ? distribution.categories.map(({ name }) => name) : [];

/** What was typed as a limit: a number, with a comma for a point, or a time. Undefined for what is neither, null for nothing. */
export function limitFrom(text: string, form: 'number' | 'time'): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const limit = form === 'time' ? readMoment(trimmed) : Number(trimmed.replace(',', '.'));
  return Number.isFinite(limit) ? limit : undefined;
}

/** A range by what was typed as its limits; null where that is none. */
export function rangeFrom(
  column: string,
  form: 'number' | 'time',
  { first, last }: { first: string; last: string },
): ConditionOnCell | null {
  const [lower, upper] = [limitFrom(first, form), limitFrom(last, form)];
  if (lower === undefined || upper === undefined || (lower === null && upper === null)) return null;
  return { column, test: 'range', from: lower, to: upper, as: form };
}

/** Lines that are not empty: a value each. */
export const valuesIn = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
