import { isSingleFile } from '../../shipped/inside.ts';
import { shippedFile } from '../../shipped/shipped.ts';

/** A file of the sample that ships with the app. */
export const sampleFile = async (name: string) => new File([await shippedFile(`sample/${name}`)], name);

/** A file from the place this page came from. Other places are refused here as well as by the browser. */
export async function fetchFile(address: string, signal?: AbortSignal): Promise<File> {
  const url = new URL(address, document.baseURI);
  if (url.protocol !== 'blob:' && isSingleFile()) {
    throw new Error(
      `"${address}" cannot be read: the single file can reach no address, only files and blobs. Use the site for addresses.`,
    );
  }
  if (url.protocol !== 'blob:' && url.origin !== location.origin) {
    throw new Error(
      `"${address}" lies outside ${location.origin}: Plumbline reads files, blobs and addresses of its own origin only.`,
    );
  }
  if (location.protocol === 'file:' && url.protocol !== 'blob:') {
    throw new Error(`"${address}" cannot be fetched by a page that was opened from disk: drop the file instead.`);
  }
  // Of a monitor's files the newest count, not those that a cache still has.
  const response = await fetch(url, { cache: 'no-cache', ...(signal && { signal }) }).catch((error: unknown) => {
    signal?.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`"${address}" could not be fetched (${why}). Is the server there?`);
  });
  if (!response.ok) throw new Error(`"${address}" could not be read: the server answered ${response.status}.`);
  return new File([await response.blob()], decodeURIComponent(url.pathname.split('/').pop() || 'data'));
}
