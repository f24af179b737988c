import { PlumblineError } from '../../facts/statements/errors.ts';
import {
  columnFromArray,
  float64,
  IntervalUnit,
  Precision,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  timestamp,
  TimeUnit,
  Type,
  utf8,
  type Column,
  type DataType,
  type DurationType,
  type Field,
  type IntervalType,
  type TimeType,
} from '@uwdata/flechette';
import { int96Time } from './int96.ts';
import type { NoteValues, ReadNote } from '../../facts/statements/reading.ts';

/** What becomes of the columns that the engine cannot take as they are. */
export interface Refit {
  /** Names of the columns that are kept, in file order. */
  columns: string[];
  notes: ReadNote[];
  /** A batch with its columns refitted; the same bytes where none has to be. */
  apply(stream: Uint8Array): Uint8Array;
}

/** Notes that name a column and nothing else. */
type ColumnNote = {
  [Kind in keyof NoteValues]: NoteValues[Kind] extends { column: string }
    ? { column: string } extends NoteValues[Kind]
      ? Kind
      : never
    : never;
}[keyof NoteValues];

/** What a column is changed to, and what is said of it. */
interface Change {
  /** null leaves the column out. */
  target: { type: DataType; convert: (value: unknown) => unknown } | null;
  /** null where nothing of it is lost or guessed. */
  note: ColumnNote | null;
}

interface Schema {
  fields: readonly Field[];
  columnOrder?: readonly string[] | undefined;
  int96?: ReadonlySet<string> | undefined;
}

/**
 * Decides how a columnar file's columns are handed to the engine: durations become numbers, byte values of 16 become
 * UUIDs, byte values that are text become text, and other binary data is left out.
 * @param schema the file's columns
 * @param schema.fields in their order
 * @param schema.columnOrder the order in which the columns are wanted; others come behind
 * @param schema.int96 names of columns of 12 bytes that are times of Parquet's old form
 * @param first its first batch as an IPC stream; null when it has none
 */
export function refit({ fields, columnOrder = [], int96 }: Schema, first: Uint8Array | null): Refit {
  const start =
    first !== null && fields.some(({ type }) => isOdd(type)) ? tableFromIPC(first, { useBigInt: true }) : null;
  const changes = fields.map((field, i) =>
    int96?.has(field.name) === true ? int96Times : changeOf(field, start?.getChildAt(i)),
  );
  const notes = fields.flatMap(({ name }, i): ReadNote[] => {
    const change = changes[i];
    if (change === undefined || change.note === null) return [];
    return [{ kind: change.note, values: { column: name }, severity: 'info', column: name }];
  });
  const kept = fields.flatMap(({ name }, i) => (changes[i]?.target === null ? [] : [{ i, name }]));
  const place = ({ name }: { name: string }): number =>
    columnOrder.includes(name) ? columnOrder.indexOf(name) : columnOrder.length;
  const order = [...kept].sort((a, b) => place(a) - place(b) || a.i - b.i);
  if (kept.length === 0) throw new PlumblineError('not-a-table', { problem: 'no-column' });
  const isAsItWas = changes.every((change) => change === undefined) && order.every(({ i }, index) => i === index);
  return {
    columns: order.map(({ name }) => name),
    notes,
    apply: (stream) =>
      isAsItWas
        ? stream
        : changed(
            stream,
            order.map(({ i, name }) => ({ i, name, target: changes[i]?.target })),
          ),
  };
}

interface Kept {
  /** Its place in the file. */
  i: number;
  name: string;
  target: Change['target'] | undefined;
}

function changed(stream: Uint8Array, kept: readonly Kept[]): Uint8Array {
  const table = tableFromIPC(stream, { useBigInt: true });
  const columns = kept.map(({ i, name, target }): [string, Column<unknown>] => {
    const column = table.getChildAt<unknown>(i);
    // The engine numbers repeated names itself; here they would be one.
    const several = table.children.some(({ data }) => data.length > 1);
    const asItIs = several ? converted(column, { type: column.type, convert: (value) => value }) : column;
    return [`${String(i)} ${name}`, target ? converted(column, target) : asItIs];
  });
  const bytes = tableToIPC(tableFromColumns(columns), { format: 'stream' });
  if (bytes === null) throw new Error('a batch could not be written');
  return bytes;
}

const converted = (column: Column<unknown>, { type, convert }: NonNullable<Change['target']>): Column<unknown> =>
  columnFromArray<unknown>(
    Array.from({ length: column.length }, (_, i) => {
      const value = column.at(i);
      return value === null || value === undefined ? null : convert(value);
    }),
    type,
  );

const BYTES = new Set<number>([Type.Binary, Type.LargeBinary, Type.BinaryView]);
const ODD = new Set<number>([
  ...BYTES,
  ...[Type.FixedSizeBinary, Type.Interval, Type.Duration, Type.Time, Type.RunEndEncoded],
]);

/** Types that the engine refuses, or that mean nothing to it. */
const isOdd = (type: DataType): boolean =>
  ODD.has(type.typeId) ||
  'children' in type ||
  (type.typeId === Type.Dictionary && isOdd(type.dictionary)) ||
  (type.typeId === Type.Float && type.precision === Precision.HALF) ||
  (type.typeId === Type.Decimal && type.bitWidth !== 128);

