import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { RunResult } from '../../src/analysis/client.ts';
import { categoricalResult, numericResult } from '../../src/analysis/column-result.ts';
import { adjust } from '../../src/analysis/adjust.ts';
import { parseConfig } from '../../src/analysis/config.ts';
import { plan } from '../../src/analysis/plan.ts';
import type { ColumnSchema } from '../../src/analysis/results.ts';
import { buildReport } from '../../src/report/build.ts';
import { exportJson } from '../../src/report/export-json.ts';
import { parseReport } from '../../src/report/parse.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { frequencyTable } from '../../src/stats/frequency-table.ts';

const sides = ['reference', 'current'] as const;
const schemaOf = (name: string, type: ColumnSchema['type']): ColumnSchema => ({
  name,
  type,
  role: 'feature',
  typeReason: 'a test',
  roleReason: 'a test',
  presentIn: [...sides],
});

function run(): RunResult {
  const config = parseConfig();
  const schema = [schemaOf('x', 'numeric'), schemaOf('</script>', 'categorical')];
  const [numbers, texts] = plan(schema, sides, config).jobs;
  if (numbers === undefined || texts === undefined) throw new Error('two jobs');
  const values = (offset: number): { values: Float64Array; missing: null } => ({
    values: Float64Array.from({ length: 100 }, (_, i) => Math.sin(i) + offset),
    missing: null,
  });
  const table = (last: string): ReturnType<typeof frequencyTable> =>
    frequencyTable(Array.from({ length: 100 }, (_, i) => (i % 4 === 0 ? last : 'a')));
  const columns = [
    numericResult(numbers, { reference: values(0), current: values(1) }, { coerced: {}, axis: null, room: {} }),
    categoricalResult(texts, { reference: table('b'), current: table('__proto__') }, { coerced: {}, codes: {} }),
  ];
  const input = { name: 'a.csv', bytes: 1, rows: 100, rowsUsed: 100, columns: 2, format: 'CSV', readAs: [], notes: [] };
  return {
    complete: true,
    config,
    inputs: { reference: input, current: input },
    schema,
    columns: adjust(columns, config),
    dataset: {},
    correlations: [],
    performance: null,
    timings: { loadMs: 1, analysisMs: 2 },
  };
}

const stamp = { version: '1.2.3', createdAt: new Date('2026-11-23T10:00:00Z') };

test('a document survives its own text, and the JSON Schema accepts it', () => {
  const report = buildReport(run(), stamp);
  expect(report.verdict.counts).toEqual({ changed: 2, stable: 0, insufficient: 0, notTested: 0 });
  expect(report.dataset.drift).toEqual({ share: 1, drifted: 2, tested: 2, expectedByLuck: 0.1 });
  expect(parseReport(exportJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
  const schema = JSON.parse(readFileSync('public/plumbline-report.schema.json', 'utf8')) as object;
  const validate = new Ajv({ strict: false }).compile(schema);
  expect(validate(JSON.parse(exportJson(report))), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...report, format: 'other' })).toBe(false);
});

test('the JSON Schema that ships is the one the app checks with', () => {
  const shipped = JSON.parse(readFileSync('public/plumbline-report.schema.json', 'utf8')) as Record<string, unknown>;
  expect(shipped).toEqual({ ...toJsonSchema(reportSchema), title: 'Plumbline report, version 1' });
});

test('new and vanished categories are findings, with their names', () => {
  const report = buildReport(run(), stamp);
  const texts = report.columns[1]?.drift?.findings.map(({ text }) => text);
  expect(texts).toEqual(['1 new category: “__proto__”.', '1 vanished category: “b”.']);
});

test('until all columns are done there is no verdict on any', () => {
  const whole = run();
  const partial = { ...whole, complete: false, columns: whole.columns.slice(0, 1) };
  const [first] = partial.columns;
  if (first !== undefined && first.drift !== null && 'evidence' in first.drift) delete first.drift.evidence.qValue;
  expect(buildReport(partial, stamp).columns.map(({ drift }) => drift)).toEqual([null, null]);
});

test.each([
  ['{', /not valid JSON/],
  ['{"a":1}', /not a Plumbline report/],
  ['{"format":"plumbline-report/1"}', /cannot be opened: \w+/],
])('%s is refused with a reason', (text, message) => {
  expect(() => parseReport(text)).toThrow(message);
});
