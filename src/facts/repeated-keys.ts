import { freeName } from './free-name.ts';

const TEXTS_AND_BRACKETS = /("[^"\\]*(?:\\[^][^"\\]*)*")(\s*:)?|[{}[\]]/g;
const KEY_ENDS = /"\s*:/g;

/** JSON in which no object holds a key twice. */
export interface KeysApart {
  text: string;
  /** The keys that were told apart, as they are written, each once. */
  keys: Set<string>;
  /** How many objects held one of them more than once. */
  objects: number;
}

/**
 * Whether an object of a JSON text may hold a key twice, of which `JSON.parse` keeps the last alone.
 * @param text JSON
 * @param value what it was parsed to
 */
export const mayRepeatKeys = (text: string, value: unknown): boolean => keyEndsIn(text) > keysIn(value);

/** As many as there are keys, and more where a text holds such letters. */
function keyEndsIn(text: string): number {
  let found = 0;
  for (KEY_ENDS.lastIndex = 0; KEY_ENDS.test(text);) found++;
  return found;
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let keys = 0;
  const members: unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const member of members) keys += keysIn(member);
  return Array.isArray(value) ? keys : keys + members.length;
}

/**
 * Tells keys apart that stand more than once in one object: the second `a` becomes `a (2)`.
 * @param text JSON that can be parsed
 */
export function withKeysApart(text: string): KeysApart {
  const keys = new Set<string>();
  const open: { taken: Set<string>; repeats: boolean }[] = [];
  let objects = 0;
  const apart = text.replaceAll(TEXTS_AND_BRACKETS, (found, quoted: string | undefined, colon: string | undefined) => {
    if (quoted === undefined) {
      if (found === '{' || found === '[') open.push({ taken: new Set(), repeats: false });
      else if (open.pop()?.repeats === true) objects++;
      return found;
    }
    const object = open.at(-1);
    if (colon === undefined || object === undefined) return found;
    const key = JSON.parse(quoted) as string;
    const name = freeName(key, object.taken);
    if (name === key) return found;
    object.repeats = true;
    keys.add(key);
    return JSON.stringify(name) + colon;
  });
  return { text: apart, keys, objects };
}
