import type { DataSet } from '../data-set.ts';

/** Cells from which on reading takes long enough (some three seconds) that a preview of the first rows pays for its second. */
export const LONG_READING = { text: 12_000_000, columnar: 60_000_000 };

/** Brings the first rows of all files together while they are still being read. */
export interface FirstLook {
  /**
   * Tells what a file shows so far; resolves when reading may go on.
   * @param index which file
   * @param look its first rows, or all of them
   */
  arrived(index: number, look: DataSet): Promise<void>;
}

/**
 * Waits until every file has shown its first rows, then shows them all. Reading rests meanwhile: one engine does one
 * thing at a time, and a look at the first rows is of use only while it is early.
 * @param files how many there are
 * @param show gets the files' first rows, in order; a look that fails is no failure of the reading
 */
export function firstLook(files: number, show: (first: DataSet[]) => Promise<void>): FirstLook {
  const looks = new Map<number, DataSet>();
  let resolveAll: () => void;
  const allArrived = new Promise<void>((resolve) => (resolveAll = resolve));
  const shown = allArrived
    .then(() => show(Array.from({ length: files }, (_, i) => looks.get(i)).filter((look) => look !== undefined)))
    .catch(() => undefined);
  return {
    arrived: (index, look) => {
      looks.set(index, look);
      if (looks.size === files) resolveAll();
      return shown;
    },
  };
}
