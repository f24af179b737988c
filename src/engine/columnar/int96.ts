import { footerOf, FooterWalk } from './parquet-footer.ts';
import type { ThriftField } from './thrift.ts';

/** Ids of Parquet's structs and types, as in parquet.thrift. */
const ELEMENT = { type: 1, typeLength: 2, name: 4 } as const;
const CHUNK_TYPE = 1;
const TYPE = { int96: 3, fixedBytes: 7 } as const;
const INT96_BYTES = 12;

interface Edit {
  from: number;
  to: number;
  bytes: number[];
}

const zigzag = (value: number): number => value * 2;
const I32 = 0x05;

/**
 * A Parquet file whose times of the old form INT96 are declared as 12 bytes each, which they are: the decoder takes them for nanoseconds
 * since 1970 in 64 bits, so that dates before 1677 or after 2262 (9999-12-31 for "open end") come out as other dates.
 * @param file a Parquet file
 * @returns the file with another footer, and the names of these columns; the file itself where there is none
 */
export async function withoutInt96(file: Blob): Promise<{ file: Blob; names: ReadonlySet<string> }> {
  const unchanged = { file, names: new Set<string>() };
  const footer = await footerOf(file);
  if (footer === null) return unchanged;
  const { edits, names } = editsOf(footer.bytes);
  if (names.size === 0) return unchanged;
  const edited = apply(footer.bytes, edits);
  const end = new DataView(new ArrayBuffer(4));
  end.setUint32(0, edited.length, true);
  return { file: new Blob([file.slice(0, footer.start), edited, end, 'PAR1']), names };
}

function editsOf(footer: Uint8Array): { edits: Edit[]; names: Set<string> } {
  const walk = new FooterWalk(footer);
  const isInt96 = ({ start }: ThriftField): boolean => walk.number(start) === TYPE.int96;
  const names = new Set<string>();
  const edits: Edit[] = [];
  for (const fields of walk.elements()) {
    const type = fields.find(({ id }) => id === ELEMENT.type);
    if (type === undefined || !isInt96(type)) continue;
    edits.push(asFixedBytes(footer, type, fields[fields.indexOf(type) + 1]));
    const name = fields.find(({ id }) => id === ELEMENT.name);
    names.add(name === undefined ? '' : walk.text(name.start));
  }
  for (const fields of walk.chunks()) {
    const type = fields.find(({ id }) => id === CHUNK_TYPE);
    if (type && isInt96(type)) edits.push({ from: type.start, to: type.end, bytes: [zigzag(TYPE.fixedBytes)] });
  }
  return { edits, names };
}

/** The type, the length behind it, and the next field's header, which counts from the field before it. */
function asFixedBytes(footer: Uint8Array, type: ThriftField, next: ThriftField | undefined): Edit {
  const bytes = [zigzag(TYPE.fixedBytes), 0x10 | I32, zigzag(INT96_BYTES)];
  if (next === undefined) return { from: type.start, to: type.end, bytes };
  if (next.id === ELEMENT.typeLength) return { from: type.start, to: next.end, bytes };
  const header = ((next.id - ELEMENT.typeLength) << 4) | ((footer[next.at] ?? 0) & 15);
  return { from: type.start, to: next.at + 1, bytes: [...bytes, header] };
}

function apply(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let done = 0;
  for (const { from, to, bytes: replaced } of [...edits].sort((a, b) => a.from - b.from)) {
    parts.push(bytes.subarray(done, from), Uint8Array.from(replaced));
    done = to;
  }
  parts.push(bytes.subarray(done));
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}

const JULIAN_1970 = 2_440_588;
const DAY_MS = 86_400_000;

/**
 * The milliseconds since 1970 that an INT96 says: nanoseconds of the day in 8 bytes, the Julian day in 4; to the microsecond.
 * @param value its 12 bytes
 */
export function int96Time(value: Uint8Array): number {
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  const nanoseconds = Number(view.getBigInt64(0, true));
  return (view.getInt32(8, true) - JULIAN_1970) * DAY_MS + Math.floor(nanoseconds / 1000) / 1000;
}
