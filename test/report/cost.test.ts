import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/facts/document/document.ts';
import { exportJson } from '../../src/report/export-json.ts';
import { metricsMarkdown } from '../../src/report/metrics/markdown.ts';
import { metricsOf } from '../../src/report/metrics/metrics-of.ts';
import { onlySections } from '../../src/report/page/only-sections.ts';
import { parseReport } from '../../src/report/parse.ts';
import { readSetUp } from '../../src/report/set-up.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { words } from '../../src/words/words.ts';
import { analyze } from '../inputs/analyze.ts';
import { expectClose } from '../stats/oracle.ts';

interface Row {
  line: string;
  target: number;
  prediction: number;
}

/** Rows of three lines; those of line c are predicted `off` too low. */
function rowsOf(seed: number, off: number): Row[] {
  const random = seededRandom(seed);
  return Array.from({ length: 1500 }, (_, i) => {
    const line = ['a', 'b', 'c'][i % 3] ?? '';
    const target = Math.round(100 * random());
    return { line, target, prediction: target + Math.round(10 * (random() - 0.5)) - (line === 'c' ? off : 0) };
  });
}

const files = { reference: rowsOf(1, 0), current: rowsOf(2, 20) };
const csv = (rows: readonly Row[]): string =>
  ['line,target,prediction', ...rows.map(({ line, target, prediction }) => [line, target, prediction].join(','))].join(
    '\n',
  );
const content = { reference: csv(files.reference), current: csv(files.current) };

const costOf = ({ target, prediction }: Row): number =>
  prediction > target ? 2 * Math.max(0, prediction - target - 1) : 0.5 * Math.max(0, target - prediction - 1);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

const { config } = await readSetUp(
  `cost: { currency: €, over: 2, under: 0.5, free: 1 }
conditions:
  - { metric: cost_per_row, max: 1 }
  - { metric: cost_total, file: reference, max: 100000 }`,
  'plumbline.yaml',
);
const roles = { target: { role: 'target' }, prediction: { role: 'prediction' } } as const;
let made: Promise<Report> | undefined;
const report = (): Promise<Report> => (made ??= analyze(content, { ...config, columns: roles }));

describe('a report with costs', () => {
  test('says what each file’s errors cost, as plain sums do', async () => {
    const { cost } = await report();
    if (cost?.state !== 'measured') throw new Error(JSON.stringify(cost));
    const [model] = cost.costs;
    expectClose(model?.total.current?.value ?? NaN, sum(files.current.map(costOf)));
    expectClose(model?.perRow.reference?.value ?? NaN, mean(files.reference.map(costOf)));
    expect(words.sections.cost.sentence(cost, words.sides.periods)).toMatch(
      /^Errors cost [\d,]+ € in 1,500 current rows, [\d.]+ € a row, against [\d.]+ € of the reference: more than noise\.$/,
    );
  }, 60_000);

  test('says what segments cost in excess', async () => {
    const { where } = await report();
    const found = where?.segments?.find(({ conditions: [first] }) => first?.column === 'line');
    const there = files.current.filter(({ line }) => line === 'c').map(costOf);
    expectClose(found?.cost?.perRow.current ?? NaN, mean(there));
    expectClose(found?.cost?.excess ?? NaN, sum(there) - there.length * mean(files.current.map(costOf)), 1e-9);
  }, 60_000);

  test('has them in metrics, conditions and Markdown', async () => {
    const made = await report();
    const metrics = metricsOf(made);
    const of = (metric: string, file: string) => metrics.filter((row) => row.metric === metric && row.file === file);
    expect(of('cost_total', 'current')).toMatchObject([{ value: sum(files.current.map(costOf)), unit: '€' }]);
    expect(of('cost_per_row_difference', 'both')).toMatchObject([{ state: 'beyondNoise', unit: '€' }]);
    expect(of('cost_per_row_relative_difference', 'both')).toMatchObject([{ unit: 'share' }]);
    expect(of('naive_cost_per_row', 'current')).toMatchObject([{ labels: { method: 'median' } }]);
    expect(of('segment_cost_excess', 'current')[0]).toMatchObject({ unit: '€' });
    expect(made.conditions.map(({ status }) => status)).toEqual(['fail', 'pass']);
    expect(metricsMarkdown(made)).toContain('Errors cost ');
  }, 60_000);

  test('is read back, and left out of files without the section', async () => {
    const made = await report();
    expect(parseReport(exportJson(made)).cost).toEqual(made.cost);
    expect('cost' in onlySections(made, ['overview', 'performance'])).toBe(false);
    expect(onlySections(made, ['overview', 'cost']).cost).toEqual(made.cost);
  }, 60_000);

  test('has no cost where none is set, and no other number changes', async () => {
    const plain = await analyze(content, { columns: roles });
    expect('cost' in plain).toBe(false);
    expect(plain.where?.segments?.some((segment) => 'cost' in segment)).toBe(false);
    const made = await report();
    expect(made.performance).toEqual(plain.performance);
    expect(made.where?.segments?.map(({ cost: _, ...rest }) => rest)).toEqual(plain.where?.segments);
  }, 60_000);
});

describe('a cost that cannot be', () => {
  test.each([
    ['cost: { over: -1 }', { problem: 'value', path: 'config.cost.over', expected: '>=0', received: '-1' }],
    ['cost: { overs: 1 }', { problem: 'unknown-setting', path: 'config.cost.overs', suggestion: 'over' }],
    [
      'cost: { cells: [{ actual: a, predicted: b, cost: much }] }',
      { problem: 'value', path: 'config.cost.cells.0.cost', expected: 'number', received: '"much"' },
    ],
    [
      'cost: { cells: [{ actual: 1, predicted: b, cost: 1 }, { actual: "1", predicted: b, cost: 2 }] }',
      { problem: 'rule', path: 'config.cost.cells', rule: 'each-cell-once' },
    ],
    [
      'cost: { currency: "a name that is much too long" }',
      { problem: 'long', path: 'config.cost.currency', limit: 20 },
    ],
  ])('%s is an error that names the place', async (text, values) => {
    await expect(readSetUp(text, 'plumbline.yaml')).rejects.toMatchObject({ code: 'config', values });
  });
});
