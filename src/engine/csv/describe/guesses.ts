import type { ReadNote } from '../../../facts/statements/reading.ts';
import { quote } from '../../../facts/statements/statement.ts';
import type { NumberReading, Reading } from '../head/stored-type.ts';
import type { TargetColumn } from '../head/target-column.ts';
import type { Accounting } from '../numbers/accounting.ts';

/**
 * Readings that the file itself does not prove.
 * @param target a column as it was read
 */
export function guesses(target: TargetColumn): ReadNote[] {
  const { name, reading, alternatives, ambiguous } = target;
  const common = { severity: 'info', column: name } as const;
  const values = { column: name };
  if (reading.kind === 'epoch') {
    return [{ ...common, kind: 'epoch-times', values: { column: name, unit: reading.unit } }];
  }
  if (reading.kind === 'duration') return [durationNote(name, reading)];
  if (reading.kind === 'serial') return [{ ...common, kind: 'spreadsheet-dates', values }];
  if (reading.kind === 'time' && reading.formats[0]?.startsWith('%Y%m') === true) {
    return [{ ...common, kind: 'compact-dates', values }];
  }
  const years = reading.kind === 'time' ? reading.latestYear : undefined;
  const short: ReadNote[] =
    years === undefined
      ? []
      : [{ ...common, kind: 'two-digit-years', values: { column: name, first: years - 99, last: years } }];
  if (alternatives.length > 0) return [...short, openOrder(target)];
  if (reading.kind === 'time') return short;
  if (reading.kind !== 'number') return [];
  return numberNotes({ name, reading, ambiguous });
}

const durationNote = (column: string, { leading, open }: Extract<Reading, { kind: 'duration' }>): ReadNote =>
  open === undefined
    ? { kind: 'durations-as-seconds', values: { column, leading }, severity: 'info', column }
    : { kind: 'durations-open', values: { column, example: quote(open) }, severity: 'warning', column };

/** The orders that dates may be in, the one that was taken first; with their formats where each is read in one. */
function openOrder({ name, reading, order, alternatives }: TargetColumn): ReadNote {
  const formats = [reading, ...alternatives.map((ordered) => ordered.reading)].flatMap(onlyFormat);
  const orders = [order ?? 'day', ...alternatives.map((ordered) => ordered.order)];
  const values = { column: name, orders, ...(formats.length === orders.length && { formats }) };
  return { kind: 'ambiguous-dates', values, severity: 'warning', column: name };
}

const onlyFormat = (reading: Reading): string[] =>
  reading.kind === 'time' && reading.formats.length === 1 && !reading.iso && reading.steps === undefined
    ? reading.formats
    : [];

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
