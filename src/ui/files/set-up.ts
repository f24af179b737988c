import type { ConfigInput } from '../../analysis/config.ts';
import { isSetUp, readSetUp } from '../../report/set-up.ts';

/** Settings for any files, read from a file of their own. */
export interface SetUp {
  name: string;
  config: ConfigInput;
}

/** Far above any set-up, logo included; a larger file is a table. */
const MOST_BYTES = 8_000_000;

type Groups = readonly (readonly File[])[];

/** Parts a set-up that is among what was dropped from the tables; of several the last one counts. */
export async function apartFromSetUp(groups: Groups): Promise<{ setUp: SetUp | null; tables: Groups }> {
  let setUp: SetUp | null = null;
  const tables: (readonly File[])[] = [];
  for (const group of groups) {
    const [file] = group;
    const text = file && group.length === 1 ? await setUpText(file) : null;
    if (file && text !== null) setUp = { name: file.name, config: await readSetUp(text, file.name) };
    else tables.push(group);
  }
  return { setUp, tables };
}

/** What a file says, where it is a set-up. */
async function setUpText(file: File): Promise<string | null> {
  if (!/\.(json|ya?ml)$/i.test(file.name) || file.size > MOST_BYTES) return null;
  const text = await file.text();
  return isSetUp(file.name, text) ? text : null;
}

/** Reads a file that is known to be a set-up. */
export const setUpOf = async (file: File): Promise<SetUp> => ({
  name: file.name,
  config: await readSetUp(await file.text(), file.name),
});
