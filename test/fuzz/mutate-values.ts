import type { Random } from '../../src/stats/random.ts';

/** What stands in place of a value, as JSON. */
const ODD = [
  ...['null', 'true', '0', '-1', '0.5', '1e308', '-1e308', '1e999', '-1e999', '5e-324', '9007199254740993', '1e9'],
  ...['""', '"x"', '"NaN"', '"\\u0000\\ud800"', `"${'long '.repeat(20_000)}"`, '"__proto__"', '"constructor"'],
  ...['[]', '{}', '[[]]', '[null]', '{"__proto__":{"a":1}}', `[${'0,'.repeat(50_000)}0]`],
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
];

const drawnFrom = <T>(list: readonly T[], random: Random): T => {
  const drawn = list[Math.floor(random() * list.length)];
  if (drawn === undefined) throw new Error('nothing to draw from');
  return drawn;
};

type Holder = unknown[] | Record<string, unknown>;

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** A list or an object and a place in it: near the root as likely as deep inside. */
function place(root: Holder, random: Random): { holder: Holder; key: string } | null {
  const depth = Math.floor(random() * 9);
  let found: { holder: Holder; key: string } | null = null;
  for (
    let value: unknown = root, level = 0;
    level <= depth && isHolder(value) && Object.keys(value).length > 0;
    level++
  ) {
    found = { holder: value, key: drawnFrom(Object.keys(value), random) };
    value = (value as Record<string, unknown>)[found.key];
  }
  return found;
}

const MARK = 'here goes an odd value';

/**
 * JSON in which single values are others, gone, or there twice.
 * @param text valid JSON, an object
 * @param random what is drawn
 */
export function mutateValues(text: string, random: Random): string {
  const root = JSON.parse(text) as Holder;
  const odd: string[] = [];
  do {
    const found = place(root, random);
    if (found === null) break;
    const { holder, key } = found;
    const kind = random();
    if (kind < 0.1) Reflect.deleteProperty(holder, key);
    else if (kind < 0.25 && Array.isArray(holder)) holder.push(...holder.slice(0, 100));
    else if (kind < 0.35 && Array.isArray(holder)) holder.splice(0, holder.length - 1);
    else {
      (holder as Record<string, unknown>)[key] = `${MARK} ${String(odd.length)}`;
      odd.push(drawnFrom(ODD, random));
    }
  } while (random() < 0.3);
  return JSON.stringify(root).replace(new RegExp(`"${MARK} (\\d+)"`, 'g'), (_, i: string) => odd[Number(i)] ?? 'null');
}
