import { largest, smallest } from '../../facts/extremes.ts';
import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { Delimited } from './delimited.ts';
import { detailOf, type ErrorFacts } from '../../facts/statements/errors.ts';
import type { Rewritten } from './rewritten.ts';
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
    format: 'Excel',
    readAs: [{ kind: 'sheet', values: chosen }],
    notes: names.length > 1 ? [{ kind: 'sheet-chosen', values: chosen, severity: 'info' }] : [],
  };
}

type Rows = (readonly string[])[];

interface Sheet {
  name: string;
  rows: Rows;
}

/** A table has a header and a row at least; hidden sheets are read where no other holds one. */
function firstTable(bytes: Uint8Array, names: readonly string[]): Sheet | null {
  let hidden: Sheet | null = null;
  let short: Sheet | null = null;
  for (const name of names) {
    const sheet = tableOf(bytes, name);
    if (sheet.rows.length < 2) short ??= sheet.rows.length === 1 ? sheet : null;
    else if (!sheet.hidden) return sheet;
    else hidden ??= sheet;
  }
  return hidden ?? short;
}

function tableOf(bytes: Uint8Array, name: string): Sheet & { hidden: boolean } {
  const book = read(bytes, {
    sheets: name,
    dense: true,
    cellDates: true,
    UTC: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
  });
  const sheet = book.Sheets[name];
  return { name, rows: sheet === undefined ? [] : rowsOf(sheet), hidden: isHidden(book, name) };
}

function isHidden({ SheetNames, Workbook }: WorkBook, name: string): boolean {
  const state = Workbook?.Sheets?.[SheetNames.indexOf(name)]?.Hidden;
  return state !== undefined && state !== 0;
}

/** Without the blank margin around the table. */
function rowsOf(sheet: WorkSheet): Rows {
  const sheetRows = (sheet['!data'] ?? []) as ((CellObject | undefined)[] | undefined)[];
  const rows = Array.from(sheetRows, (row) => Array.from(row ?? [], textOf));
  const filled = rows.flatMap((row, i) => (row.some(Boolean) ? [i] : []));
  const [top = 0, bottom = -1] = [filled[0], filled.at(-1)];
  const left = filled.length === 0 ? 0 : smallest(filled.map((i) => rows[i]?.findIndex(Boolean) ?? 0));
  return rows.slice(top, bottom + 1).map((row) => {
    const cells = row.slice(left);
    return cells.slice(0, cells.findLastIndex(Boolean) + 1);
  });
}

const ERRORS = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

function textOf(cell: CellObject | undefined): string {
  if (cell?.v === undefined) return '';
  if (cell.t === 'e') return ERRORS.get(Number(cell.v)) ?? '#N/A';
  return cell.v instanceof Date ? timeText(cell.v) : String(cell.v);
}

/** The day that spreadsheets count from: a time of day is a time on it. */
const EPOCH_DAY = '1899-12-3';

/** A date, a time of day, or both; spreadsheets know no zone. */
function timeText(time: Date): string {
  if (Number.isNaN(time.getTime())) return '#VALUE!';
  const [day = '', clock = ''] = new Date(settled(time.getTime())).toISOString().split('T');
  const short = clock.replace('Z', '').replace(/\.000$/, '');
  if (day.startsWith(EPOCH_DAY)) return short;
  return short === '00:00:00' ? day : `${day} ${short}`;
}

/** Days are kept as fractions: a whole second may come out a millisecond off. */
function settled(ms: number): number {
  const deviation = ms - Math.round(ms / 1000) * 1000;
  return Math.abs(deviation) <= 1 ? ms - deviation : ms;
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
