import { MOST_REPORT_COLUMNS } from '../limits.ts';
import type { ConfigRule } from '../statements/config-problems.ts';

/** No setting lies deeper. */
const DEEPEST = 12;

/**
 * The first value of some settings that no setting may have: a number that is not finite, lists and objects that are
 * nested too deep, or far too many of them.
 * @param settings as they were written
 * @param path where they stand
 * @returns null where all are plain
 */
export function oddValue(settings: unknown, path: string, depth = 0): { path: string; rule: ConfigRule } | null {
  if (typeof settings === 'number') return Number.isFinite(settings) ? null : { path, rule: 'a-finite-number' };
  if (typeof settings !== 'object' || settings === null) return null;
  if (depth === DEEPEST) return { path, rule: 'so-deep' };
  const entries = Object.entries(settings);
  if (entries.length > MOST_REPORT_COLUMNS) return { path, rule: 'so-many' };
  for (const [key, value] of entries) {
    const found = oddValue(value, placeOf(path, key), depth + 1);
    if (found !== null) return found;
  }
  return null;
}

const placeOf = (path: string, key: string): string =>
  path === 'config.columns' ? `${path}[${JSON.stringify(key)}]` : `${path}.${key}`;
