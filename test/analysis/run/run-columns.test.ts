import { expect, it } from 'vitest';
import type { NumericAnswer } from '../../../src/analysis/run/column-calls.ts';
import { failedResult } from '../../../src/analysis/run/column-result.ts';
import { parseConfig } from '../../../src/facts/settings/settings.ts';
import type { Pool } from '../../../src/analysis/run/pool.ts';
import { plan, type ColumnJob } from '../../../src/analysis/run/plan.ts';
import type { ColumnResult } from '../../../src/facts/document/drift.ts';
import { runColumns } from '../../../src/analysis/run/run-columns.ts';
import { inferSchema } from '../../../src/analysis/infer/schema.ts';
import { profileColumns } from '../../../src/engine/columns/profile.ts';
import { CodedColumns } from '../../../src/analysis/where/coded-columns.ts';
import { openTables } from '../../engine/open-tables.ts';

/** In the place of the workers: notes which columns come in which call. */
function notingPool(calls: string[][]): Pool {
  const numeric = ({ jobs }: { jobs: readonly ColumnJob[] }): Promise<NumericAnswer> => {
    calls.push(jobs.map(({ name }) => name));
    const results = jobs.map((job) => ({ ...failedResult(job, 'arrived'), drift: null }));
    return Promise.resolve({ results, columns: {}, coded: jobs.map(() => null) });
  };
  const runFor = (_: readonly string[], call: (worker: object) => unknown): unknown => call({ numeric });
  return { runFor, ownerOf: () => -1 } as unknown as Pool;
}

it('a column that the engine cannot give is told, and the others of its bundle stand', async () => {
  const names = Array.from({ length: 24 }, (_, i) => `x${String(i)}`);
  const row = (at: number): string => names.map((_, i) => String(Math.sqrt(at + i) + 0.5)).join(',');
  const content = `${names.join(',')}\n${Array.from({ length: 40 }, (_, at) => row(at)).join('\n')}\n`;
  const [reference, current] = await openTables({ 'a.csv': content, 'b.csv': content });
  if (reference === undefined || current === undefined) throw new Error('two files were given');
  const profiles = { reference: await profileColumns(reference, 1), current: await profileColumns(current, 1) };
  const config = parseConfig({});
  const { jobs } = plan(inferSchema(profiles, config), ['reference', 'current'], config);
  const broken = {
    ...current,
    columns: current.columns.map((one) => (one.name === 'x4' ? { ...one, stored: 'no' } : one)),
  };
  const calls: string[][] = [];
  const results: ColumnResult[] = [];
  await runColumns(
    {
      data: { reference, current: broken },
      pool: notingPool(calls),
      rowsShared: Promise.resolve({ axis: null, order: null }),
      keyOf: null,
      store: null,
      missingIn: () => [],
      coded: new CodedColumns(),
    },
    jobs.map((job) => ({ job, known: null })),
    (_, result) => results.push(result),
  );
  expect(results.map(({ name }) => name).sort()).toEqual([...names].sort());
  const failed = results.filter(({ drift }) => drift !== null);
  expect(failed.map(({ name }) => name)).toEqual(['x4']);
  expect(JSON.stringify(failed[0]?.drift)).toMatch(/"failed".*Binder Error: .*\bno\b/);
  // Those of its bundle came one by one, all others together.
  expect(calls.filter((call) => call.length === 1).flat()).toHaveLength(2);
  expect(calls.some((call) => call.length === 3)).toBe(true);
});