/** undefined for a column that stays as it is. */
function changeOf({ type }: Pick<Field, 'type'>, sample: Column<unknown> | undefined): Change | undefined {
  if (!isOdd(type)) return undefined;
  return change(type.typeId === Type.Dictionary ? type.dictionary : type, sample);
}

function change(type: DataType, sample: Column<unknown> | undefined): Change | undefined {
  if (BYTES.has(type.typeId)) return ofBytes(sample);
  switch (type.typeId) {
    case Type.FixedSizeBinary:
      return type.stride === 16 ? uuid : blob;
    case Type.Duration:
    case Type.Time:
    case Type.Interval:
      return timeSpan(type);
    case Type.Float:
      return { target: { type: float64(), convert: Number }, note: 'half-precision' };
    case Type.Decimal:
      return type.bitWidth === 256 ? { target: null, note: 'decimals-left-out' } : plainNumber;
    case Type.RunEndEncoded:
      return runs(type.children[1]?.type);
    default:
      return { target: { type: utf8(), convert: asJson }, note: 'nested-as-text' };
  }
}

const ofBytes = (sample: Column<unknown> | undefined): Change => (sample !== undefined && isText(sample) ? text : blob);

const plainNumber: Change = { target: { type: float64(), convert: Number }, note: null };

const int96Times: Change = {
  target: { type: timestamp(TimeUnit.MICROSECOND), convert: (value) => int96Time(value as Uint8Array) },
  note: null,
};

/** Values that are told once for as many rows as hold them, written out. */
function runs(type: DataType | undefined): Change {
  const identity = (value: unknown): unknown => value;
  switch (type?.typeId) {
    case Type.Int:
    case Type.Float:
    case Type.Timestamp:
    case Type.Date:
    case Type.Bool:
    case Type.Utf8:
      return { target: { type, convert: identity }, note: null };
    case Type.Decimal:
      return plainNumber;
    case Type.LargeUtf8:
    case Type.Utf8View:
    case Type.Dictionary:
      return { target: { type: utf8(), convert: String }, note: null };
    default:
      return { target: { type: utf8(), convert: asJson }, note: 'nested-as-text' };
  }
}

const SAMPLE = 1000;

/** Whether byte values are text: some writers do not say so. Control codes other than white space speak against it. */
function isText(sample: Column<unknown>): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let seen = 0;
  for (let i = 0; i < sample.length && seen < SAMPLE; i++) {
    const value = sample.at(i) as Uint8Array | null;
    if (value === null || value.length === 0) continue;
    seen++;
    try {
      // eslint-disable-next-line no-control-regex -- these are what tells binary data
      if (/[\0-\x08\x0e-\x1f\x7f]/.test(decoder.decode(value))) return false;
    } catch {
      return false;
    }
  }
  return seen > 0;
}

const blob: Change = { target: null, note: 'binary-left-out' };

const utf8Text = new TextDecoder();

const text: Change = {
  target: { type: utf8(), convert: (value) => utf8Text.decode(value as Uint8Array) },
  note: 'bytes-as-text',
};

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

const uuid: Change = {
  target: {
    type: utf8(),
    convert: (value) =>
      Array.from(value as Uint8Array, hex)
        .join('')
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  },
  note: 'bytes-as-uuids',
};

function timeSpan(type: DurationType | TimeType | IntervalType): Change | undefined {
  if (type.typeId === Type.Interval) return intervals[type.unit];
  const isClock = type.typeId === Type.Time;
  return secondsIn(type.unit, isClock ? 'times-as-seconds' : 'durations-as-seconds');
}

const PER_SECOND: Record<number, number> = {
  [TimeUnit.SECOND]: 1,
  [TimeUnit.MILLISECOND]: 1e3,
  [TimeUnit.MICROSECOND]: 1e6,
  [TimeUnit.NANOSECOND]: 1e9,
};

const secondsIn = (unit: number, note: ColumnNote): Change => ({
  target: { type: float64(), convert: (value) => Number(value) / (PER_SECOND[unit] ?? 1) },
  note,
});

const DAY_SECONDS = 86_400;

function daysAndTime(value: unknown): number {
  const [days = 0, milliseconds = 0] = value as Int32Array;
  return days * DAY_SECONDS + milliseconds / 1000;
}

function mixedInterval(value: unknown): string {
  const [months = 0, days = 0, nanoseconds = 0] = Array.from(value as ArrayLike<number | bigint>, Number);
  return `P${String(months)}M${String(days)}DT${String(nanoseconds / 1e9)}S`;
}

const intervals: Record<number, Change> = {
  [IntervalUnit.YEAR_MONTH]: { target: { type: float64(), convert: Number }, note: 'intervals-as-months' },
  [IntervalUnit.DAY_TIME]: { target: { type: float64(), convert: daysAndTime }, note: 'intervals-as-seconds' },
  // A month has no number of seconds.
  [IntervalUnit.MONTH_DAY_NANO]: {
    target: { type: utf8(), convert: mixedInterval },
    note: 'intervals-as-text',
  },
};

const asJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'bigint') return Number.isSafeInteger(Number(inner)) ? Number(inner) : inner.toString();
    return ArrayBuffer.isView(inner) ? Array.from(inner as unknown as ArrayLike<number>) : inner;
  });
