import { closest, distance } from 'fastest-levenshtein';

/** A name is taken for a slip of another where at most this share of its letters differs. */
const SLIP = 0.4;

/** "; did you mean “b”?" where one of the names is near, else "." */
export function didYouMean(written: string, names: readonly string[]): string {
  const near = names.length === 0 ? '' : closest(written, [...names]);
  return near !== '' && distance(written, near) <= SLIP * Math.max(written.length, 1)
    ? `; did you mean "${near}"?`
    : '.';
}
