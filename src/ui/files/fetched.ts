import { detailOf, PlumblineError } from '../../facts/statements/errors.ts';
import { isSingleFile } from '../../shipped/inside.ts';
import { memoryBlob } from '../../shipped/memory-blob.ts';
import { shippedFile } from '../../shipped/shipped.ts';

/** A file of the sample that ships with the app. */
export const sampleFile = async (name: string) => new File([await shippedFile(`sample/${name}`)], name);

/** A file from the place this page came from. Other places are refused here as well as by the browser. */
export async function fetchFile(address: string, signal?: AbortSignal): Promise<File> {
  const url = new URL(address, document.baseURI);
  if (url.protocol !== 'blob:' && isSingleFile()) {
    throw new PlumblineError('unreachable-address', { problem: 'single-file', address });
  }
  if (url.protocol !== 'blob:' && url.origin !== location.origin) {
    throw new PlumblineError('unreachable-address', { problem: 'other-origin', address, origin: location.origin });
  }
  if (location.protocol === 'file:' && url.protocol !== 'blob:') {
    throw new PlumblineError('unreachable-address', { problem: 'from-disk', address });
  }
  // Of a monitor's files the newest count, and no copy of the data stays on the disk.
  const response = await fetch(url, { cache: 'no-store', ...(signal && { signal }) }).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw new PlumblineError('unreachable-address', { problem: 'no-answer', address, detail: detailOf(error) });
  });
  const { ok, status } = response;
  if (!ok) throw new PlumblineError('unreachable-address', { problem: 'refused', address, status });
  const content = response.body === null ? new Blob() : await memoryBlob(response.body);
  return new File([content], decodeURIComponent(url.pathname.split('/').pop() || 'data'));
}
