import type { ColumnReading, DateOrder } from '../../../facts/settings/read-options.ts';
import type { ClockUnit, EpochUnit, ReadNote } from '../../../facts/statements/reading.ts';
import { chooseFormat, isAmbiguous, type NumberFormat } from '../numbers/format.ts';
import type { ReadOptions } from '../options.ts';
import { joinAsked } from '../sql/joined-text.ts';
import { marksOf, type HeadColumn } from './column-look.ts';
import { remarksOn } from './remarks.ts';
import { lastYear, timeReading, type Ordered } from './time-reading.ts';
import { couldBeNumbers, spelledOtherwise, storedType, type Reading, type StoredType } from './stored-type.ts';

/** A column as it will be stored. */
export interface TargetColumn {
  name: string;
  type: StoredType;
  reading: Reading;
  /** Texts that stand for "no value" in the heads, but for the empty one. */
  missing: readonly string[];
  /** All that would, where that is set by hand for the column. */
  ownMissing: readonly string[] | null;
  /** The order of open dates, and the same dates read in the others: where nothing in the heads tells. */
  order: DateOrder | null;
  alternatives: readonly Ordered[];
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
  const usual = { order: null, alternatives: [], ambiguous: false };
  return { ...meant, ...usual, ...readingOf(head, everywhere, { ...habits, type, asked }) };
}

const formatOf = ({ numbers }: HeadColumn, { decimal, options }: FileHabits): NumberFormat =>
  chooseFormat(numbers, { decimal, marks: marksOf(options) }).format;

type Read = Pick<TargetColumn, 'reading'> & Partial<Pick<TargetColumn, 'order' | 'alternatives' | 'ambiguous'>>;

function readingOf(
  head: HeadColumn,
  everywhere: readonly HeadColumn[],
  habits: FileHabits & { type: StoredType; asked: ColumnReading | undefined },
): Read {
  const { type, asked, options } = habits;
  const reading = askedTime(asked, () => lastYear(head.name, [], options));
  if (reading !== null) return { reading };
  switch (type) {
    case 'TIMESTAMP':
      return timeReading(head, everywhere, options);
    case 'DOUBLE':
      return numberReading(head, habits);
    case 'VARCHAR':
      return { reading: textReading(asked, head) };
    case 'BOOLEAN':
      return { reading: { kind: spelledOtherwise(everywhere) ? 'yes-no' : 'boolean' } };
  }
}

function numberReading(head: HeadColumn, habits: FileHabits & { asked: ColumnReading | undefined }): Read {
  const { asked, proven } = habits;
  const duration = durationReading(head, asked);
  if (duration !== null) return { reading: duration };
  const { unit, accounting, numbers } = head;
  const limits = asked === 'number_limits' && ({ limits: true } as const);
  return {
    reading: { kind: 'number', format: formatOf(head, habits), unit, accounting, ...limits },
    ambiguous: !proven && isAmbiguous(numbers),
  };
}

const DURATIONS: Readonly<Partial<Record<string, ClockUnit>>> = {
  duration_hours: 'hours',
  duration_minutes: 'minutes',
};

function durationReading({ durations }: HeadColumn, asked: ColumnReading | undefined): Reading | null {
  const { cells, leading, example } = durations;
  if (asked !== undefined) return asked in DURATIONS ? { kind: 'duration', leading: DURATIONS[asked] ?? null } : null;
  return cells === 0 ? null : { kind: 'duration', leading, ...(leading === 'hours' && { open: example }) };
}

const textReading = (asked: ColumnReading | undefined, { padded, formulas }: HeadColumn): Reading => ({
  kind: 'text',
  padded,
  join: joinAsked(asked),
  ...(formulas.cells > 0 && asked !== 'text' && { formula: true }),
});

const EPOCHS: Readonly<Partial<Record<string, EpochUnit>>> = {
  epoch_s: 's',
  epoch_ms: 'ms',
  epoch_us: 'us',
  epoch_ns: 'ns',
};

/** Where it is said how moments are written. */
function askedTime(asked: ColumnReading | undefined, lastOf: () => number): Reading | null {
  if (asked?.includes('%') === true) {
    return { kind: 'time', formats: [asked], iso: false, ...(asked.includes('%y') && { latestYear: lastOf() }) };
  }
  if (asked === 'excel_date') return { kind: 'serial' };
  const unit = EPOCHS[asked ?? ''];
  return unit === undefined ? null : { kind: 'epoch', unit };
}
