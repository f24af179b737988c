import { BlobReader, ZipReader, type Entry, type FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import { memoryBlob } from '../../shipped/memory-blob.ts';
import type { ErrorFacts } from '../../facts/statements/errors.ts';

/** Stored, and deflated: what browsers unpack. */
const METHODS = new Set([0, 8]);

/** What a zip archive is: a workbook by its parts, or a packed table. */
export type Unzipped = { workbook: true } | { name: string; content: Blob } | ErrorFacts;

/**
 * Unpacks the one table of a zip archive; what a Mac adds of its own is left out.
 * @param file the archive
 * @param onBytes gets the bytes of the archive that are done
 */
export async function unzip(file: Blob, onBytes: (done: number) => void): Promise<Unzipped> {
  const reader = new ZipReader(new BlobReader(file), { useWebWorkers: false });
  const entries = await reader.getEntries();
  if (entries.some(isWorkbookPart)) return { workbook: true };
  const wanted = entries.filter(isTable);
  if (wanted.some(({ encrypted }) => encrypted)) {
    return { code: 'unsupported-format', values: { form: 'locked-zip' } };
  }
  if (wanted.some(({ compressionMethod }) => !METHODS.has(compressionMethod))) {
    return { code: 'unsupported-format', values: { form: 'rare-zip' } };
  }
  const [entry, ...others] = wanted;
  if (entry === undefined) return { code: 'empty-file', values: { kind: 'archive' } };
  // They may be thousands: none has to be unpacked to be named.
  if (others.length > 0) return { code: 'several-tables', values: { files: wanted.map(nameOf) } };
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const unpacked = entry.getData(writable, {
    checkSignature: true,
    onprogress: (done, total) => {
      onBytes((entry.compressedSize * done) / Math.max(1, total));
      return undefined;
    },
  });
  const [content] = await Promise.all([memoryBlob(readable), unpacked]);
  return { name: nameOf(entry), content };
}

const nameOf = ({ filename }: Entry): string => filename.split('/').pop() ?? filename;

const isWorkbookPart = ({ filename }: Entry): boolean =>
  filename === 'xl/workbook.xml' || filename === 'xl/workbook.bin' || filename === 'META-INF/manifest.xml';

const isTable = (entry: Entry): entry is FileEntry =>
  !entry.directory && !/(^|\/)(\.|__MACOSX\/|Thumbs\.db$)/.test(entry.filename);
