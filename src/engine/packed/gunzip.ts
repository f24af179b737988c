import { memoryBlob } from '../../shipped/memory-blob.ts';
import { counted } from './counted.ts';
import { unpackMembers } from './gzip-members.ts';

/**
 * Unpacks a gzip file, piece by piece, into memory.
 * @param file one gzip member or several
 * @param onBytes gets the bytes of the packed file that are done
 * @throws TypeError when the file is cut off or damaged
 */
export async function gunzip(file: Blob, onBytes: (done: number) => void): Promise<Blob> {
  try {
    return await unpackWhole(file, onBytes);
  } catch (error) {
    const content = await unpackMembers(file, unpackWhole);
    if (content === null) throw error;
    return content;
  }
}

const unpackWhole = (file: Blob, onBytes: (done: number) => void): Promise<Blob> =>
  memoryBlob(file.stream().pipeThrough(counted(onBytes)).pipeThrough(new DecompressionStream('gzip')));
