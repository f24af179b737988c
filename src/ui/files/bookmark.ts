import type { Progress } from '../../analysis/run/run-result.ts';
import { fetchFile } from './fetched.ts';
import { setUpOf, type SetUp } from './set-up.ts';
import type { Slots } from './slots.ts';
import { sourceOf, type Source } from './source.ts';

/** Addresses that an address of this page names: several files of a side are read as one table. */
export interface Bookmark {
  config: string | null;
  reference: readonly string[];
  current: readonly string[];
}

/** What `?config=…&reference=…&current=…` asks for; null where it asks for nothing. */
export function bookmarkOf(search: string): Bookmark | null {
  const asked = new URLSearchParams(search);
  const bookmark = {
    config: asked.get('config'),
    reference: asked.getAll('reference'),
    current: asked.getAll('current'),
  };
  const { config, reference, current } = bookmark;
  return config === null && reference.length === 0 && current.length === 0 ? null : bookmark;
}

interface Watch {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/** Fetches all that a bookmark names. Rejects with an error that names the address. */
export async function fetchBookmark(
  { config, reference, current }: Bookmark,
  { signal, onProgress }: Watch,
): Promise<{ setUp: SetUp | null; slots: Slots }> {
  const total = reference.length + current.length + (config === null ? 0 : 1);
  let done = 0;
  const file = async (address: string) => {
    const fetched = await fetchFile(address, signal);
    onProgress({ stage: 'fetching', done: ++done, total, unit: 'files' });
    return fetched;
  };
  const source = async (addresses: readonly string[]): Promise<Source | null> =>
    addresses.length === 0 ? null : sourceOf(await Promise.all(addresses.map(file)));
  onProgress({ stage: 'fetching', done, total, unit: 'files' });
  const [setUp, first, second] = await Promise.all([
    config === null ? null : file(config).then(setUpOf),
    source(reference),
    source(current),
  ]);
  return { setUp, slots: { reference: first, current: second } };
}
