import { closest, distance } from 'fastest-levenshtein';

/** A name is taken for another, misspelt, where at most this share of its letters differs. */
const MOST_DIFFERENCE = 0.4;

/** The name that was probably meant; null where none is near. */
export function suggestionFor(written: string, names: readonly string[]): string | null {
  const closestName = names.length === 0 ? '' : closest(written, [...names]);
  const isNear = closestName !== '' && distance(written, closestName) <= MOST_DIFFERENCE * Math.max(written.length, 1);
  return isNear ? closestName : null;
}
