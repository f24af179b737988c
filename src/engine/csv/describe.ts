import type { NoteValues, ReadAs, ReadNote } from '../../facts/statements/reading.ts';
import type { Encoding } from '../../facts/settings/encodings.ts';
import { quote } from '../../facts/statements/statement.ts';
import type { Coercions, Listed } from './coercions.ts';
import { looksTyped } from './head/cells.ts';
import { MISSING_TEXTS } from './options.ts';
import type { PreparedCsv } from './head/prepare.ts';
import type { NumberReading, StoredType } from './head/stored-type.ts';
import type { Accounting } from './numbers/accounting.ts';
import type { TargetColumn } from './head/target-column.ts';
import type { DateOrder } from '../../facts/settings/read-options.ts';
import { widthNotes } from './width-notes.ts';

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

function describeNumbers(columns: readonly TargetColumn[]): ReadAs[] {
  const formats = columns.flatMap(({ reading }) => (reading.kind === 'number' ? [reading.format] : []));
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

const cellTypes: Readonly<Record<StoredType, NoteValues['cells-unreadable']['as']>> = {
  DOUBLE: 'number',
  TIMESTAMP: 'time',
  BOOLEAN: 'boolean',
  VARCHAR: 'text',
};

/**
 * What a person should look at: rows that were mended, cells that could not be read, guesses that nothing confirms.
 * @param done what reading changed
 */
export function describeNotes({ cells, short, long, invalid, columns, empty }: Coercions): ReadNote[] {
  return [
    ...(empty === 0
      ? []
      : [{ kind: 'empty-rows-left-out', values: { rows: empty }, severity: 'info' } satisfies ReadNote]),
    ...undecodable(invalid),
    ...widthNotes('rows-short', short, columns.length),
    ...widthNotes('rows-long', long, columns.length),
    ...[...cells].flatMap(([i, lost]) => unreadable(columns[i], lost)),
    ...columns.flatMap((column) => [...guesses(column), ...column.remarks]),
  ];
}

/**
 * What the head of a file shows that a person should know: names that could be values, texts that count as missing.
 * @param csv what its head showed
 */
export function describeHead({ dialect, heads, habits, ...csv }: PreparedCsv): ReadNote[] {
  const names = heads.map(({ name }) => name).filter(looksTyped);
  const told = habits.options.header !== undefined || !dialect.header;
  const holding = heads.filter(({ missing }) => missing.length > 0);
  const texts = [...new Set(holding.flatMap(({ missing }) => missing.map(({ text }) => text)))];
  const values = { texts, columns: holding.map(({ name }) => name) };
  return [
    ...describeFrame({ heads, ...csv }),
    ...(told || names.length === 0
      ? []
      : [{ kind: 'numbers-as-names', values: { names }, severity: 'info' } satisfies ReadNote]),
    ...(texts.length === 0 ? [] : [{ kind: 'missing-texts', values, severity: 'info' } satisfies ReadNote]),
  ];
}

/**
 * What stands around the table, and how its names fit.
 * @param csv what its head showed
 */
export function describeFrame({ heads, frame, tail }: Pick<PreparedCsv, 'heads' | 'frame' | 'tail'>): ReadNote[] {
  const { unnamed, rowNames, below, table, tables } = frame;
  const width = heads.length;
  const [example] = tail.texts;
  return [
    ...(unnamed === 0
      ? []
      : [{ kind: 'names-fewer', values: { named: width - unnamed, width }, severity: 'warning' } satisfies ReadNote]),
    ...(rowNames
      ? [{ kind: 'row-names', values: { column: heads[0]?.name ?? '' }, severity: 'info' } satisfies ReadNote]
      : []),
    ...(below.length === 0
      ? []
      : [{ kind: 'lines-below-names', values: { texts: below }, severity: 'info' } satisfies ReadNote]),
    ...(tables < 2
      ? []
      : [{ kind: 'tables-stacked', values: { table, tables }, severity: 'warning' } satisfies ReadNote]),
    ...(example === undefined
      ? []
      : [
          {
            kind: 'tail-left-out',
            values: { rows: tail.texts.length, sums: tail.sums, example: quote(example) },
            severity: 'warning',
          } satisfies ReadNote,
        ]),
  ];
}

const undecodable = (invalid: Coercions['invalid']): ReadNote[] =>
  invalid === null
    ? []
    : [
        {
          kind: 'undecodable-bytes',
          values: { places: invalid.count, row: invalid.row },
          severity: 'warning',
          row: invalid.row,
        },
      ];

function unreadable(column: TargetColumn | undefined, { count, examples }: Listed): ReadNote[] {
  const [first] = examples;
  if (column === undefined) return [];
  const { name, type } = column;
  const example = first !== undefined && 'value' in first ? first.value : quote(null);
  return [
    {
      kind: 'cells-unreadable',
      values: { column: name, cells: count, as: cellTypes[type], example },
      severity: 'warning',
      column: name,
      examples,
      ...(first !== undefined && { row: first.row }),
    },
  ];
}

/** Readings that the file itself does not prove. */
function guesses({ name, reading, alternative, ambiguous }: TargetColumn): ReadNote[] {
  const common = { severity: 'info', column: name } as const;
  const values = { column: name };
  if (reading.kind === 'epoch') {
    return [{ ...common, kind: 'epoch-times', values: { column: name, unit: reading.unit } }];
  }
  if (reading.kind === 'duration') return [{ ...common, kind: 'durations-as-seconds', values }];
  if (reading.kind === 'serial') return [{ ...common, kind: 'spreadsheet-dates', values }];
  if (reading.kind === 'time' && reading.formats[0]?.startsWith('%Y%m') === true) {
    return [{ ...common, kind: 'compact-dates', values }];
  }
  const years = reading.kind === 'time' ? reading.latestYear : undefined;
  const short: ReadNote[] =
    years === undefined
      ? []
      : [{ ...common, kind: 'two-digit-years', values: { column: name, first: years - 99, last: years } }];
  if (alternative !== null) return [...short, { ...common, kind: 'ambiguous-dates', values, severity: 'warning' }];
  if (reading.kind === 'time') return short;
  if (reading.kind !== 'number') return [];
  return numberNotes({ name, reading, ambiguous });
}

function numberNotes({
  name,
  reading,
  ambiguous,
}: {
  name: string;
  reading: NumberReading;
  ambiguous: boolean;
}): ReadNote[] {
  const { unit, format, accounting } = reading;
  const common = { severity: 'info', column: name } as const;
  const open = { column: name, decimal: format.decimal };
  return [
    ...(unit === '' ? [] : [{ ...common, kind: 'unit-in-cells', values: { column: name, unit } } satisfies ReadNote]),
    ...(accounting === null ? [] : accountingNotes(name, accounting)),
    ...(ambiguous
      ? [{ ...common, kind: 'ambiguous-decimal', values: open, severity: 'warning' } satisfies ReadNote]
      : []),
  ];
}

/**
 * Says that numbers are written with brackets, signs behind them or a currency.
 * @param name of the column
 * @param accounting how they are written
 */
export const accountingNotes = (name: string, { example, sign }: Accounting): ReadNote[] => [
  {
    kind: 'accounting-numbers',
    values: { column: name, sign, example: quote(example) },
    severity: 'info',
    column: name,
  },
];
