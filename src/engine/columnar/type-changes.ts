import {
  float64,
  Precision,
  timestamp,
  TimeUnit,
  Type,
  utf8,
  type Column,
  type DataType,
  type Field,
} from '@uwdata/flechette';
import { ofBytes, blob, uuid } from './byte-columns.ts';
import type { Change } from './column-change.ts';
import { int96Time } from './int96.ts';
import { timeSpan } from './time-spans.ts';

const BYTES = new Set<number>([Type.Binary, Type.LargeBinary, Type.BinaryView]);
const ODD = new Set<number>([
  ...BYTES,
  ...[Type.FixedSizeBinary, Type.Interval, Type.Duration, Type.Time, Type.RunEndEncoded],
]);

/**
 * Types that the engine refuses, or that mean nothing to it.
 * @param type of a column
 */
export const isOdd = (type: DataType): boolean =>
  ODD.has(type.typeId) ||
  'children' in type ||
  (type.typeId === Type.Dictionary && isOdd(type.dictionary)) ||
  (type.typeId === Type.Float && type.precision === Precision.HALF) ||
  (type.typeId === Type.Decimal && type.bitWidth !== 128);

/**
 * What becomes of a column; undefined where it stays as it is.
 * @param field the column
 * @param field.type its type
 * @param sample its first values
 */
export function changeOf({ type }: Pick<Field, 'type'>, sample: Column<unknown> | undefined): Change | undefined {
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

const plainNumber: Change = { target: { type: float64(), convert: Number }, note: null };

/** Times of Parquet's old form. */
export const int96Times: Change = {
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

const asJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'bigint') return Number.isSafeInteger(Number(inner)) ? Number(inner) : inner.toString();
    // JSON has no words for these.
    if (typeof inner === 'number' && !Number.isFinite(inner)) return String(inner);
    return ArrayBuffer.isView(inner) ? Array.from(inner as unknown as ArrayLike<number>) : inner;
  });
