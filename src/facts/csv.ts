/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * One line of CSV (RFC 4180, UTF-8), its end included: numbers at full precision, nothing for null. A text that a
 * spreadsheet would run as a formula is given an apostrophe in front; numbers never are.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** The same with tabs between the cells, as spreadsheets take it from the clipboard. */
export const tabLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join('\t')}\r\n`;

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  // An empty text is quoted, so that it differs from none.
  return text === '' || /[",\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
