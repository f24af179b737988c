import { PlumblineError } from '../../facts/errors.ts';
import type { Config } from '../../facts/settings.ts';
import { didYouMean } from '../../facts/slip.ts';

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
  throw new PlumblineError('config', `config.columns.${unknown}: no such column${didYouMean(unknown, names)}`);
}
