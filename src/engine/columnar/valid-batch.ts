import { PlumblineError } from '../../facts/statements/errors.ts';
import { type Data, type RecordBatch, Type } from 'apache-arrow';

/**
 * Refuses a batch whose parts do not have the sizes that it says: readers after this one take them for granted, and would read
 * beside them. Texts, lists, positions in dictionaries and marks of missing values have to lie inside what they point into.
 * @param batch as it was decoded
 * @throws PlumblineError that names the column
 */
export function refuseInvalid(batch: RecordBatch): void {
  batch.data.children.forEach((data, i) => {
    const fits = data.length === batch.numRows && isValid(data);
    if (fits) return;
    const column = batch.schema.fields[i]?.name ?? '';
    throw new PlumblineError('damaged-file', { format: 'columnar-content', of: 'Arrow' }, { column });
  });
}

const isValid = (data: Data): boolean => hasNulls(data) && hasValues(data) && data.children.every(isValid);

function hasNulls({ nullCount, nullBitmap, length }: Data): boolean {
  if (!Number.isSafeInteger(length) || length < 0 || nullCount > length) return false;
  return nullCount <= 0 || (nullBitmap as Uint8Array | undefined) === undefined || nullBitmap.byteLength * 8 >= length;
}

/** By type, where more is to be looked at than that the values are there. */
const CHECKS = new Map<Type, (data: Data) => boolean>([
  ...[Type.Null, Type.Union, Type.SparseUnion, Type.DenseUnion].map((type) => [type, () => true] as const),
  [Type.Bool, (data) => bytesOf(data) * 8 >= data.length],
  ...[Type.Utf8, Type.LargeUtf8, Type.Binary, Type.LargeBinary].map(
    (type) => [type, (data: Data) => areOrdered(data, bytesOf(data))] as const,
  ),
  ...[Type.List, Type.Map].map(
    (type) => [type, (data: Data) => areOrdered(data, data.children[0]?.length ?? 0)] as const,
  ),
  [Type.Struct, ({ children, length }) => children.every((child) => child.length >= length)],
  [Type.FixedSizeList, ({ children, length, stride }) => (children[0]?.length ?? 0) >= length * stride],
  [Type.Dictionary, pointInside],
]);

const hasValues = (data: Data): boolean => (CHECKS.get((data.type as { typeId: Type }).typeId) ?? hasFixed)(data);

const bytesOf = ({ values }: Data): number => (values as Uint8Array | undefined)?.byteLength ?? 0;

function hasFixed({ values, length, stride }: Data): boolean {
  return length === 0 || ((values as Uint8Array | undefined)?.length ?? 0) >= length * stride;
}

/** Offsets start at nothing less than 0, never fall, and end inside what they point into. */
function areOrdered({ valueOffsets, length }: Data, size: number): boolean {
  const offsets = valueOffsets as Int32Array | BigInt64Array;
  if (length === 0) return true;
  if (offsets.length <= length) return false;
  let before = offsets[0] ?? 0;
  if (before < 0) return false;
  for (let i = 1; i <= length; i++) {
    const offset = offsets[i] ?? 0;
    if (offset < before) return false;
    before = offset;
  }
  return before <= size;
}

function pointInside(data: Data): boolean {
  if (!hasFixed(data)) return false;
  const { dictionary, length, nullCount } = data;
  if (dictionary === undefined || !dictionary.data.every(isValid)) return false;
  const positions = data.values as ArrayLike<number | bigint>;
  for (let i = 0; i < length; i++) {
    const position = positions[i] ?? 0;
    const isInside = position >= 0 && position < dictionary.length;
    if (!isInside && (nullCount === 0 || data.getValid(i))) return false;
  }
  return true;
}
