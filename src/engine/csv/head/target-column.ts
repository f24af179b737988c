import { largest } from '../../../facts/extremes.ts';
import type { ColumnReading, DateOrder } from '../../../facts/settings/read-options.ts';
import type { EpochUnit, ReadNote } from '../../../facts/statements/reading.ts';
import { chooseFormat, isAmbiguous, type NumberFormat } from '../numbers/format.ts';
import type { ReadOptions } from '../options.ts';
import { formatsOf, hasOpenDates, ISO_FORMAT, type TimeCounts } from '../times.ts';
import { joinAsked } from '../sql/joined-text.ts';
import { marksOf, type HeadColumn } from './column-look.ts';
import { remarksOn } from './remarks.ts';
import {
  countedTime,
  couldBeNumbers,
  spelledOtherwise,
  storedType,
  type Reading,
  type StoredType,
} from './stored-type.ts';

/** A column as it will be stored. */
export interface TargetColumn {
  name: string;
  type: StoredType;
  reading: Reading;
  /** Texts that stand for "no value" in the heads, but for the empty one. */
  missing: readonly string[];
  /** All that would, where that is set by hand for the column. */
  ownMissing: readonly string[] | null;
  /** Dates whose order of day and month nothing in the heads tells: the same dates read month first (or day first). */
  alternative: Reading | null;
  /** Numbers that another decimal mark would read as well, with other values. */
  ambiguous: boolean;
  /** How the numbers are written among the words of a column that was kept as text; null where it could not be one of numbers. */
  numbersAmong: NumberFormat | null;
  /** Its cells are meant as text, whatever they read like. */
  asText: boolean;
  /** What a person should know of how its cells were read. */
  remarks: ReadNote[];
}

/** What a file's columns together tell of how it is written. */
export interface FileHabits {
  decimal: '.' | ',';
  /** Whether something says so: where not, numbers like `1.234` are open. */
  proven: boolean;
  options: ReadOptions;
}

/**
 * How a column is read in one file.
 * @param head the column there
 * @param everywhere the column in all files that have it
 * @param habits decimal mark of the file, and what is set by hand
 */
export function targetColumn(head: HeadColumn, everywhere: readonly HeadColumn[], habits: FileHabits): TargetColumn {
  const { options } = habits;
  const asked = options.columns?.get(head.name);
  const type = storedType(everywhere, asked);
  const remarks = remarksOn(head, everywhere, { type, asked });
  const missing = [...new Set(everywhere.flatMap((file) => file.missing.map(({ text }) => text)))];
  const isText = type === 'VARCHAR';
  const asText = isText && (asked !== undefined || everywhere.some(({ kept }) => kept !== null));
  const couldBe = isText && asked === undefined && everywhere.some(couldBeNumbers);
  const numbersAmong = couldBe ? formatOf(head, habits) : null;
  const { name, ownMissing } = head;
  const meant = { name, type, missing, ownMissing, asText, numbersAmong, remarks };
  return { ...meant, alternative: null, ambiguous: false, ...readingOf(head, everywhere, { ...habits, type, asked }) };
}

const formatOf = ({ numbers }: HeadColumn, { decimal, options }: FileHabits): NumberFormat =>
  chooseFormat(numbers, { decimal, marks: marksOf(options) }).format;

type Read = Pick<TargetColumn, 'reading'> & Partial<Pick<TargetColumn, 'alternative' | 'ambiguous'>>;

function readingOf(
  head: HeadColumn,
  everywhere: readonly HeadColumn[],
  habits: FileHabits & { type: StoredType; asked: ColumnReading | undefined },
): Read {
  const { type, asked, options } = habits;
  const reading = askedTime(asked, (latest) => lastYear(head.name, everywhere, { latest, options }));
  if (reading !== null) return { reading };
  switch (type) {
    case 'TIMESTAMP':
      return timeReading(head, everywhere, options);
    case 'DOUBLE':
      return numberReading(head, habits);
    case 'VARCHAR':
      return { reading: textReading(asked, head.padded) };
    case 'BOOLEAN':
      return { reading: { kind: spelledOtherwise(everywhere) ? 'yes-no' : 'boolean' } };
  }
}

