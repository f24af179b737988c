import { DuckDBInstance } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import { buildReport } from '../../src/report/build.ts';
import type { Report } from '../../src/facts/document/document.ts';
import type { Where } from '../../src/facts/document/where.ts';
import { metricsCsv } from '../../src/report/metrics/csv.ts';
import { afterFailedRun } from '../../src/report/metrics/last-run.ts';
import { atLevel, METRIC_LEVELS } from '../../src/report/metrics/levels.ts';
import { metricsMarkdown } from '../../src/report/metrics/markdown.ts';
import { metricsOf } from '../../src/report/metrics/metrics-of.ts';
import { openMetrics } from '../../src/report/metrics/openmetrics.ts';
import { metricsParquet } from '../../src/report/metrics/parquet.ts';
import { TABLE } from '../../src/report/metrics/table.ts';
import { words } from '../../src/words/words.ts';
import { readOpenMetrics } from './openmetrics-text.ts';
import { measured, run, stamp } from './two-columns.ts';

/** Names that break out of whatever they are put in: a formula, quotes, line ends, a backslash. */
const hostile = ['=HYPERLINK("http://x","a")\n\\', '__proto__, "}\r'] as const;

function report(config = parseConfig({ name: 'Line "3"' })): Report {
  return buildReport({ ...run(config, hostile), performance: measured() }, stamp);
}

test('the long table holds quality, drift, model and the whole, each number once', () => {
  const metrics = metricsOf(report());
  const of = (metric: string, file: string, column: string | null = null) =>
    metrics.filter((row) => row.metric === metric && row.file === file && row.column === column);
  expect(of('drift_share', 'both')).toMatchObject([{ value: 1, unit: 'share', state: 'changed' }]);
  expect(of('drift_effect', 'both', hostile[0])).toMatchObject([
    { unit: 'reference standard deviations', state: 'changed', labels: { method: 'wasserstein' } },
  ]);
  expect(of('missing', 'current', hostile[1])).toMatchObject([{ value: 0, unit: 'rows' }]);
  const [mae] = of('mae', 'current');
  expect(mae?.value).toBeGreaterThan(mae?.low ?? NaN);
  expect(of('mae_difference', 'both')).toMatchObject([{ state: 'beyondNoise' }]);
  const keys = metrics.map(({ file, column, metric, labels }) => JSON.stringify([file, column, metric, labels]));
  expect(new Set(keys).size).toBe(keys.length);
});

