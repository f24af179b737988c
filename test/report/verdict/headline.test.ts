import { expect, test } from 'vitest';
import type { RunResult } from '../../../src/analysis/run/run-result.ts';
import type { ColumnQuality } from '../../../src/facts/document/columns.ts';
import type { ColumnDrift } from '../../../src/facts/document/drift.ts';
import type { Report } from '../../../src/facts/document/document.ts';
import type { Performance } from '../../../src/facts/document/performance.ts';
import { buildReport } from '../../../src/report/build.ts';
import { exportJson } from '../../../src/report/export-json.ts';
import { parseReport } from '../../../src/report/parse.ts';
import { withoutTexts } from '../../../src/report/page/without-texts.ts';
import { causesOf, exitCode } from '../../../src/report/verdict/outcome.ts';
import { openMetrics } from '../../../src/report/metrics/views.ts';
import { readOpenMetrics } from '../openmetrics-text.ts';
import { measured, run, stamp } from '../two-columns.ts';

type Measured = Extract<Performance, { state: 'measured' }>;

/** The run with its first column's comparison as it is told. */
const withFirst = (change: (drift: ColumnDrift) => Partial<ColumnDrift>): RunResult => {
  const whole = run();
  const columns = whole.columns.map((column, i) => {
    const { drift } = column;
    return i === 0 && drift !== null && 'evidence' in drift
      ? { ...column, drift: { ...drift, ...change(drift) } }
      : column;
  });
  return { ...whole, columns };
};

const report = (changes: Partial<RunResult>, whole = run()): Report => buildReport({ ...whole, ...changes }, stamp);
const kinds = ({ verdict }: Report): string[] | undefined => verdict.parts?.map(({ kind }) => kind);

const same: RunResult = (() => {
  const whole = withFirst(() => ({ identical: true }));
  return { ...whole, columns: whole.columns.slice(0, 1), schema: whole.schema.slice(0, 1) };
})();

test('the model is spoken of first, then the columns, direction and size with them', () => {
  const found = report({ performance: measured() });
  expect(kinds(found)).toEqual(['model', 'changed']);
  expect(found.verdict.headline).toBe(
    'The model got worse: mean absolute error 0.6 → 3.0, +373%. 2 of 2 columns have changed: “x” higher, mean 0.0 → 1.0; “</script>”, “b” 25% → 0% of rows.',
  );
  expect([causesOf(found), exitCode(found), exitCode(found, ['conditions'])]).toEqual([['changed', 'model'], 1, 0]);
});

test('a headline survives the document, a file without texts, and is in the metrics', () => {
  const found = report({ performance: measured() });
  expect(parseReport(exportJson(found)).verdict).toEqual(found.verdict);
  expect(withoutTexts(found).verdict.headline).toBe('');
  expect(parseReport(exportJson(withoutTexts(found))).verdict).toEqual(found.verdict);
  const families = readOpenMetrics(openMetrics(found));
  const outcome = families.get('plumbline_outcome')?.samples.map(({ labels, value }) => [labels['cause'], value]);
  expect(outcome).toEqual([
    ['changed', 1],
    ['model', 1],
    ['conditions', 0],
    ['moved', 0],
    ['insufficient', 0],
  ]);
  expect(families.get('plumbline_exit_code')?.samples[0]?.value).toBe(1);
});

test('two models: which is better; a model without worth is a finding of high severity', () => {
  const model = measured() as Measured;
  const models = report({ performance: { ...model, twoModels: true } });
  expect(models.verdict.parts?.[0]?.text).toBe('Model A is better: mean absolute error 0.6 against 3.0.');
  if (model.whole.task !== 'regression') throw new Error('regression');
  const naive = { reference: { median: 4, last: null }, current: { median: 2, last: null } };
  const whole = { ...model.whole, naive };
  if (model.overall === undefined) throw new Error('no verdict');
  const overall = { ...model.overall, isWorseThanNaive: { reference: false, current: true } };
  const poor = report({ performance: { ...model, whole, overall } });
  expect(kinds(poor)).toEqual(['model', 'model-naive', 'changed']);
  const finding = poor.dataset.findings.find(({ kind }) => kind === 'model-naive');
  expect([finding?.severity, finding?.text]).toEqual([
    'high',
    'The model is worse than one and the same guess: mean absolute error 3.005; always the median gives 2.',
  ]);
});

