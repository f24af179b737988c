import type { Metric } from './metric.ts';
import { TABLE } from './table.ts';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The long table as CSV (RFC 4180, UTF-8): numbers at full precision, empty where there is none. A text that a spreadsheet
 * would run as a formula is given an apostrophe in front; numbers never are.
 */
export function metricsCsv(metrics: readonly Metric[]): string {
  const lines = metrics.map((row) => TABLE.map(({ cellOf }) => csvCell(cellOf(row))));
  return [TABLE.map(({ name }) => name), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  // An empty text is quoted, so that it differs from none.
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
