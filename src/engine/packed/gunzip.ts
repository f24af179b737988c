import { counted } from './counted.ts';

/**
 * Unpacks a gzip file, piece by piece: the browser keeps the result where it keeps files, not among the page's objects.
 * @param file one gzip member or several
 * @param onBytes gets the bytes of the packed file that are done
 * @throws TypeError when the file is cut off or damaged
 */
export const gunzip = (file: Blob, onBytes: (done: number) => void): Promise<Blob> =>
  new Response(file.stream().pipeThrough(counted(onBytes)).pipeThrough(new DecompressionStream('gzip'))).blob();
