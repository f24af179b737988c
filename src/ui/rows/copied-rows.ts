import { tabLine } from '../../facts/csv.ts';
import type { FoundRows } from '../../facts/rows.ts';
import { words } from '../../words/words.ts';

/** The rows that are shown as a spreadsheet takes them from the clipboard. */
export function copiedRows({ shown, columns }: FoundRows): string {
  const { row, fileName } = words.sections.rows;
  const hasFiles = shown.some(({ file }) => file !== undefined);
  const head = [row, ...(hasFiles ? [fileName] : []), ...columns.map(({ name }) => name)];
  return [
    head,
    ...shown.map((found) => [found.row, ...(hasFiles ? [found.file ?? ''] : []), ...cellsOf(found, columns)]),
  ]
    .map(tabLine)
    .join('');
}

/** A number is none that a spreadsheet would run. */
const cellsOf = ({ cells }: FoundRows['shown'][number], columns: FoundRows['columns']) =>
  cells.map((cell, i) =>
    columns[i]?.isNumber === true && cell !== null && Number.isFinite(Number(cell)) ? Number(cell) : cell,
  );
