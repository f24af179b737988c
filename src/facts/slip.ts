import { closest, distance } from 'fastest-levenshtein';

/** A name is taken for a slip of another where at most this share of its letters differs. */
const SLIP = 0.4;

/** The name that may have been meant; null where none is near. */
export function nearestName(written: string, names: readonly string[]): string | null {
  const near = names.length === 0 ? '' : closest(written, [...names]);
  return near !== '' && distance(written, near) <= SLIP * Math.max(written.length, 1) ? near : null;
}

/** "; did you mean “b”?" where one of the names is near, else "." */
export function didYouMean(written: string, names: readonly string[]): string {
  const near = nearestName(written, names);
  return near === null ? '.' : `; did you mean "${near}"?`;
}