test('OpenMetrics: the specification’s reader gets every known number, and older collectors can take the text', () => {
  const whole = report();
  const text = openMetrics(whole);
  const families = readOpenMetrics(text);
  const samples = [...families].flatMap(([name, family]) => family.samples.map((sample) => ({ name, ...sample })));
  const known = metricsOf(whole).filter(({ value }) => value !== null);
  expect(known.length).toBeGreaterThan(100);
  for (const { file, column, metric, value, labels } of known) {
    const { quantile, ...others } = labels;
    const wanted = {
      report: 'Line "3"',
      ...(file !== 'both' && { file }),
      ...(column !== null && { column }),
      ...others,
      ...(quantile !== undefined && { probability: quantile }),
    };
    const found = samples.filter(
      (sample) =>
        new RegExp(`^plumbline_${metric}(_ratio|_seconds|_bytes)?$`).test(sample.name) &&
        Object.entries(wanted).every(([key, of]) => sample.labels[key] === of),
    );
    expect(
      found.map((sample) => sample.value),
      `${metric} ${file}`,
    ).toEqual([value]);
  }
  expect(families.get('plumbline_drift_state')?.samples).toContainEqual({
    labels: { report: 'Line "3"', column: hostile[0], state: 'changed' },
    value: 1,
  });
  expect(families.get('plumbline_drift_share_ratio')).toMatchObject({ type: 'gauge', unit: 'ratio' });
  // The format of before knows no other types here, and takes a quote in HELP as it stands.
  expect(new Set([...families.values()].map(({ type }) => type))).toEqual(new Set(['gauge']));
  for (const { help } of families.values()) expect(help).toMatch(/^[^"\\\n]+\.$/);
});

test('every series has the name of a report: that of the set-up, else the given one, else the file’s', () => {
  const named = (name: string | undefined, given?: string) => {
    const text = openMetrics(report(parseConfig(name === undefined ? {} : { name })), {
      ...(given && { name: given }),
    });
    const samples = [...readOpenMetrics(text).values()].flatMap((family) => family.samples);
    return [...new Set(samples.map(({ labels }) => labels['report']))];
  };
  expect(named('Line 3', 'daily')).toEqual(['Line 3']);
  expect(named(undefined, 'daily')).toEqual(['daily']);
  expect(named(undefined)).toEqual([report().inputs.current?.name]);
});

test('levels: each holds the one below, with the same numbers; the lowest has no series for columns or classes', () => {
  const texts = METRIC_LEVELS.map((level) => openMetrics(report(), { level }));
  const [summary = [], columns = [], all = []] = texts.map((text) => text.split('\n'));
  expect(summary.filter((line) => !columns.includes(line))).toEqual([]);
  expect(columns.filter((line) => !all.includes(line))).toEqual([]);
  expect(texts[0]).not.toMatch(/(column|class)="/);
  const families = readOpenMetrics(texts[1] ?? '');
  for (const name of ['drift_state', 'drift_effect', 'missing_share_ratio', 'mae', 'cannot_say', 'outcome']) {
    expect(families.get(`plumbline_${name}`)?.samples.length, name).toBeGreaterThan(0);
  }
  const ofColumns = METRIC_LEVELS.map(
    (level) => atLevel(metricsOf(report()), level).filter(({ column }) => column !== null).length,
  );
  expect(ofColumns[0]).toBe(0);
  expect(ofColumns[1]).toBeGreaterThan(0);
  expect(ofColumns[1]).toBeLessThan((ofColumns[2] ?? 0) / 3);
});

test('after a failed run the numbers stay, and the run is said to have failed; again and again, and without a run before', () => {
  const at = new Date('2026-03-01T00:00:00Z');
  const failed = afterFailedRun(afterFailedRun(openMetrics(report()), 'Line "3"', new Date(0)), 'Line "3"', at);
  const [before, after, first] = [openMetrics(report()), failed, afterFailedRun('', 'x', at)].map(readOpenMetrics);
  expect(after?.get('plumbline_last_run_success')?.samples).toEqual([{ labels: { report: 'Line "3"' }, value: 0 }]);
  const when = after?.get('plumbline_last_run_timestamp_seconds');
  expect(when?.samples).toEqual([{ labels: { report: 'Line "3"' }, value: at.getTime() / 1000 }]);
  expect([...(after?.keys() ?? [])].sort()).toEqual([...(before?.keys() ?? [])].sort());
  expect(after?.get('plumbline_drift_state')).toEqual(before?.get('plumbline_drift_state'));
  expect([...(first?.keys() ?? [])]).toEqual(['plumbline_last_run_success', 'plumbline_last_run_timestamp_seconds']);
});

test.each([
  ['a{b="c"} 1\n# EOF\n', /outside its family/],
  ['# TYPE a gauge\na{b="c"} 1\na{b="c"} 2\n# EOF\n', /twice/],
  ['# TYPE a gauge\na{b="c\n"} 1\n# EOF\n', /neither/],
  ['# TYPE a gauge\n# UNIT a seconds\na 1\n# EOF\n', /does not end/],
  ['# TYPE a gauge\na 1\n', /EOF/],
])('the reader refuses %j', (text, message) => {
  expect(() => readOpenMetrics(text)).toThrow(message);
});

test('DuckDB reads the CSV: the same numbers; what a spreadsheet would run has an apostrophe in front', async () => {
  const metrics = metricsOf(report());
  const path = join(mkdtempSync(join(tmpdir(), 'plumbline-')), 'metrics.csv');
  writeFileSync(path, metricsCsv(metrics));
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(
    `from read_csv('${path}', header = true, all_varchar = false, strict_mode = true)`,
  );
  const rows = reader.getRowObjects();
  expect(rows.map(({ value }) => value)).toEqual(metrics.map(({ value }) => value));
  expect(rows.map(({ metric }) => metric)).toEqual(metrics.map(({ metric }) => metric));
  expect(reader.columnNames()).toEqual(TABLE.map(({ name }) => name));
  const names = new Set(rows.map(({ column }) => column));
  expect(names).toEqual(new Set([null, `'${hostile[0]}`, hostile[1]]));
  expect(readFileSync(path, 'utf8')).not.toMatch(/(^|,)"?[=+@]/m);
});

test('hyparquet reads the Parquet: every cell of the table, names as they are', async () => {
  const metrics = metricsOf(report());
  const rows = await parquetReadObjects({ file: await metricsParquet(metrics) });
  expect(rows).toEqual(metrics.map((row) => Object.fromEntries(TABLE.map(({ name, cellOf }) => [name, cellOf(row)]))));
});

test('the Markdown table holds names as text, whatever they contain', () => {
  const text = metricsMarkdown(report());
  const lines = text.split('\n');
  expect(text).toMatch(
    /^\*\*The model got worse: mean absolute error 0\.6 → 3\.0, \+373%\. 2 of 2 columns have changed/,
  );
  expect(text).toContain('\\_\\_proto\\_\\_');
  const tables = lines.filter((line) => line.startsWith('|'));
  const bars = new Set(tables.map((line) => line.match(/(?<!\\)\|/g)?.length));
  expect([...bars].sort()).toEqual([5, 6]);
  expect(text).toMatch(/\| Mean absolute error \| 0\.6\d+ \| 3/);
});

test.each([
  [{ metric: 'drift_share', max: 0.3 }, 'fail', 'drift_share is 1; at most 0.3 passes.'],
  [{ metric: 'drift_share', min: 0.5, max: 1 }, 'pass', 'drift_share is 1; 0.5 to 1 passes.'],
  [
    { metric: 'missing_share', max: 0 },
    'pass',
    /^missing_share of “=HY[^]+” is 0, the nearest to the limit of 2; at most 0 passes\.$/,
  ],
  [{ metric: 'mae', file: 'reference', max: 1 }, 'pass', /^mae is 0\.6\d+; at most 1 passes\.$/],
  [{ metric: 'mae', max: 1 }, 'fail', /^mae is 3/],
  [{ metric: 'values', min: 101 }, 'fail', /^values of “=HYPER[^]+” is 100, and 1 more; at least 101 passes\.$/],
  [{ metric: 'missing_share', column: 'nowhere', max: 0 }, 'unknown', 'This report has no missing_share of “nowhere”.'],
  [{ metric: 'drift_shar', max: 1 }, 'unknown', 'This report has no drift_shar; did you mean "drift_share"?'],
] as const)('the condition %j: %s', (condition, status, text) => {
  const [first] = report(parseConfig({ conditions: [condition] })).conditions;
  expect(first?.status).toBe(status);
  expect(first?.text).toEqual(typeof text === 'string' ? text : expect.stringMatching(text));
});

test('a condition without a limit is an error that names its place', () => {
  expect(() => parseConfig({ conditions: [{ metric: 'mae' }] })).toThrow(
    expect.objectContaining({ values: { problem: 'rule', path: 'config.conditions.0', rule: 'a-limit' } }),
  );
});

const segment = {
  conditions: [
    { kind: 'clock', column: 'time', part: 'hour', first: 22, last: 3 },
    { kind: 'values', column: hostile[1], values: [{ quote: 'a"\n', rows: 40 }], others: false },
  ],
  ...{ kind: 'becameBad', rows: { reference: 10, current: 12 }, qValue: 0.001, excess: 0.2, growth: 0.31 },
  share: { reference: { value: 0.1, low: 0.08, high: 0.12 }, current: { value: 0.12, low: 0.1, high: 0.14 } },
  measure: { reference: { value: 0.6, low: 0.5, high: 0.7 }, current: { value: 4.9, low: 4, high: 5.8 } },
  coverage: { reference: 0.1, current: 0.4 },
} satisfies NonNullable<Where['segments']>[number];
const search = {
  ...{ state: 'searched', basis: 'mae', columns: 3, found: {}, confirmed: {}, whole: {}, tested: 20, nested: 0 },
} satisfies Where['search'];
const moment = { timeColumn: 'time', unit: 'day', before: 1, after: 2, statistic: 30, pValue: 0.001 };
const at = { at: Date.UTC(2026, 10, 12), low: Date.UTC(2026, 10, 11), high: Date.UTC(2026, 10, 14) };

test('where rows stand out and since when are metrics, and a condition can be that none do', () => {
  const where: Where = {
    ...{ search, segments: [segment] },
    changePoints: [
      { column: hostile[0], ...at, ...moment },
      { column: hostile[1], part: 'level', level: { quote: 'a"\n', rows: 40 }, ...at, ...moment },
      { column: hostile[1], part: 'missing', ...at, ...moment },
      { measure: 'mae', ...at, ...moment },
    ],
  };
  const whole = { ...report(), where };
  const metrics = metricsOf(whole);
  const of = (metric: string) => metrics.filter((row) => row.metric === metric);
  expect(of('segments_found')).toMatchObject([{ file: 'both', value: 1 }]);
  const labels = { segment: words.sections.where.conditions(segment) };
  expect(labels.segment).toContain(`“${hostile[1]}” is “a"
”`);
  expect(of('segment_mae')).toMatchObject([
    { file: 'reference', value: 0.6, state: 'becameBad' },
    { file: 'current', value: 4.9, low: 4, high: 5.8, unit: 'unit of the target', labels },
  ]);
  expect(of('segment_growth_share')).toMatchObject([{ file: 'both', value: 0.31, labels }]);
  const [since, ofCategory] = of('changed_since');
  expect(since).toMatchObject({ column: hostile[0], value: at.at / 1000, low: at.low / 1000, high: at.high / 1000 });
  expect(ofCategory?.labels).toEqual({ class: 'a"\n' });
  expect([of('missing_changed_since')[0]?.column, of('error_changed_since')[0]?.column]).toEqual([hostile[1], null]);
  const text = openMetrics(whole);
  expect(readOpenMetrics(text).get('plumbline_segments_found')?.samples).toMatchObject([{ value: 1 }]);
  expect(text).toContain('plumbline_changed_since_seconds{');
  const keys = metrics.map(({ file, column, metric, labels: told }) => JSON.stringify([file, column, metric, told]));
  expect(new Set(keys).size).toBe(keys.length);
  const limit = { conditions: [{ metric: 'segments_found', max: 0 }] };
  const statusWith = (found: Where | null) =>
    buildReport({ ...run(parseConfig(limit), hostile), performance: measured(), where: found }, stamp).conditions[0]
      ?.status;
  expect([statusWith(where), statusWith({ ...where, segments: [] }), statusWith(null)]).toEqual([
    'fail',
    'pass',
    'unknown',
  ]);
});
