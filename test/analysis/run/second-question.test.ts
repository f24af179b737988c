import { expect, test, vi } from 'vitest';
import type { Pool } from '../../../src/analysis/run/pool.ts';
import { plan } from '../../../src/analysis/run/plan.ts';
import { ResultCache } from '../../../src/analysis/run/kept/result-cache.ts';
import { runColumns, type ColumnRun } from '../../../src/analysis/run/run-columns.ts';
import { ValueStore } from '../../../src/analysis/run/kept/value-store.ts';
import { inferSchema } from '../../../src/analysis/infer/schema.ts';
import { profileColumns } from '../../../src/engine/columns/profile.ts';
import type { DataSet } from '../../../src/engine/data-set.ts';
import type { ColumnResult } from '../../../src/facts/document/drift.ts';
import { parseConfig, type ConfigInput } from '../../../src/facts/settings/settings.ts';
import { CodedColumns } from '../../../src/analysis/where/coded-columns.ts';
import { openTables } from '../../engine/open-tables.ts';

// Workers have it, whatever runs these tests.
vi.stubGlobal('navigator', { deviceMemory: 1 });
const { columnCalls } = await import('../../../src/analysis/run/column-calls.ts');

const line = (i: number, shift: number): string =>
  `${String((i * 7919) % 1000)},${(Math.sin(i) + shift).toFixed(4)},${String(Math.cos(i) / 3)},${'abc'[i % 3] ?? ''}`;
const content = (shift: number): string =>
  ['n,x,y,c', ...Array.from({ length: 400 }, (_, i) => line(i, shift))].join('\n');

/** Notes what the engine is asked. */
function watched(data: DataSet, asked: string[]): DataSet {
  const { database } = data;
  const note = (sql: string): void => void asked.push(sql);
  return {
    ...data,
    database: {
      ...database,
      fetch: (sql) => (note(sql), database.fetch(sql)),
      query: (sql, signal) => (note(sql), database.query(sql, signal)),
    },
  };
}

async function open(given = { 'a.csv': content(0), 'b.csv': content(0.5) }) {
  const asked: string[] = [];
  const [reference, current] = await openTables(given);
  if (reference === undefined || current === undefined) throw new Error('two files were given');
  const profiles = { reference: await profileColumns(reference, 1), current: await profileColumns(current, 1) };
  const data = { reference: watched(reference, asked), current: watched(current, asked) };
  const pool = {
    runFor: async (_: readonly string[], call: (calls: object) => unknown) => structuredClone(await call(columnCalls)),
    ownerOf: () => 0,
  } as unknown as Pool;
  const cache = new ResultCache();
  const run = async (config: ConfigInput, more: Partial<ColumnRun> = {}): Promise<ColumnResult[]> => {
    const settings = parseConfig(config);
    const jobs = plan(inferSchema(profiles, settings), ['reference', 'current'], settings).jobs;
    const results = new Map<string, ColumnResult>();
    const tasks = jobs.map((job) => ({ job, known: cache.column(job, null) }));
    const todo = tasks.filter(({ known }) => known?.lacks.length !== 0);
    for (const { job, known } of tasks) if (known !== null) results.set(job.name, known.result);
    const settled: ColumnRun = {
      ...{ data, pool, rowsShared: Promise.resolve({ axis: null, order: null }), store: null, missingIn: () => [] },
      coded: new CodedColumns(),
      keyOf: (job, side) => `${cache.keyPrefix}${side} ${job.name} ${job.type}`,
      ...more,
    };
    await runColumns(settled, todo, ({ job }, result) => {
      results.set(job.name, result);
      cache.keep(job, null, result);
    });
    return jobs.flatMap(({ name }) => results.get(name) ?? []);
  };
  return { run, asked, forget: () => columnCalls.forget(cache.keyPrefix) };
}

const other: ConfigInput = {
  bins: { rule: 'quantiles', count: 7 },
  methods: { numeric: 'psi', categorical: 'jensenshannon' },
};

test('another question about columns asks no engine, and gives what asking gives', async () => {
  const first = await open();
  const usual = await first.run({});
  first.asked.length = 0;
  const again = await first.run(other);
  expect(first.asked).toEqual([]);
  const fresh = await open();
  expect(again).toEqual(await fresh.run(other));
  expect(again.map(({ scores }) => scores)).not.toEqual(usual.map(({ scores }) => scores));
  // What was there before is not made again.
  expect(await first.run({})).toEqual(usual);
  expect(first.asked).toEqual([]);
});

