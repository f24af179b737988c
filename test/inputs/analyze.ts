import { vi } from 'vitest';
import type { Pool } from '../../src/analysis/run/pool.ts';
import { addLags } from '../../src/analysis/infer/lags.ts';
import { mapSidesAsync } from '../../src/facts/document/sides.ts';
import type { RunOptions } from '../../src/analysis/run/run-result.ts';
import { readOptions } from '../../src/analysis/read-options.ts';
import { ResultCache } from '../../src/analysis/run/result-cache.ts';
import { ValueStore } from '../../src/analysis/run/value-store.ts';
import { profileColumns } from '../../src/engine/columns/profile.ts';
import { openFiles } from '../../src/engine/read/open.ts';
import type { Report } from '../../src/facts/document/document.ts';
import { parseConfig, type ConfigInput } from '../../src/facts/settings/settings.ts';
import { buildReport } from '../../src/report/build.ts';
import { handleOf } from '../engine/open-tables.ts';
import { nodeDatabase } from '../engine/node-database.ts';

// Workers have it, whatever runs these tests.
vi.stubGlobal('navigator', { deviceMemory: 1 });
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

const SIDES = ['reference', 'current'] as const;

/** The report on two text tables: read, inferred, compared, measured and judged as in the page. */
export async function analyze(
  content: Record<'reference' | 'current', string>,
  input: ConfigInput,
  options: RunOptions = {},
): Promise<Report> {
  const config = parseConfig(input);
  const open = SIDES.map(async (side) => ({
    files: [new File([content[side]], `${side}.csv`)],
    engine: handleOf(await nodeDatabase()),
    read: readOptions(config, side),
    onProgress: () => undefined,
  }));
  const [reference, current] = await openFiles(await Promise.all(open));
  if (reference === undefined || current === undefined) throw new Error('two files were given');
  const data = addLags({ reference, current }, config);
  const profiles = await mapSidesAsync(data, (set) => profileColumns(set, config.seed));
  const given = { data, profiles, config, pool: ownThread, loadMs: 0, cache: new ResultCache() };
  const kept = { budget: { summaries: 1e7, values: 1e7 }, values: new ValueStore(1e7) };
  const run = await runAnalysis({ ...given, ...kept }, options);
  return buildReport(run, { version: 'test', createdAt: new Date(0) });
}
