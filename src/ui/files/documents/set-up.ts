import type { SetUpRead } from '../../../report/set-up.ts';

/** Settings for any files, read from a file of their own. */
export interface SetUp extends SetUpRead {
  name: string;
}

/** Far above any set-up, logo included; a larger file is a table. */
const MOST_BYTES = 8_000_000;
/** An object; lists are tables. */
const OBJECT = /^[\s\uFEFF]*\{/;
const HEAD = 1024;

/** Whether a file may be a set-up, by its name and its first letter. */
export async function mayBeSetUp(file: File): Promise<boolean> {
  if (file.size > MOST_BYTES) return false;
  if (/\.ya?ml$/i.test(file.name)) return true;
  const start = /\.json$/i.test(file.name)
    ? await file
        .slice(0, HEAD)
        .text()
        .catch(() => '')
    : '';
  return OBJECT.test(start);
}

/**
 * Reads a set-up.
 * @param file with its name, which tells YAML
 * @param isKnown whether it is known to be one
 * @returns null for a file that is none
 * @throws ConfigError that names the file, and the path or the line
 */
export async function readSetUpFile(file: File, isKnown: boolean): Promise<SetUp | null> {
  // The checks come with the first set-up.
  const { isSetUp, readSetUp } = await import('../../../report/set-up.ts');
  const text = await file.text();
  return isKnown || isSetUp(file.name, text) ? { name: file.name, ...(await readSetUp(text, file.name)) } : null;
}
