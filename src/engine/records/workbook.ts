import { largest } from '../../facts/extremes.ts';
import { read, type WorkBook } from '@e965/xlsx';
import { Delimited } from './delimited.ts';
import { detailOf, type ErrorFacts } from '../../facts/statements/errors.ts';
import type { ReadNote } from '../../facts/statements/reading.ts';
import type { Rewritten } from './rewritten.ts';
import { rowsOf, type SheetRows } from './sheet-rows.ts';
import { workbookBytes } from './workbook-parts.ts';

/**
 * Writes a sheet of a workbook anew as delimited text.
 * @param file `.xlsx`, `.xlsm`, `.xlsb`, `.xls` or `.ods`
 * @param sheet its name; left out for the first one that is shown and holds rows
 */
export async function writeSheet(file: Blob, sheet: string | undefined): Promise<Rewritten | ErrorFacts> {
  try {
    const found = await workbookBytes(file);
    return 'code' in found ? found : rewrite(found.bytes, sheet);
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): ErrorFacts {
  const detail = detailOf(error);
  const message = String(detail.quote);
  if (/password/i.test(message)) {
    return { code: 'unsupported-format', values: { form: 'locked-workbook' } };
  }
  if (error instanceof RangeError || /string length/i.test(message)) {
    return { code: 'too-large', values: { kind: 'workbook' } };
  }
  return { code: 'damaged-file', values: { format: 'workbook', detail } };
}

function rewrite(bytes: Uint8Array, asked: string | undefined): Rewritten | ErrorFacts {
  const { SheetNames: names } = read(bytes, { bookSheets: true });
  if (asked !== undefined && !names.includes(asked)) {
    return { code: 'sheet-missing', values: { sheet: asked, sheets: names } };
  }
  const found = asked === undefined ? firstTable(bytes, names) : tableOf(bytes, asked);
  if (found === null || found.rows.length === 0) {
    return {
      code: 'no-rows',
      values: asked === undefined ? { source: 'workbook' } : { source: 'sheet', sheet: asked },
    };
  }
  const { name, rows } = found;
  const chosen = { sheet: name, sheets: names };
  return {
    table: delimited(rows),
    named: false,
    format: 'Excel',
    readAs: [{ kind: 'sheet', values: chosen }],
    notes: [
      ...(names.length > 1
        ? [{ kind: 'sheet-chosen', values: chosen, severity: found.isOther ? 'warning' : 'info' } satisfies ReadNote]
        : []),
      ...cellNotes(found),
    ],
  };
}

function cellNotes({ merged, commas }: SheetRows): ReadNote[] {
  return [
    ...(merged === 0 ? [] : [{ kind: 'merged-cells', values: { cells: merged }, severity: 'info' } satisfies ReadNote]),
    ...(commas === null ? [] : [{ kind: 'comma-texts', values: commas, severity: 'info' } satisfies ReadNote]),
  ];
}

type Rows = SheetRows['rows'];

interface Sheet extends SheetRows {
  name: string;
  /** Another sheet before it holds rows too. */
  isOther?: boolean;
}

/** Fewer rows may be a cover: who made it, and when. */
const COVER_ROWS = 6;
/** A sheet behind a cover has so many times its rows. */
const TIMES_LONGER = 5;

/**
 * A table has a header and a row at least; hidden sheets are read where no other holds one. A short sheet before a long one
 * is its cover.
 */
function firstTable(bytes: Uint8Array, names: readonly string[]): Sheet | null {
  const kept: Partial<Record<SheetKind, Sheet>> = {};
  for (const name of names) {
    const sheet = tableOf(bytes, name);
    const kind = kindOf(sheet);
    if (kind === 'shown' && kept.shown === undefined && sheet.rows.length >= COVER_ROWS) return sheet;
    if (kind === 'shown' && kept.shown !== undefined && isBehindCover(sheet, kept.shown))
      return { ...sheet, isOther: true };
    kept[kind] ??= sheet;
  }
  return kept.shown ?? kept.hidden ?? kept.short ?? null;
}

type SheetKind = 'shown' | 'hidden' | 'short' | 'empty';

function kindOf({ rows, hidden }: Sheet & { hidden: boolean }): SheetKind {
  if (rows.length < 2) return rows.length === 1 ? 'short' : 'empty';
  return hidden ? 'hidden' : 'shown';
}

const isBehindCover = ({ rows }: Sheet, cover: Sheet): boolean => rows.length >= TIMES_LONGER * cover.rows.length;

function tableOf(bytes: Uint8Array, name: string): Sheet & { hidden: boolean } {
  const book = read(bytes, {
    sheets: name,
    dense: true,
    cellDates: true,
    UTC: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    // Formats tell durations.
    cellNF: true,
  });
  const sheet = book.Sheets[name];
  const rows =
    sheet === undefined
      ? { rows: [], merged: 0, commas: null }
      : rowsOf(sheet, book.Workbook?.WBProps?.date1904 === true);
  return { name, ...rows, hidden: isHidden(book, name) };
}

function isHidden({ SheetNames, Workbook }: WorkBook, name: string): boolean {
  const state = Workbook?.Sheets?.[SheetNames.indexOf(name)]?.Hidden;
  return state !== undefined && state !== 0;
}

/**
 * Titles above the table stay short rows, so that they are told from it as in any text; the table's own rows are
 * filled up to one width.
 */
function delimited(rows: Rows): Blob {
  const width = largest(
    rows.map(({ length }) => length),
    0,
  );
  const filled = (row: readonly string[]): number => row.filter(Boolean).length;
  // The row of names has hardly a gap.
  const maxFilled = largest(rows.map(filled), 0);
  const body = rows.findIndex((row) => filled(row) >= 0.8 * maxFilled);
  const text = new Delimited();
  rows.forEach((row, i) => {
    text.add(i < body ? row : Array.from({ length: width }, (_, column) => row[column] ?? ''));
  });
  return text.blob();
}
