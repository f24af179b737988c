import { largest, smallest } from '../../facts/extremes.ts';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { quote, type Quote } from '../../facts/statements/statement.ts';
import { textOf } from './cell-text.ts';

type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** A sheet as texts, and what was done to its cells. */
export interface SheetRows {
  rows: (readonly string[])[];
  /** Cells that were merged with the one above, and hold its value now. */
  merged: number;
  /** Texts that are numbers with a decimal comma, and the first of them. */
  commas: { cells: number; example: Quote } | null;
}

/**
 * The rows of a sheet, without the blank margin around the table. A cell that is merged downwards stands for all of its rows;
 * numbers that were typed as texts with a decimal comma become numbers.
 * @param sheet with its cells in rows
 * @param fromMac days count from 1904
 */
export function rowsOf(sheet: WorkSheet, fromMac: boolean): SheetRows {
  const cells = (sheet['!data'] ?? []) as Cells;
  const rows = Array.from(cells, (row) => Array.from(row ?? [], (cell) => textOf(cell, fromMac)));
  const merged = fillMerged(rows, cells, sheet['!merges'] ?? []);
  const commas = pointsForCommas(rows, cells);
  const filled = rows.flatMap((row, i) => (row.some(Boolean) ? [i] : []));
  const [top = 0, bottom = -1] = [filled[0], filled.at(-1)];
  const left = filled.length === 0 ? 0 : smallest(filled.map((i) => rows[i]?.findIndex(Boolean) ?? 0));
  return {
    ...{ merged, commas },
    rows: rows.slice(top, bottom + 1).map((row) => {
      const inner = row.slice(left);
      return inner.slice(0, inner.findLastIndex(Boolean) + 1);
    }),
  };
}

const isTyped = (cell: CellObject | undefined): boolean => cell?.t === 'n' || cell?.t === 'd' || cell?.t === 'b';

/** Heads are merged downwards too, but hold no value beside them. */
function fillMerged(rows: string[][], cells: Cells, merges: NonNullable<WorkSheet['!merges']>): number {
  let filled = 0;
  for (const { s: from, e: to } of merges) {
    const text = rows[from.r]?.[from.c] ?? '';
    const isInTable = cells[from.r]?.some((cell, column) => column !== from.c && isTyped(cell)) === true;
    if (text === '' || !isInTable) continue;
    for (const row of rows.slice(from.r + 1, to.r + 1)) {
      while (row.length < from.c) row.push('');
      row[from.c] = text;
      filled++;
    }
  }
  return filled;
}

const COMMA_NUMBER = /^[+-]?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+),[0-9]+$/;
/** With three digits behind it, a comma may group them. */
const PROOF = /^[+-]?0,|\..*,|,(?:[0-9]{1,2}|[0-9]{4,})$/;
/** Of the texts of a column, at least this share has to be numbers for them to be read as such. */
const MOSTLY = 0.8;

function pointsForCommas(rows: string[][], cells: Cells): SheetRows['commas'] {
  let example: string | null = null;
  let count = 0;
  const width = largest(
    rows.map(({ length }) => length),
    0,
  );
  for (let column = 0; column < width; column++) {
    const texts = rows.flatMap((row, i) => (cells[i]?.[column]?.t === 's' && (row[column] ?? '') !== '' ? [i] : []));
    const numbers = texts.filter((i) => COMMA_NUMBER.test(rows[i]?.[column]?.trim() ?? ''));
    // The name stands among the texts.
    const isNumeric = numbers.length > 0 && numbers.length >= MOSTLY * (texts.length - 1);
    if (!isNumeric || !numbers.some((i) => PROOF.test(rows[i]?.[column]?.trim() ?? ''))) continue;
    for (const i of numbers) {
      const row = rows[i];
      if (row === undefined) continue;
      example ??= row[column] ?? '';
      row[column] = (row[column] ?? '').trim().replaceAll('.', '').replace(',', '.');
      count++;
    }
  }
  return example === null ? null : { cells: count, example: quote(example) };
}
