import { suggestionFor } from '../../facts/settings/suggestion.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';
import type { Progress } from '../../analysis/run/run-result.ts';
import { fetchFile } from './fetched.ts';
import { setUpOf } from './documents/read-apart.ts';
import type { SetUp } from './documents/set-up.ts';
import type { Slots } from './slots.ts';
import { sourceOf, type Source } from './source.ts';

/** Addresses that an address of this page names: several files of a side are read as one table. */
export interface Bookmark {
  config: string | null;
  reference: readonly string[];
  current: readonly string[];
  /** A part that is none of these but nearly so; null for none. What is like none of them is somebody else's. */
  misspelt: { name: string; meant: string } | null;
}

const PARTS = ['config', 'reference', 'current', 'lang'];

function misspeltIn(asked: URLSearchParams): Bookmark['misspelt'] {
  for (const name of asked.keys()) {
    const meant = PARTS.includes(name) ? null : suggestionFor(name, PARTS);
    if (meant !== null) return { name, meant };
  }
  return null;
}

/** What `?config=…&reference=…&current=…` asks for; null where it asks for nothing. */
export function bookmarkOf(search: string): Bookmark | null {
  const asked = new URLSearchParams(search);
  const bookmark = {
    config: asked.get('config'),
    reference: asked.getAll('reference'),
    current: asked.getAll('current'),
    misspelt: misspeltIn(asked),
  };
  const { config, reference, current, misspelt } = bookmark;
  const isEmpty = config === null && reference.length === 0 && current.length === 0 && misspelt === null;
  return isEmpty ? null : bookmark;
}

interface Watch {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/** Fetches all that a bookmark names. Rejects with an error that names the address, or the part that means nothing. */
export async function fetchBookmark(
  { config, reference, current, misspelt }: Bookmark,
  { signal, onProgress }: Watch,
): Promise<{ setUp: SetUp | null; slots: Slots }> {
  if (misspelt !== null) {
    throw new PlumblineError('unreachable-address', {
      ...{ problem: 'misspelt', address: misspelt.name, meant: misspelt.meant },
    });
  }
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