test('a measure that did not change by more than noise is no worse model', () => {
  const model = measured() as Measured;
  if (model.overall === undefined) throw new Error('no verdict');
  const overall = { ...model.overall, state: 'noMoreThanNoise' as const };
  const found = report({ performance: { ...model, overall } });
  expect(found.verdict.parts?.[0]?.text).toMatch(
    /^The model may have got worse: mean absolute error 0\.6 → 3\.0.*, perhaps by chance\.$/,
  );
  expect(found.performance?.summary).toMatch(/, more than noise by itself, but not beside all other measures\.$/);
  expect(causesOf(found)).toEqual(['changed', 'moved']);
  const little = { ...overall, current: 0.62, difference: 0.02, relative: 0.02 / 0.6 };
  const asGood = report({ performance: { ...model, overall: little } });
  expect(asGood.verdict.parts?.[0]?.text).toMatch(/^The model is about as good as before: .*, no more than noise\.$/);
  expect(causesOf(asGood)).toEqual(['changed']);
});

test('the same file twice holds one model, not two', () => {
  const model = measured() as Measured;
  const none = { reference: 0, current: 0 };
  const pairing = {
    by: 'order' as const,
    column: null,
    pairs: 200,
    targetsApart: 0,
    same: true,
    samePredictions: true,
  };
  const found = report({
    performance: { ...model, paired: true, pairing: { ...pairing, without: none, double: none, alone: none } },
  });
  expect(found.performance?.summary).toMatch(
    /^Both files hold the same predictions for the same rows: mean absolute error is 3\.0/,
  );
});

test('what moved without proof is named, is no alarm of a change, and ends a run with 3', () => {
  const moved = withFirst(({ evidence }) => ({ evidence: { ...evidence, qValue: 0.5, qValueIndependent: 1e-9 } }));
  const [column] = moved.columns;
  const found = report({ columns: column === undefined ? [] : [column], schema: moved.schema.slice(0, 1) }, moved);
  expect(found.verdict.state).toBe('moved');
  expect(found.verdict.headline).toBe('1 of 1 column has moved, perhaps by chance: “x” higher, mean 0.0 → 1.0.');
  expect([causesOf(found), exitCode(found), exitCode(found, ['changed', 'model'])]).toEqual([['moved'], 3, 0]);
});

test('the same file twice', () => {
  const found = report({}, same);
  expect([found.verdict.state, found.verdict.headline]).toEqual(['identical', 'The two files hold the same values.']);
  expect(found.columns[0]?.drift?.evidence).toBeUndefined();
  expect([causesOf(found), exitCode(found)]).toEqual([[], 0]);
});

const withGaps = (quality: ColumnQuality, missing: number): ColumnQuality => ({ ...quality, missing });

/** The run whose first column lost its values, with the chance of so clear a rise. */
function emptiedRun(qValue: number, role: 'feature' | 'target' = 'feature', missing = 95): RunResult {
  const whole = run();
  const columns = whole.columns.map((column, i) => {
    const { reference, current } = column.quality;
    if (i > 0 || reference === undefined || current === undefined) return column;
    return {
      ...column,
      quality: { reference, current: withGaps(current, missing) },
      drift: { notTested: { kind: 'free-text', values: {} } } as const,
      missing: { reference: 0, current: missing / 100, pValue: qValue, qValue },
    };
  });
  return { ...whole, columns, schema: whole.schema.map((schema, i) => (i === 0 ? { ...schema, role } : schema)) };
}

test('a column that emptied leads the columns, is a finding of high severity, and counts as changed', () => {
  const found = report({}, emptiedRun(0.001));
  expect(kinds(found)).toEqual(['emptied', 'changed']);
  expect(found.verdict.parts?.[0]?.text).toBe('1 column emptied: “x” (0% → 95% without a value).');
  const [column] = found.columns;
  expect([column?.drift?.state, column?.drift?.text]).toEqual([
    'changed',
    'Emptied: 95% of rows have no value; 0% before.',
  ]);
  expect(column?.drift?.findings.map(({ kind, severity }) => [kind, severity])).toContainEqual(['emptied', 'high']);
  expect(report({}, emptiedRun(0.4)).columns[0]?.drift?.state).toBe('moved');
});

test('a target without values is not known yet', () => {
  const found = report({}, emptiedRun(0.001, 'target', 100));
  expect(kinds(found)).toEqual(['changed']);
  expect(found.columns[0]?.drift?.state).toBe('notTested');
});

test('the target is spoken of before other columns, in its own words, and the others are counted without it', () => {
  const whole = run();
  const schema = whole.schema.map((column, i) => (i === 1 ? { ...column, role: 'target' as const } : column));
  const found = report({ schema });
  expect(kinds(found)).toEqual(['target', 'changed']);
  expect(found.verdict.headline).toBe(
    'The target has changed: “</script>”, “b” 25% → 0% of rows. 1 of 1 other column has changed: “x” higher, mean 0.0 → 1.0.',
  );
  expect(parseReport(exportJson(found)).verdict).toEqual(found.verdict);
  const alone = report({ schema: schema.slice(1), columns: whole.columns.slice(1) });
  expect(kinds(alone)).toEqual(['target']);
});
