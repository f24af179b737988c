/** Pieces are put together up to this size: a blob of many small ones is slow to read. */
const STEP = 2 ** 24;

/**
 * The content of a stream as a blob in memory. `Response.blob()` is shorter, but lets a browser write what is longer than some megabytes to
 * its disk (Firefox: 16 MB); blobs of bytes that a script holds stay in memory, in Chromium up to 2 GB of them in all.
 * @param stream bytes, of any length
 */
export async function memoryBlob(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const parts: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return new Blob([...parts, ...pieces]);
    pieces.push(value);
    length += value.length;
    if (length < STEP) continue;
    parts.push(new Blob(pieces));
    pieces = [];
    length = 0;
  }
}
