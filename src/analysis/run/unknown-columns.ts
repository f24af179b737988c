import { ConfigError, type Config } from '../../facts/settings/settings.ts';
import { suggestionFor } from '../../facts/settings/suggestion.ts';

/** The columns that the settings name and that are not there. */
export function unknownColumnsOf(config: Config, names: readonly string[]): string[] {
  const known = new Set(names);
  return Object.keys(config.columns).filter((name) => !known.has(name));
}

/**
 * Checks that every column that the settings name is there.
 * @throws ConfigError that names the column, and the one that may have been meant
 */
export function refuseUnknownColumns(config: Config, names: readonly string[]): void {
  const [unknown] = unknownColumnsOf(config, names);
  if (unknown === undefined) return;
  throw new ConfigError({
    problem: 'unknown-column',
    path: `config.columns.${unknown}`,
    suggestion: suggestionFor(unknown, names),
  });
}
