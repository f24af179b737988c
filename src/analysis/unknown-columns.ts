import { closest, distance } from 'fastest-levenshtein';
import { PlumblineError } from '../engine/errors.ts';
import type { Config } from './config.ts';

/** A name is taken for a slip of another where at most this share of its letters differs. */
const SLIP = 0.4;

/** The columns that the settings name and that are not there. */
export function unknownColumnsOf(config: Config, names: readonly string[]): string[] {
  const known = new Set(names);
  return Object.keys(config.columns).filter((name) => !known.has(name));
}

/**
 * Checks that every column that the settings name is there.
 * @throws PlumblineError that names the column, and the one that may have been meant
 */
export function refuseUnknownColumns(config: Config, names: readonly string[]): void {
  const [unknown] = unknownColumnsOf(config, names);
  if (unknown === undefined) return;
  const near = names.length === 0 ? '' : closest(unknown, [...names]);
  const meant = distance(unknown, near) <= SLIP * Math.max(unknown.length, 1) ? `; did you mean "${near}"?` : '.';
  throw new PlumblineError('config', `config.columns.${unknown}: no such column${meant}`);
}
