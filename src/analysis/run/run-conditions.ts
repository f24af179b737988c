import type { DataSet } from '../../engine/data-set.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { ConfigError, type Config } from '../../facts/settings/settings.ts';
import { findConditions, type Conditions } from '../within/conditions.ts';
import type { Pool } from './pool.ts';
import type { ResultCache } from './kept/result-cache.ts';
import type { RunOptions } from './run-result.ts';
import { withinPath } from './unknown-columns.ts';

interface Given {
  data: PerSide<DataSet>;
  config: Config;
  cache: ResultCache;
  pool: Pool;
  schema: readonly ColumnSchema[];
  missingIn: (column: string) => readonly string[];
}

/**
 * What rows are compared within, with a key for what depends on it; null where nothing is asked for, or there is one file alone.
 * @throws ConfigError for a column that cannot be a condition, unless columns that do not fit are to be listed
 */
export async function conditionsOf(
  { data, config, cache, pool, schema, missingIn }: Given,
  { signal, unknownColumns }: RunOptions,
): Promise<(Conditions & { key: unknown }) | null> {
  const names = config.compareWithin;
  if (names.length === 0 || Object.keys(data).length < 2) return null;
  const typeOf = (name: string): string | undefined => schema.find((column) => column.name === name)?.type;
  const key = names.map((name) => [name, typeOf(name), missingIn(name)]);
  const found = await cache.getOrMake(['conditions', key], () =>
    findConditions({ data, pool, signal }, { schema, names }),
  );
  const [refused] = found.said.refused;
  if (refused !== undefined && unknownColumns !== 'list')
    throw new ConfigError({ problem: 'condition', path: withinPath(refused.column), refused });
  return { ...found, key };
}
