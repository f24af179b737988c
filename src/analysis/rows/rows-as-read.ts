import { decodeTable } from '../../engine/database/database.ts';
import type { LostCell, Places } from '../../engine/columns/find-rows.ts';
import type { StoredColumn } from '../../engine/data-set.ts';
import { csvLine } from '../../facts/csv.ts';
import type { FoundRow, FoundRows } from '../../facts/rows.ts';

/** Rows as the engine gave them, which goes to any thread. */
export interface RowsAsRead {
  /** Arrow: the place of each row, then its cells as texts. */
  pieces: Uint8Array[];
  /** Of each row, in the order in which they are shown. */
  places: Places;
  /** Its number in the file, from 0. */
  fileRows: Places;
  columns: FoundRows['columns'];
  /** Cells that reading made missing: by row of the file what stood in which column. */
  lost: readonly { row: number; column: number; cell: string }[];
  /** The files that the table was put together from, where there are several. */
  parts: readonly { name: string; rows: number }[];
}

/** Lost cells by the place of their column. */
export const withLost = (lost: readonly LostCell[], columns: readonly StoredColumn[]): RowsAsRead['lost'] =>
  lost.flatMap(({ stored, row, cell }) => {
    const column = columns.findIndex((candidate) => candidate.stored === stored);
    return column === -1 ? [] : [{ row, column, cell }];
  });

/** The rows with their cells, in the order in which they are shown. */
export function inOrderOf({ pieces, places, fileRows, columns, lost, parts }: RowsAsRead): FoundRow[] {
  const table = decodeTable(pieces);
  const cells = columns.map((_, i) => [...table.getChildAt<string | null>(i + 1)]);
  const indexes = new Map(Array.from(table.getChildAt<number>(0), (place, i) => [Number(place), i]));
  const lostByRow = new Map<number, RowsAsRead['lost'][number][]>();
  for (const cell of lost) lostByRow.set(cell.row, [...(lostByRow.get(cell.row) ?? []), cell]);
  return places.flatMap((place, i) => {
    const index = indexes.get(place);
    if (index === undefined) return [];
    const row = cells.map((column) => column[index] ?? null);
    const fileRow = fileRows[i] ?? place;
    for (const { column, cell } of lostByRow.get(fileRow) ?? []) row[column] ??= cell;
    return [{ ...placeIn(parts, fileRow), cells: row }];
  });
}

/** The number of a row in its own file, from 1. */
function placeIn(parts: RowsAsRead['parts'], fileRow: number): Pick<FoundRow, 'file' | 'row'> {
  let row = fileRow;
  for (const { name, rows } of parts) {
    if (row < rows) return { file: name, row: row + 1 };
    row -= rows;
  }
  return { row: fileRow + 1 };
}

/** Names of the columns in front of those of the file. */
export interface PlaceNames {
  file: string;
  row: string;
}

/** Rows as CSV, with their numbers in front. */
export function csvOfRows(read: RowsAsRead, names: PlaceNames): Uint8Array<ArrayBuffer> {
  const { columns, parts } = read;
  const hasFiles = parts.length > 0;
  const head = [...(hasFiles ? [names.file] : []), names.row, ...columns.map(({ name }) => name)];
  const lines = inOrderOf(read).map(({ file = '', row, cells }) =>
    csvLine([
      ...(hasFiles ? [file] : []),
      row,
      ...cells.map((cell, i) => asWritten(cell, columns[i]?.isNumber === true)),
    ]),
  );
  return new TextEncoder().encode([csvLine(head), ...lines].join(''));
}

/** A number is none that a spreadsheet would run. */
const asWritten = (cell: string | null, isNumber: boolean): string | number | null =>
  isNumber && cell !== null && cell.trim() !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell;

/** What the page may ask of a worker about rows. */
export const rowCalls = {
  /** @param read the pieces are handed over */
  writeRows: (read: RowsAsRead, names: PlaceNames): Uint8Array<ArrayBuffer> => csvOfRows(read, names),
};
