import { ConfigError, type Config } from '../../facts/settings/settings.ts';
import { suggestionFor } from '../../facts/settings/suggestion.ts';

/** The columns that the settings name and that are not there. */
export function unknownColumnsOf(config: Config, names: readonly string[]): string[] {
  const known = new Set(names);
  const named = new Set([...Object.keys(config.columns), ...config.compareWithin]);
  return [...named].filter((name) => !known.has(name));
}

/**
 * Checks that every column that the settings name is there.
 * @throws ConfigError that names the column, and the one that may have been meant
 */
export function refuseUnknownColumns(config: Config, names: readonly string[]): void {
  const [unknown] = unknownColumnsOf(config, names);
  if (unknown === undefined) return;
  const path = Object.hasOwn(config.columns, unknown) ? `config.columns.${unknown}` : withinPath(unknown);
  throw new ConfigError({ problem: 'unknown-column', path, suggestion: suggestionFor(unknown, names) });
}

/** Where a condition stands in the settings. */
export const withinPath = (column: string): string => `config.compareWithin[${JSON.stringify(column)}]`;
