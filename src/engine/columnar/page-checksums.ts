import { PlumblineError } from '../../facts/statements/errors.ts';
import { crc32 } from './crc32.ts';
import { footerOf, FooterWalk, type ChunkPlace } from './parquet-footer.ts';
import { ThriftWalk } from './thrift.ts';

/** Ids of fields of a page's header, as in parquet.thrift. */
const PAGE = { packedBytes: 3, checksum: 4 } as const;

/**
 * A Parquet file whose pages are held against their checksums, where they have some, as they are read: the decoder of Parquet passes
 * over them. Headers of pages and the footer have none.
 * @param file with a footer or not
 * @returns the same file, which gives no damaged part, and what throws as soon as one was asked for
 */
export async function withCheckedPages(file: Blob): Promise<{ file: Blob; damage: Promise<never> }> {
  const footer = await footerOf(file);
  const chunks = footer === null ? [] : new FooterWalk(footer.bytes).places();
  let fail: (error: PlumblineError) => void;
  const damage = new Promise<never>((_resolve, reject) => (fail = reject));
  damage.catch(() => undefined);
  const checked = new CheckedBlob(file, (bytes, start) => {
    const broken = brokenIn(bytes, start, chunks);
    if (broken === undefined) return true;
    const { column } = broken;
    fail(new PlumblineError('damaged-file', { format: 'parquet-page', column }, { column }));
    return false;
  });
  return { file: checked, damage };
}

function brokenIn(bytes: Uint8Array, start: number, chunks: readonly ChunkPlace[]): ChunkPlace | undefined {
  const read = chunks.filter((chunk) => chunk.start >= start && chunk.end <= start + bytes.length);
  return read.find((chunk) => !isWhole(bytes.subarray(chunk.start - start, chunk.end - start)));
}

/** Whether no page of a chunk has another checksum than it should. What cannot be followed is left to the decoder. */
function isWhole(chunk: Uint8Array): boolean {
  const walk = new ThriftWalk(chunk);
  for (let offset = 0; offset < chunk.length;) {
    const header = headerIn(walk, offset);
    const number = (id: number): number | undefined => {
      const field = header?.find((candidate) => candidate.id === id);
      return field && walk.signed(field.start);
    };
    const start = (header?.at(-1)?.end ?? chunk.length) + 1;
    const length = number(PAGE.packedBytes) ?? 0;
    const checksum = number(PAGE.checksum);
    if (length <= 0 || start + length > chunk.length) return true;
    if (checksum !== undefined && checksum !== crc32(chunk.subarray(start, start + length))) return false;
    offset = start + length;
  }
  return true;
}

function headerIn(walk: ThriftWalk, offset: number) {
  try {
    return walk.fields(offset);
  } catch {
    return null;
  }
}

/** A blob that gives what has passed a check and leaves the rest unanswered: a decoder that is told of an error ends as a whole. */
class CheckedBlob extends Blob {
  readonly #passes: (bytes: Uint8Array, start: number) => boolean;

  constructor(content: Blob, passes: (bytes: Uint8Array, start: number) => boolean) {
    super([content]);
    this.#passes = passes;
  }

  override slice(start = 0, end = this.size): Blob {
    const slice = super.slice(start, end);
    const arrayBuffer = async (): Promise<ArrayBuffer> => {
      const content = await Blob.prototype.arrayBuffer.call(slice);
      return this.#passes(new Uint8Array(content), start) ? content : await new Promise(() => undefined);
    };
    return Object.assign(slice, { arrayBuffer });
  }
}