test('where summaries have gone, or are not kept, columns are fetched again', async () => {
  const expected = await (await open()).run(other);
  const gone = await open();
  await gone.run({});
  gone.asked.length = 0;
  gone.forget();
  expect(await gone.run(other)).toEqual(expected);
  expect(gone.asked.length).toBeGreaterThan(0);
  const notKept = await open();
  await notKept.run({}, { keyOf: null });
  notKept.asked.length = 0;
  expect(await notKept.run(other, { keyOf: null })).toEqual(expected);
  expect(notKept.asked.length).toBeGreaterThan(0);
});

test('values that are kept take the engine’s place, for numbers', async () => {
  const store = new ValueStore(1e6);
  const kept = await open();
  await kept.run({}, { store });
  expect(
    store.find(
      'current',
      ['y', 'x'].map((name) => ({ name, form: 'number', missing: [] })),
    ),
  ).not.toBeNull();
  expect(store.find('current', [{ name: 'c', form: 'code', missing: [] }])).not.toBeNull();
  kept.forget();
  kept.asked.length = 0;
  const again = await kept.run({ bins: { rule: 'quantiles', count: 7 } }, { store });
  expect(again).toEqual(await (await open()).run({ bins: { rule: 'quantiles', count: 7 } }));
  expect(kept.asked).toEqual([]);
});

test('a column that is worked out is put in bins on its way, by the edges of the reference', async () => {
  const cells = (shift: number): (number | null)[] =>
    Array.from({ length: 400 }, (_, i) => (i % 9 === 4 ? null : Math.sin(i * i) + shift));
  const times = (shift: number): number[] =>
    Array.from({ length: 400 }, (_, i) => Date.UTC(1969, 11, 28) + (i * 7 + shift) * 3_600_000);
  const text = (shift: number): string => {
    const time = times(shift);
    return [
      'time,x',
      ...cells(shift).map((cell, i) => `${new Date(time[i] ?? 0).toISOString()},${String(cell ?? '')}`),
    ].join('\n');
  };
  const { run } = await open({ 'a.csv': text(0), 'b.csv': text(0.5) });
  const coded = new CodedColumns(
    new Map([
      ['time', 'clock'],
      ['x', 'number'],
    ]),
  );
  await run({}, { coded });
  const [x] = coded.take('x', ['reference', 'current']) ?? [];
  if (x?.of.kind !== 'number') throw new Error('numbers were given');
  const known = cells(0)
    .filter((cell) => cell !== null)
    .toSorted((a, b) => a - b);
  const edges = Array.from({ length: 9 }, (_, k) => known[Math.ceil(((k + 1) * known.length) / 10) - 1] ?? NaN);
  expect(x.of.edges).toEqual(edges);
  const binOf = (cell: number | null): number => (cell === null ? 10 : edges.filter((edge) => edge < cell).length);
  expect([...(x.codes.reference ?? [])]).toEqual(cells(0).map(binOf));
  expect([...(x.codes.current ?? [])]).toEqual(cells(0.5).map(binOf));
  const parts = coded.take('time', ['reference', 'current']) ?? [];
  const named = new Map(parts.map(({ of, codes }) => [of.kind === 'clock' ? of.part : '', [...(codes.current ?? [])]]));
  const dates = times(0.5).map((time) => new Date(time));
  expect(named.get('hour')).toEqual(dates.map((date) => date.getUTCHours()));
  expect(named.get('weekday')).toEqual(dates.map((date) => (date.getUTCDay() + 6) % 7));
  expect(named.get('month')).toEqual(dates.map((date) => date.getUTCMonth()));
  // Given away once, and only for the files that it was made of.
  expect(coded.take('x', ['reference', 'current'])).toBeNull();
});

test('times that are kept as text are read as times, not as numbers', async () => {
  const text = [
    't',
    ...Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? `2025-01-02 0${String(i % 10)}:00` : 'off')),
  ].join('\n');
  const { run } = await open({ 'a.csv': text, 'b.csv': text });
  const [column] = await run({ columns: { t: { type: 'datetime' } } });
  expect(column?.quality.reference?.missing).toBe(20);
});
