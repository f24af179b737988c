import { PlumblineError } from '../../facts/statements/errors.ts';

/** Types of Thrift's compact protocol. */
export const THRIFT = {
  true: 1,
  false: 2,
  byte: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  set: 10,
  map: 11,
  struct: 12,
} as const;

/** A field of a struct: its place and that of its value, in bytes. */
export interface ThriftField {
  id: number;
  type: number;
  /** Where its header starts, its value starts, and its value ends. */
  at: number;
  start: number;
  end: number;
}

/** A footer that is cut off, or holds what Parquet has none of. */
const damagedFooter = (): Error => new PlumblineError('damaged-file', { format: 'columnar-content', of: 'Parquet' });

/** Finds its way through bytes of Thrift's compact protocol (thrift/doc/specs/thrift-compact-protocol.md); builds nothing. */
export class ThriftWalk {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** An unsigned whole number of up to 53 bits, and where it ends. */
  varint(offset: number): { value: number; end: number } {
    let value = 0;
    for (let end = offset, scale = 1; ; end++, scale *= 128) {
      const byte = this.#byte(end);
      value += (byte & 127) * scale;
      if (byte < 128) return { value, end: end + 1 };
    }
  }

  /** A whole number with a sign (zigzag). */
  signed(offset: number): number {
    const { value } = this.varint(offset);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** The fields of the struct that starts at an offset. */
  fields(offset: number): ThriftField[] {
    const fields: ThriftField[] = [];
    for (let position = offset, id = 0; this.#byte(position) !== 0;) {
      const [delta, type] = [this.#byte(position) >> 4, this.#byte(position) & 15];
      const wide = delta === 0 ? this.varint(position + 1) : null;
      id = wide === null ? id + delta : wide.value / 2;
      const start = wide?.end ?? position + 1;
      const end = this.#end(start, type);
      fields.push({ id, type, at: position, start, end });
      position = end;
    }
    return fields;
  }

  /** Where the members of the list that starts at an offset start. */
  members(offset: number, type: 'struct' | 'binary'): number[] {
    const { size, start } = this.#list(offset);
    const members: number[] = [];
    for (let position = start; members.length < size; position = this.#end(position, THRIFT[type]))
      members.push(position);
    return members;
  }

  #byte(offset: number): number {
    const byte = this.#bytes[offset];
    if (byte === undefined) throw damagedFooter();
    return byte;
  }

  #list(offset: number): { size: number; type: number; start: number } {
    const [short, type] = [this.#byte(offset) >> 4, this.#byte(offset) & 15];
    if (short < 15) return { size: short, type, start: offset + 1 };
    const { value, end } = this.varint(offset + 1);
    return { size: value, type, start: end };
  }

  /** Where a value ends; flags of a struct stand in the header of their field. */
  #end(start: number, type: number): number {
    switch (type) {
      case THRIFT.true:
      case THRIFT.false:
        return start;
      case THRIFT.byte:
        return start + 1;
      case THRIFT.double:
        return start + 8;
      case THRIFT.binary: {
        const { value, end } = this.varint(start);
        return end + value;
      }
      case THRIFT.list:
      case THRIFT.set:
        return this.#listEnd(start);
      case THRIFT.struct:
        return (this.fields(start).at(-1)?.end ?? start) + 1;
      case THRIFT.map:
        throw damagedFooter();
      default:
        return this.varint(start).end;
    }
  }

  #listEnd(offset: number): number {
    const { size, type, start } = this.#list(offset);
    let position = start;
    for (let i = 0; i < size; i++) position = type <= THRIFT.false ? position + 1 : this.#end(position, type);
    return position;
  }
}
