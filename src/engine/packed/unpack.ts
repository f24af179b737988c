import type { Station } from '../data-set.ts';
import { PlumblineError } from '../errors.ts';
import { readHead } from '../format.ts';

/** The bytes of a table, out of whatever they were packed in. */
export interface Unpacked {
  /** Named as the dropped file is. */
  file: File;
  /** How it was packed, for "How it was read"; null for a file that was not. */
  packing: { label: string; value: string } | null;
}

/**
 * Takes a table out of a gzip file; any other file is handed on as it is.
 * @param station whose reader does the work
 * @param file as it was dropped
 * @throws PlumblineError when the file cannot be opened, or is cut off or damaged
 */
export async function unpack({ reader: { calls, gone } }: Station, file: File): Promise<Unpacked> {
  if (!isGzip(await readHead(file))) return { file, packing: null };
  const content = await Promise.race([calls.gunzip(file), gone]).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new PlumblineError(
      'damaged-file',
      `${file.name} could not be unpacked as gzip. It may be cut off or damaged: copy it again from its source.`,
      { file: file.name },
    );
  });
  return { file: new File([content], file.name), packing: { label: 'Packed as', value: 'gzip' } };
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;
