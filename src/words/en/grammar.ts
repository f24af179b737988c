import { count } from '../format.ts';

const plurals = new Intl.PluralRules('en');

/** "1 row", "8,736 rows", "2 categories". `many` where it is not the noun with an s. */
export const counted = (n: number, singular: string, plural = `${singular}s`): string =>
  `${count(n)} ${plurals.select(n) === 'one' ? singular : plural}`;

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** "2nd", "1,000th" */
export const ordinal = (n: number): string => `${count(n)}${endings[ordinals.select(n)] ?? 'th'}`;

/** "is" or "are", "has" or "have", by number. */
export const verb = (n: number, singular: string, plural: string): string =>
  plurals.select(n) === 'one' ? singular : plural;

/** As a sentence starts. */
export const opening = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** “a”, “b” and 3 more. */
export function named(names: readonly string[], total = names.length, maxNames = 3): string {
  const shown = names.slice(0, maxNames).map((name) => `“${name}”`);
  const rest = total - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${count(rest)} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** "a", "a and b", "a, b and c". */
export const listed = (texts: readonly string[], last = 'and'): string =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} ${last} ${texts.at(-1) ?? ''}`;
