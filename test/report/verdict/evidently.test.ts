import type { FileSummary } from '../../../src/facts/statements/reading.ts';
import { expect, test } from 'vitest';
import { adjust } from '../../../src/analysis/compare/adjust.ts';
import type { RunResult } from '../../../src/analysis/run/run-result.ts';
import { categoricalResult, numericResult } from '../../../src/analysis/run/column-result.ts';
import { levelSummaries, numberSummaries } from '../../analysis/summaries.ts';
import { parseConfig, type ConfigInput } from '../../../src/facts/settings/settings.ts';
import { EVIDENTLY_METHOD_IDS, EVIDENTLY_METHODS } from '../../../src/facts/methods.ts';
import { plan } from '../../../src/analysis/run/plan.ts';
import type { ColumnSchema } from '../../../src/facts/document/columns.ts';
import { buildReport } from '../../../src/report/build.ts';
import type { Report, ReportDrift } from '../../../src/facts/document/document.ts';
import { words } from '../../../src/words/words.ts';
import { frequencyTable } from '../../../src/stats/describe/frequency-table.ts';
import { seededRandom } from '../../../src/stats/random.ts';

const sides = ['reference', 'current'] as const;
const schema = (['numeric', 'categorical'] as const).map((type): ColumnSchema => ({
  ...{
    name: type,
    type,
    role: 'feature',
    typeReason: { kind: 'no-values', values: {} },
    roleReason: { kind: 'nothing-else', values: {} },
  },
  presentIn: [...sides],
}));

const random = seededRandom(4);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const values = (rows: number): Float64Array => Float64Array.from({ length: rows }, normal);
const levels = (rows: number): (string | null)[] => Array.from({ length: rows }, () => (random() < 0.5 ? 'a' : 'b'));

function report(input: ConfigInput, numbers: [Float64Array, Float64Array]): Report {
  const config = parseConfig(input);
  const [numeric, categorical] = plan(schema, sides, config).jobs;
  if (numeric === undefined || categorical === undefined) throw new Error('two jobs');
  const [reference = new Float64Array(), current = new Float64Array()] = numbers;
  const tables = { reference: frequencyTable(levels(2000)), current: frequencyTable(levels(2000)) };
  const columns = [
    numericResult(numeric, numberSummaries({ reference, current })),
    categoricalResult(categorical, levelSummaries(tables)),
  ];
  const file: FileSummary = {
    name: 'a.csv',
    bytes: 1,
    rows: 2000,
    rowsUsed: 2000,
    columns: 2,
    format: 'CSV',
    readAs: [],
    notes: [],
  };
  const run: RunResult = {
    ...{
      complete: true,
      config,
      schema: [...schema],
      dataset: {},
      rowOrder: null,
      correlations: [],
      performance: null,
      unmatchedColumns: [],
    },
    inputs: { reference: file, current: file },
    columns: adjust(columns, config),
    timings: { loadMs: 1, analysisMs: 2 },
  };
  return buildReport(run, { version: '1.2.3', createdAt: new Date(0) });
}

const driftOf = (built: Report, at: number): ReportDrift => {
  const drift = built.columns[at]?.drift;
  if (drift === null || drift === undefined) throw new Error('no drift');
  return drift;
};

const spoilt = (): Float64Array => values(2000).fill(1000, 0, 2);

test('two outlying rows: the calibrated profile names them, and says why Evidently sees drift', () => {
  const drift = driftOf(report({}, [values(2000), spoilt()]), 0);
  expect(drift.state).toBe('stable');
  expect(drift.findings[0]).toMatchObject({ kind: 'outliers', severity: 'high', rows: 2 });
  expect(drift.outliers?.rows.map(({ row, value }) => [row, value])).toEqual([
    [1, 1000],
    [2, 1000],
  ]);
  expect(drift.scores[0]).toMatchObject({ method: 'wasserstein', profile: 'evidently', threshold: 0.1, drifted: true });
  expect(drift.why.map(({ text }) => text).join('\n')).toMatch(
    /Evidently’s normalised Wasserstein distance is [\d.]+, above 0\.1, so it calls this drift: its score counts 2 rows outside/,
  );
});

test('under the profile "evidently" its scores give the states and the sentence', () => {
  const built = report({ profile: 'evidently' }, [values(2000), spoilt()]);
  expect(built.columns.map(({ drift }) => drift?.state)).toEqual(['changed', 'stable']);
  expect(built.verdict).toMatchObject({ state: 'changed', counts: { changed: 1, stable: 1 } });
  expect(built.verdict.summary).toBe('By Evidently’s rule 1 of 2 columns drifted (50%); the data set drifted.');
  expect(driftOf(built, 0).text).toMatch(
    /^Evidently’s normalised Wasserstein distance is [\d.]+, above 0\.1: drift\.$/,
  );
});

test('its method and threshold can be set, by type and by column; where it fails the reason is said', () => {
  const methods = { numeric: 'psi', categorical: 'g_test' } as const;
  const pair: [Float64Array, Float64Array] = [values(2000), values(2000)];
  const byType = report({ profile: 'evidently', methods }, pair);
  expect(byType.columns.map(({ drift }) => drift?.scores[0]?.method)).toEqual(['psi', 'g_test']);
  const own = report({ profile: 'evidently', columns: { numeric: { method: 'ks', threshold: 1 } } }, pair);
  expect(driftOf(own, 0).scores[0]).toMatchObject({ method: 'ks', threshold: 1, drifted: true });
  const wrong = report({ profile: 'evidently', columns: { categorical: { method: 'ks' } } }, pair);
  expect(driftOf(wrong, 1)).toMatchObject({ state: 'notTested' });
  expect(driftOf(wrong, 1).text).toBe('Not tested: Evidently’s ks does not compare categories.');
  expect(driftOf(wrong, 1).scores[0]?.reason).toBe('Evidently’s ks does not compare categories');
});

test.each(EVIDENTLY_METHOD_IDS)('a score of %s that drifts is said to lie on the side that drifts', (method) => {
  const { score } = EVIDENTLY_METHODS[method];
  const value = score === 'p-value' ? 0.03 : 0.3;
  const text = words.verdict.column.score({ method, value, threshold: 0.1, drifted: true }, words.sides.periods);
  expect(text).toMatch(score === 'p-value' ? / is 0\.03, below 0\.1: drift\.$/ : /, above 0\.1: drift\.$/);
});
