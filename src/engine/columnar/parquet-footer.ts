import { ThriftWalk, type ThriftField } from './thrift.ts';

/** Ids of fields of Parquet's structs, as in parquet.thrift. */
const FILE = { schema: 2, rowGroups: 4 } as const;
const ROW_GROUP_COLUMNS = 1;
const CHUNK_META_DATA = 3;
const META_DATA = { path: 3, packedBytes: 7, dataPage: 9, dictionaryPage: 11 } as const;
const TAIL_BYTES = 8;

/** Where in a file the pages of one column in one row group stand. */
export interface ChunkPlace {
  /** Its name; of a nested one that of the outermost. */
  column: string;
  start: number;
  end: number;
}

/**
 * The footer of a file, undecoded.
 * @param file in Parquet
 * @returns its bytes, and where it starts in the file; null where there is none
 */
export async function footerOf(file: Blob): Promise<{ bytes: Uint8Array; start: number } | null> {
  const tail = new DataView(await file.slice(-TAIL_BYTES).arrayBuffer());
  if (tail.byteLength < TAIL_BYTES) return null;
  const length = tail.getUint32(0, true);
  const start = file.size - TAIL_BYTES - length;
  return start < 0 ? null : { bytes: new Uint8Array(await file.slice(start, start + length).arrayBuffer()), start };
}

/** Finds its way through a footer. */
export class FooterWalk {
  readonly #bytes: Uint8Array;
  readonly #walk: ThriftWalk;
  readonly #file: ThriftField[];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#walk = new ThriftWalk(bytes);
    this.#file = this.#walk.fields(0);
  }

  /** The fields of each element of the schema. */
  elements(): ThriftField[][] {
    return this.#members(this.#file, FILE.schema).map((offset) => this.#walk.fields(offset));
  }

  /** The fields of what is said of each column in each row group. */
  chunks(): ThriftField[][] {
    return this.#members(this.#file, FILE.rowGroups)
      .flatMap((group) => this.#members(this.#walk.fields(group), ROW_GROUP_COLUMNS))
      .flatMap((chunk) => {
        const metaData = this.#walk.fields(chunk).find(({ id }) => id === CHUNK_META_DATA);
        return metaData === undefined ? [] : [this.#walk.fields(metaData.start)];
      });
  }

  /** Where all chunks stand. */
  places(): ChunkPlace[] {
    return this.chunks().flatMap((fields) => {
      const number = (id: number): number => {
        const field = fields.find((candidate) => candidate.id === id);
        return field === undefined ? 0 : this.number(field.start);
      };
      const path = fields.find(({ id }) => id === META_DATA.path);
      if (path === undefined) return [];
      const start = number(META_DATA.dictionaryPage) || number(META_DATA.dataPage);
      const [outermost = 0] = this.#walk.members(path.start, 'binary');
      return [{ column: this.text(outermost), start, end: start + number(META_DATA.packedBytes) }];
    });
  }

  /** The whole number that stands at an offset. */
  number(offset: number): number {
    return this.#walk.signed(offset);
  }

  /** The text that stands at an offset. */
  text(offset: number): string {
    const { value, end } = this.#walk.varint(offset);
    return new TextDecoder().decode(this.#bytes.subarray(end, end + value));
  }

  #members(fields: readonly ThriftField[], id: number): number[] {
    const field = fields.find((candidate) => candidate.id === id);
    return field === undefined ? [] : this.#walk.members(field.start, 'struct');
  }
}
