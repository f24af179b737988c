/** What marks the elements of the single file that hold files: their content is gzip in base64. */
const HOLDS_FILE = 'script[data-file]';

/** Whether the page is the single file, which has everything inside and fetches nothing. */
export const isSingleFile = (): boolean => document.querySelector(HOLDS_FILE) !== null;

/**
 * A file from inside the page, while it is being unpacked.
 * @param name where it would stand beside the page: "assets/engine.wasm", "sample/steel_current.csv"
 */
export function responseInside(name: string): Response {
  const holder = [...document.querySelectorAll<HTMLElement>(HOLDS_FILE)].find(
    ({ dataset }) => dataset['file'] === name,
  );
  if (holder === undefined) throw new Error(`"${name}" is not inside this page.`);
  const packed = new Blob([fromBase64(holder.textContent)]);
  const headers = { 'content-type': holder.dataset['type'] ?? '' };
  return new Response(packed.stream().pipeThrough(new DecompressionStream('gzip')), { headers });
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if ('fromBase64' in Uint8Array) return (Uint8Array.fromBase64 as (text: string) => Uint8Array<ArrayBuffer>)(text);
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