function numberReading(head: HeadColumn, habits: FileHabits & { asked: ColumnReading | undefined }): Read {
  const { asked, proven } = habits;
  if (asked === undefined && head.durations.cells > 0) return { reading: { kind: 'duration' } };
  const { unit, accounting, numbers } = head;
  const limits = asked === 'number_limits' && ({ limits: true } as const);
  return {
    reading: { kind: 'number', format: formatOf(head, habits), unit, accounting, ...limits },
    ambiguous: !proven && isAmbiguous(numbers),
  };
}

const textReading = (asked: ColumnReading | undefined, padded: boolean): Reading => ({
  kind: 'text',
  padded,
  join: joinAsked(asked),
});

const EPOCHS: Readonly<Partial<Record<string, EpochUnit>>> = {
  epoch_s: 's',
  epoch_ms: 'ms',
  epoch_us: 'us',
  epoch_ns: 'ns',
};

/** Where it is said how moments are written. */
function askedTime(asked: ColumnReading | undefined, lastOf: (latest: number) => number): Reading | null {
  if (asked?.includes('%') === true) {
    return { kind: 'time', formats: [asked], iso: false, ...(asked.includes('%y') && { latestYear: lastOf(0) }) };
  }
  if (asked === 'excel_date') return { kind: 'serial' };
  const unit = EPOCHS[asked ?? ''];
  return unit === undefined ? null : { kind: 'epoch', unit };
}

function timeReading(
  head: HeadColumn,
  everywhere: readonly HeadColumn[],
  options: ReadOptions,
): Pick<TargetColumn, 'reading' | 'alternative'> {
  const { dateOrder: asked } = options;
  const counted = countedTime(head);
  if (counted !== null) return { reading: counted, alternative: null };
  const { shapes, steps, latest, orders } = head.times;
  const ownOrder = (shape: string): DateOrder | null => signed(orders.get(shape) ?? 0);
  const told = asked ?? orderOf([head.times]) ?? orderOf(everywhere.map(({ times }) => times));
  const read = (order: DateOrder): Reading => ({
    kind: 'time',
    formats: formatsOf(shapes, (shape) => asked ?? ownOrder(shape) ?? order),
    iso: shapes.has(ISO_FORMAT) || shapes.size === 0,
    ...(steps.length > 0 && { steps }),
    ...(latest > 0 && { latestYear: lastYear(head.name, everywhere, { latest, options }) }),
  });
  if (told !== null || !hasOpenDates(shapes)) return { reading: read(told ?? 'day'), alternative: null };
  return { reading: read('day'), alternative: read('month') };
}

/** Years of two digits lie in the past, or a few years ahead where all of them do. */
const YEARS_AHEAD = 10;
const CENTURY = 100;

function lastYear(
  name: string,
  everywhere: readonly HeadColumn[],
  { latest, options }: { latest: number; options: ReadOptions },
): number {
  const start = options.centuryIn?.get(name) ?? options.centuryStart;
  if (start !== undefined) return start + CENTURY - 1;
  const year = new Date().getFullYear();
  const last = largest(
    everywhere.map(({ times }) => times.latest),
    latest,
  );
  return last > year && last <= year + YEARS_AHEAD ? last : year;
}

const signed = (surplus: number): 'day' | 'month' | null => (surplus === 0 ? null : surplus > 0 ? 'day' : 'month');

/** The order that the dates which only one order can read are in; null where there are none, or as many of either. */
function orderOf(times: readonly TimeCounts[]): 'day' | 'month' | null {
  const surplus = times.reduce((sum, { dayFirst, monthFirst }) => sum + dayFirst - monthFirst, 0);
  return signed(surplus);
}
