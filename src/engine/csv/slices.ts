import { lastRowEnd } from './row-end.ts';

export interface SliceRequest {
  /** Where the slice starts: 0, or the end of the one before. */
  start: number;
  /** Bytes aimed at; a slice is longer only where a single row is. */
  size: number;
  delimiter: string;
}

/**
 * The end of the slice that starts at `start`: whole rows, also where quoted fields hold newlines. Reads the slice's
 * bytes once.
 * @param file the text table
 * @param request where the slice starts and how long it should be
 */
export async function sliceEnd(file: Blob, request: SliceRequest): Promise<number> {
  const { start, size, delimiter } = request;
  for (let length = size; start + length < file.size; length *= 2) {
    const bytes = new Uint8Array(await file.slice(start, start + length).arrayBuffer());
    const end = lastRowEnd(bytes, delimiter.charCodeAt(0));
    if (end > 0) return start + end;
  }
  return file.size;
}
