import {
  BlobReader,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import type { ErrorFacts } from '../../facts/statements/errors.ts';

/** No workbook has so many parts; a list of more of them takes longer to read than the workbook. */
const MOST_PARTS = 10_000;
/** A part becomes one text, of which no browser holds more. */
const MOST_PART_BYTES = 2 ** 29 - 24;
const MOST_BYTES = 2 ** 30;

/** Pictures and other files that stand in a workbook. They are no part of its tables. */
const ASIDE =
  /^(?:xl\/(?:media|embeddings|drawings|charts|printerSettings)|Pictures|Thumbnails|Object[^/]*|docProps)\//;

/** The bytes of a workbook, or why there are none. */
export type WorkbookBytes = { bytes: Uint8Array } | ErrorFacts;

/**
 * Unpacks the parts of a workbook with the sizes and checksums that its list of parts says, and packs them again without
 * compression: who reads them next meets no part that is damaged, or grows beyond what it claims. A workbook of the old form
 * (`.xls`), which is no archive, is handed on as it is.
 * @param file any workbook
 */
export async function workbookBytes(file: Blob): Promise<WorkbookBytes> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (head[0] !== 0x50 || head[1] !== 0x4b) return { bytes: new Uint8Array(await file.arrayBuffer()) };
  const reader = new ZipReader(new BlobReader(file), { useWebWorkers: false });
  const parts: FileEntry[] = [];
  for await (const entry of reader.getEntriesGenerator()) {
    if (parts.length === MOST_PARTS) return tooLarge;
    if (isPart(entry)) parts.push(entry);
  }
  if (parts.some(({ encrypted }) => encrypted))
    return { code: 'unsupported-format', values: { form: 'locked-workbook' } };
  const sizes = parts.map(({ uncompressedSize }) => uncompressedSize);
  if (sizes.some((size) => size > MOST_PART_BYTES) || sizes.reduce((sum, size) => sum + size, 0) > MOST_BYTES) {
    return tooLarge;
  }
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, level: 0, dataDescriptor: false });
  for (const part of parts) {
    const bytes = await contentOf(part);
    if (bytes === null) return { code: 'damaged-file', values: { format: 'workbook-part', part: part.filename } };
    await writer.add(part.filename, new Uint8ArrayReader(bytes));
  }
  return { bytes: await writer.close() };
}

const tooLarge: ErrorFacts = { code: 'too-large', values: { kind: 'workbook' } };

const isPart = (entry: Entry): entry is FileEntry => !entry.directory && !ASIDE.test(entry.filename);

/** What a part holds; null where that is not what the list of parts says. */
async function contentOf(part: FileEntry): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(part.uncompressedSize);
  let length = 0;
  const sink = new WritableStream<Uint8Array>({
    write: (chunk) => {
      // Ends unpacking: more comes than was claimed.
      if (length + chunk.length > bytes.length) throw new RangeError('longer than it claims');
      bytes.set(chunk, length);
      length += chunk.length;
    },
  });
  try {
    await part.getData(sink, { checkSignature: true });
  } catch {
    return null;
  }
  return length === bytes.length ? bytes : null;
}
