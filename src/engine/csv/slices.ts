import { lastRowEnd } from './row-end.ts';

export interface SliceRequest {
  /** Where the slice starts: 0, or the end of the one before. */
  start: number;
  /** Bytes aimed at; a slice is longer only where a single row is. */
  size: number;
  /** What fields may be separated by: a quote behind any of these may open a field. */
  delimiters: readonly string[];
}

export interface Slice {
  bytes: Uint8Array<ArrayBuffer>;
  /** Offset in the file behind the slice's last byte. */
  end: number;
}

/**
 * Reads the slice that starts at `start`: whole rows, also where quoted fields hold newlines.
 * @param file the text table
 * @param request where the slice starts and how long it should be
 */
export async function readSlice(file: Blob, request: SliceRequest): Promise<Slice> {
  const { start, size, delimiters } = request;
  for (let length = size; ; length *= 2) {
    const bytes = new Uint8Array(await file.slice(start, start + length).arrayBuffer());
    if (start + length >= file.size) return { bytes, end: file.size };
    const ends = delimiters.map((mark) => lastRowEnd(bytes, mark.charCodeAt(0))).filter((end) => end > 0);
    if (ends.length > 0) {
      const end = Math.min(...ends);
      return { bytes: bytes.subarray(0, end), end: start + end };
    }
  }
}
