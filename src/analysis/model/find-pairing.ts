import { handOver } from '../../engine/bridge.ts';
import { fetchTogether } from '../../engine/columns/columns.ts';
import type { DataSet, StoredColumn } from '../../engine/data-set.ts';
import { mapSidesAsync } from '../../facts/document/sides.ts';
import type { Pool } from '../run/pool.ts';
import type { Model } from './model.ts';
import type { Pairing } from '../../facts/document/performance.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { Config } from '../../facts/settings/settings.ts';

interface PairingRun {
  data: PerSide<DataSet>;
  schema: readonly ColumnSchema[];
  config: Config;
  pool: Pool;
}

/** Identifiers that are tried: each is as long as the files. */
const MOST_IDS = 4;

/** A file's column by the name that it has in the report. */
export const storedIn = (data: DataSet, name: string): StoredColumn | undefined =>
  data.columns.find((column) => column.name === name);

/** How the rows of both files belong together; null where nothing says so. */
export async function findPairing(run: PairingRun, model: Model): Promise<Pairing | null> {
  if (model.sides.length < 2 || run.config.performance.twoModels === false) return null;
  const names = run.schema
    .filter(({ role, presentIn }) => role === 'id' && presentIn.length === 2)
    .slice(0, MOST_IDS)
    .map(({ name }) => name);
  const ids = await mapSidesAsync(names.length === 0 ? {} : run.data, (set) =>
    fetchTogether(
      set,
      names.map((name) => ({ column: storedIn(set, name) ?? missingColumn(name), texts: 'hashed' as const })),
    ),
  );
  const found = await run.pool.runOn(0, (calls) => calls.pair(handOver(ids)));
  if (found === null) return null;
  const { identifier, ...said } = found;
  return { ...said, column: said.by === 'id' ? (names[identifier] ?? null) : null };
}

/** A column of the plan that a file has not: that cannot be. */
export function missingColumn(name: string): never {
  throw new Error(`no column ${name}`);
}
