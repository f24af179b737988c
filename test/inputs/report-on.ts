import type { MemoryBudget } from '../../src/analysis/run/memory-budget.ts';
import type { Pool } from '../../src/analysis/run/pool.ts';
import { addLags } from '../../src/analysis/infer/lags.ts';
import { mapSidesAsync } from '../../src/facts/document/sides.ts';
import type { PerSide } from '../../src/facts/document/side.ts';
import type { RunOptions } from '../../src/analysis/run/run-result.ts';
import { ResultCache } from '../../src/analysis/run/kept/result-cache.ts';
import { ValueStore } from '../../src/analysis/run/kept/value-store.ts';
import { profileColumns } from '../../src/engine/columns/profile.ts';
import type { DataSet } from '../../src/engine/data-set.ts';
import type { Report } from '../../src/facts/document/document.ts';
import type { Config } from '../../src/facts/settings/settings.ts';
import { buildReport } from '../../src/report/build.ts';

// Workers have it, whatever runs these tests.
Object.defineProperty(globalThis, 'navigator', { value: { deviceMemory: 1 }, configurable: true });
const { statsCalls } = await import('../../src/analysis/run/stats-calls.ts');
const { runAnalysis } = await import('../../src/analysis/run/run.ts');

type Call = (calls: typeof statsCalls) => unknown;

/** One statistics worker, in this process: what goes in and out is copied, as it is between threads. */
const ownThread = {
  size: 1,
  run: async (call: Call) => structuredClone(await call(statsCalls)),
  runFor: async (_: readonly string[], call: Call) => structuredClone(await call(statsCalls)),
  runOn: async (_: number, call: Call) => structuredClone(await call(statsCalls)),
  runOnAll: async (call: Call) => void (await call(statsCalls)),
  ownerOf: () => 0,
} as unknown as Pool;

/** The report on tables that were read: inferred, compared, measured and judged as in the page. */
export async function reportOn(
  tables: PerSide<DataSet>,
  config: Config,
  { budget = { summaries: 1e7, values: 1e7 }, ...options }: RunOptions & { budget?: MemoryBudget } = {},
): Promise<Report> {
  const data = addLags(tables, config);
  const profiles = await mapSidesAsync(data, (set) => profileColumns(set, config.seed));
  const given = { data, profiles, config, pool: ownThread, loadMs: 0, cache: new ResultCache() };
  const kept = { budget, values: new ValueStore(budget.values) };
  const run = await runAnalysis({ ...given, ...kept }, options);
  return buildReport(run, { version: 'test', createdAt: new Date(0) });
}
