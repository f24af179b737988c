import type { Renaming } from '../../facts/document/renamed.ts';
import type { ConfigInput } from '../../facts/settings/settings.ts';

/** Settings for any files, read from a file of their own. */
export interface SetUp {
  name: string;
  config: ConfigInput;
  /** Names of an older version that the file has, and what they are called now. */
  renamed: Renaming[];
}

/** Far above any set-up, logo included; a larger file is a table. */
const MOST_BYTES = 8_000_000;

/** The checks come with the first set-up. */
const reader = () => import('../../report/set-up.ts');

type Groups = readonly (readonly File[])[];

/** Parts a set-up that is among what was dropped from the tables; of several the last one counts. */
export async function apartFromSetUp(groups: Groups): Promise<{ setUp: SetUp | null; tables: Groups }> {
  let setUp: SetUp | null = null;
  const tables: (readonly File[])[] = [];
  for (const group of groups) {
    const [file] = group;
    if (file && group.length === 1 && (await isSetUpFile(file))) setUp = await setUpOf(file);
    else tables.push(group);
  }
  return { setUp, tables };
}

async function isSetUpFile(file: File): Promise<boolean> {
  if (!/\.(json|ya?ml)$/i.test(file.name) || file.size > MOST_BYTES) return false;
  return (await reader()).isSetUp(file.name, await file.text());
}

/** Reads a file that is known to be a set-up. */
export const setUpOf = async (file: File): Promise<SetUp> => ({
  name: file.name,
  ...(await (await reader()).readSetUp(await file.text(), file.name)),
});
