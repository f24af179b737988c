/** Text as base64 of its gzip form: what a page can carry without a letter that HTML would read. */
export async function packed(text: string): Promise<string> {
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return base64(new Uint8Array(await new Response(zipped).arrayBuffer()));
}

/**
 * @param most bytes that it may come to
 * @throws TypeError where the text is cut off or is no such thing
 * @throws RangeError where more comes out
 */
export async function unpacked(text: string, most: number): Promise<string> {
  const zipped = new Blob([bytesOf(text.trim())]).stream();
  return new Response(zipped.pipeThrough(new DecompressionStream('gzip')).pipeThrough(upTo(most))).text();
}

function upTo(most: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let done = 0;
  return new TransformStream({
    transform(piece, controller) {
      done += piece.length;
      if (done > most) throw new RangeError(`more than ${String(most)} bytes`);
      controller.enqueue(piece);
    },
  });
}

/** A multiple of three, so that the pieces fit together. */
const PIECE = 24_576;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += PIECE)
    text += btoa(lettersOf(bytes.subarray(start, start + PIECE)));
  return text;
}

function lettersOf(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return letters;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text);
  const decoded = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) decoded[i] = letters.charCodeAt(i);
  return decoded;
}
