import { count } from '../format.ts';

const plurals = new Intl.PluralRules('en');

/** "1 row", "8,736 rows", "2 categories". `many` where it is not the noun with an s. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${count(n)} ${plurals.select(n) === 'one' ? one : many}`;

/** "is" or "are", "has" or "have", by number. */
export const verb = (n: number, one: string, many: string): string => (plurals.select(n) === 'one' ? one : many);

/** As a sentence starts. */
export const opening = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** “a”, “b” and 3 more. */
export function named(names: readonly string[], total = names.length, most = 3): string {
  const shown = names.slice(0, most).map((name) => `“${name}”`);
  const more = total - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${count(more)} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** "a", "a and b", "a, b and c". */
export const listed = (texts: readonly string[], last = 'and'): string =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} ${last} ${texts.at(-1) ?? ''}`;
