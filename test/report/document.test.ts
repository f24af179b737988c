import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildReport } from '../../src/report/build.ts';
import { exportJson } from '../../src/report/export-json.ts';
import { parseReport } from '../../src/report/parse.ts';
import { schemas } from '../../tools/schemas.ts';
import { run, stamp } from './two-columns.ts';

test('a document survives its own text, and the JSON Schema accepts it', () => {
  const report = buildReport(run(), stamp);
  expect(report.verdict.counts).toEqual({
    ...{ changed: 2, moved: 0, insufficient: 0, stable: 0 },
    ...{ calendar: 0, identical: 0, notTested: 0 },
  });
  expect(report.dataset.drift).toEqual({ share: 1, drifted: 2, tested: 2, expectedByChance: 0.1 });
  expect(parseReport(exportJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
  const schema = JSON.parse(readFileSync('public/plumbline-report.schema.json', 'utf8')) as object;
  const validate = new Ajv({ strict: false }).compile(schema);
  expect(validate(JSON.parse(exportJson(report))), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...report, format: 'other' })).toBe(false);
});

test('the JSON Schemas that ship are those the app checks with', () => {
  for (const [name, schema] of Object.entries(schemas()))
    expect(JSON.parse(readFileSync(`public/${name}`, 'utf8'))).toEqual(schema);
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
  ['{', { problem: 'no-json' }],
  ['{"a":1}', { problem: 'other-json' }],
  ['{"format":"plumbline-report/2"}', { problem: 'misfit', path: 'createdAt' }],
])('%s is refused with a reason', (text, values) => {
  expect(() => parseReport(text)).toThrow(expect.objectContaining({ code: 'not-a-report', values }));
});
