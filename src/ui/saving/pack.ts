/** Text as base64 of its gzip form: what a page can carry without a letter that HTML would read. */
export async function packed(text: string): Promise<string> {
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return base64(new Uint8Array(await new Response(zipped).arrayBuffer()));
}

/** @throws TypeError where the text is cut off or is no such thing */
export async function unpacked(text: string): Promise<string> {
  const zipped = new Blob([bytes(text.trim())]).stream();
  return new Response(zipped.pipeThrough(new DecompressionStream('gzip'))).text();
}

/** A multiple of three, so that the pieces fit together. */
const PIECE = 24_576;

function base64(all: Uint8Array): string {
  let text = '';
  for (let at = 0; at < all.length; at += PIECE) text += btoa(String.fromCharCode(...all.subarray(at, at + PIECE)));
  return text;
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text);
  const all = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) all[i] = letters.charCodeAt(i);
  return all;
}
