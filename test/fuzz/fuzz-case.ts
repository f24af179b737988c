import { seededRandom } from '../../src/stats/random.ts';
import { GOOD_FILES, type GoodFile } from './good-files.ts';
import { mutate } from './mutate.ts';
import { mutateValues } from './mutate-values.ts';
import { hasPanicked } from './panics.ts';
import { openDropped, type Opened } from './opened.ts';

export interface FuzzOutcome {
  /** Told from others of its kind: the file's name, and what was done to it. */
  file: string;
  by: string[];
  opened: Opened;
  /** What must not be; null where all is well. */
  fault: string | null;
}

const VALUES_SHARE = 0.6;

/** The damaged file of a seed. */
export function damagedFile(seed: number): { good: GoodFile; bytes: Uint8Array; by: string[] } {
  const good = GOOD_FILES[seed % GOOD_FILES.length];
  if (good === undefined) throw new Error('there is no good file');
  const random = seededRandom(seed);
  const content = good.content();
  if (good.values && random() < VALUES_SHARE) {
    const text = mutateValues(new TextDecoder().decode(content), random);
    return { good, bytes: good.pack(new TextEncoder().encode(text)), by: ['values'] };
  }
  const { bytes, by } = mutate(content, random);
  return { good, bytes: good.pack(bytes), by };
}

const expected = new Map<string, Opened>();
const fileOf = (name: string, bytes: Uint8Array): File => new File([new Uint8Array(bytes)], name);
const openGood = ({ name, pack, content }: GoodFile): Promise<Opened> =>
  openDropped(fileOf(name, pack(content())), () => false);

/** Opens the damaged file of a seed, then the good one again. */
export async function fuzzCase(seed: number): Promise<FuzzOutcome> {
  const { good, bytes, by } = damagedFile(seed);
  const whole = expected.get(good.name) ?? (await openGood(good));
  expected.set(good.name, whole);
  const isAlike = (found: Opened): boolean => JSON.stringify(found) === JSON.stringify(whole);
  const opened = await openDropped(fileOf(good.name, bytes), (table) => !isAlike(table));
  // The page's next file has another worker.
  const again = hasPanicked() ? whole : await openGood(good);
  return { file: good.name, by, opened, fault: faultOf() };

  function faultOf(): string | null {
    if (whole.as === 'broken' || whole.as === 'refused') return `the good file: ${JSON.stringify(whole)}`;
    if (opened.as === 'broken') return opened.detail;
    if (!isAlike(again)) return `afterwards the good file: ${JSON.stringify(again)}`;
    const isSilent = opened.as === 'table' && whole.as === 'table' && opened.warnings <= whole.warnings;
    return good.summed && isSilent && opened.rows !== whole.rows ? 'other rows without a warning' : null;
  }
}
