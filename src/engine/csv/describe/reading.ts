import type { Encoding } from '../../../facts/settings/encodings.ts';
import type { DateOrder } from '../../../facts/settings/read-options.ts';
import type { ReadAs } from '../../../facts/statements/reading.ts';
import type { Coercions } from '../coercions.ts';
import type { NumberFormat } from '../numbers/format.ts';
import type { PreparedCsv } from '../head/prepare.ts';
import type { TargetColumn } from '../head/target-column.ts';
import { MISSING_TEXTS } from '../options.ts';

/**
 * How a file was read.
 * @param csv what its head showed
 * @param done what reading found besides
 */
export function describeReading(csv: PreparedCsv, done: Coercions): ReadAs[] {
  const missing = [...new Set(['', ...(csv.habits.options.missing ?? MISSING_TEXTS)])];
  return [
    ...describeText(csv, done.encoding),
    ...describeNumbers(done.columns),
    ...describeTimes(done.columns),
    { kind: 'missing', values: { texts: missing } },
  ];
}

/**
 * How a file is put together as a text.
 * @param csv what its head showed
 * @param used the encoding in the end, where more than the head told it
 */
export function describeText(
  { dialect, encoding, frame, tail, habits }: PreparedCsv,
  used: Encoding = encoding.encoding,
): ReadAs[] {
  const { headerLines } = habits.options;
  const { delimiter, starts, header, quoted, quote, escape, comment, skipLines } = dialect;
  const byLetters = encoding.evidence === 'statistics' || used !== encoding.encoding;
  return [
    { kind: 'encoding', values: { encoding: used, byLetters } },
    { kind: 'delimiter', values: { delimiter: starts === null ? delimiter : 'fixed' } },
    ...(starts === null ? [] : [{ kind: 'widths', values: { widths: widthsOf(starts) } } as const]),
    { kind: 'quotes', values: { seen: quoted, mark: quote } },
    ...(escape === 'doubled' ? [] : [{ kind: 'escape', values: { escape } } as const]),
    { kind: 'header', values: { header } },
    ...(skipLines > 0 ? [{ kind: 'skipped-lines', values: { lines: skipLines } } as const] : []),
    ...(headerLines === undefined ? [] : [{ kind: 'header-lines', values: { lines: headerLines } } as const]),
    ...(tail.rows > 0 ? [{ kind: 'last-lines', values: { lines: tail.rows } } as const] : []),
    ...(frame.tables > 1 ? [{ kind: 'table', values: { table: frame.table, tables: frame.tables } } as const] : []),
    ...(comment === null ? [] : [{ kind: 'comment-lines', values: { mark: comment } } as const]),
  ];
}

const widthsOf = (starts: readonly number[]): number[] => starts.slice(1).map((start, i) => start - (starts[i] ?? 0));

const describeNumbers = (columns: readonly TargetColumn[]): ReadAs[] =>
  describeMarks(columns.flatMap(({ reading }) => (reading.kind === 'number' ? [reading.format] : [])));

/**
 * The marks that numbers are written with.
 * @param formats those of all columns
 */
export function describeMarks(formats: readonly NumberFormat[]): ReadAs[] {
  const decimals = new Set(formats.map(({ decimal }) => decimal));
  const groups = new Set(formats.flatMap(({ thousands }) => (thousands === '' ? [] : [thousands])));
  return [
    ...(decimals.size === 0 ? [] : [{ kind: 'decimal', values: { marks: [...decimals] } } satisfies ReadAs]),
    ...(groups.size === 0 ? [] : [{ kind: 'thousands', values: { marks: [...groups] } } satisfies ReadAs]),
  ];
}

function describeTimes(columns: readonly TargetColumn[]): ReadAs[] {
  const readings = columns.flatMap(({ reading }) => (reading.kind === 'time' ? [reading] : []));
  if (readings.length === 0) return [];
  const formats = [...new Set(readings.flatMap((reading) => reading.formats))];
  const orders = new Set(formats.map(orderOf).concat(readings.some(({ iso }) => iso) ? ['year'] : []));
  return [
    { kind: 'date-order', values: { orders: [...orders] } },
    ...(formats.length === 0 ? [] : [{ kind: 'date-formats', values: { formats } } as const]),
  ];
}

function orderOf(format: string): DateOrder {
  if (/^%[yY]/.test(format)) return 'year';
  return format.startsWith('%d') ? 'day' : 'month';
}
