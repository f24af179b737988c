import { columnsHolding } from '../../engine/columns/missing.ts';
import type { DataSet } from '../../engine/data-set.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSidesAsync } from '../../facts/document/sides.ts';
import { configByName, type Config } from '../../facts/settings/settings.ts';
import type { ResultCache } from './kept/result-cache.ts';

/** What counts as missing besides what was read so. */
export interface Gaps {
  textsIn: (column: string) => readonly string[];
  /** All of it, as a key for what depends on all columns. */
  key: unknown;
}

/** Only columns that hold such a text are touched by it. */
export async function missingTexts(
  { data, config, cache }: { data: PerSide<DataSet>; config: Config; cache: ResultCache },
  signal?: AbortSignal,
): Promise<Gaps> {
  const overrides = configByName(config);
  const wantedIn = (column: string): string[] => [...config.missing, ...(overrides.get(column)?.missing ?? [])];
  const key = ['gaps', config.missing, [...overrides].map(([name, { missing = [] }]) => [name, missing])];
  const holding = await cache.getOrMake(key, () =>
    mapSidesAsync(data, (set) => columnsHolding(set, ({ name }) => wantedIn(name), signal)),
  );
  const touched = new Set(Object.values(holding).flatMap((names) => [...names]));
  const textsIn = (column: string): readonly string[] => (touched.has(column) ? wantedIn(column) : []);
  return { textsIn, key: [...touched].map((name) => [name, wantedIn(name)]) };
}
