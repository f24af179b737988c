import { adjust } from '../../src/analysis/compare/adjust.ts';
import type { RunResult } from '../../src/analysis/run/run-result.ts';
import { categoricalResult, numericResult } from '../../src/analysis/run/column-result.ts';
import { levelSummaries, numberSummaries } from '../analysis/summaries.ts';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import { regressionResult } from '../../src/analysis/model/regression.ts';
import type { Performance } from '../../src/facts/document/performance.ts';
import { plan } from '../../src/analysis/run/plan.ts';
import type { ColumnSchema } from '../../src/facts/document/columns.ts';
import { frequencyTable } from '../../src/stats/describe/frequency-table.ts';

export const stamp = { version: '1.2.3', createdAt: new Date('2026-11-23T10:00:00Z') };

const sides = ['reference', 'current'] as const;
const schemaOf = (name: string, type: ColumnSchema['type']): ColumnSchema => ({
  name,
  type,
  role: 'feature',
  typeReason: { kind: 'no-values', values: {} },
  roleReason: { kind: 'nothing-else', values: {} },
  presentIn: [...sides],
});

/** A run on two files with two columns, of numbers and of categories, in both of which something has changed. */
export function run(
  config = parseConfig(),
  [first, second]: readonly [string, string] = ['x', '</script>'],
): RunResult {
  const schema = [schemaOf(first, 'numeric'), schemaOf(second, 'categorical')];
  const [numbers, texts] = plan(schema, sides, config).jobs;
  if (numbers === undefined || texts === undefined) throw new Error('two jobs');
  const values = (offset: number): Float64Array => Float64Array.from({ length: 100 }, (_, i) => Math.sin(i) + offset);
  const table = (last: string): ReturnType<typeof frequencyTable> =>
    frequencyTable(Array.from({ length: 100 }, (_, i) => (i % 4 === 0 ? last : 'a')));
  const columns = [
    numericResult(numbers, numberSummaries({ reference: values(0), current: values(1) })),
    categoricalResult(texts, levelSummaries({ reference: table('b'), current: table('__proto__') })),
  ];
  const input = {
    name: 'a.csv',
    bytes: 1,
    rows: 100,
    rowsUsed: 100,
    columns: 2,
    format: 'CSV' as const,
    readAs: [],
    notes: [],
  };
  return {
    complete: true,
    config,
    inputs: { reference: input, current: input },
    schema,
    columns: adjust(columns, config),
    dataset: {},
    rowOrder: null,
    correlations: [],
    performance: null,
    unmatchedColumns: [],
    timings: { loadMs: 1, analysisMs: 2 },
  };
}

/** A model that is off by 1 at most in the reference, and by 2 and more in the current file. */
export function measured(): Performance {
  const rows = (off: number) => ({
    target: Float64Array.from({ length: 200 }, (_, i) => i % 17),
    prediction: Float64Array.from({ length: 200 }, (_, i) => (i % 17) + Math.sin(i) + off),
    places: null,
  });
  const settings = { orders: null, paired: false, seed: 1, axis: null };
  const { overall, ...whole } = regressionResult({ reference: rows(0), current: rows(3) }, settings);
  return {
    ...{
      state: 'measured',
      task: 'regression',
      taskReason: { kind: 'set-by-hand', values: {} },
      target: 'x',
      prediction: 'p',
      probabilities: [],
    },
    ...{ positive: null, sides: [...sides], twoModels: false, paired: false, pairing: null, notes: [] },
    overall,
    whole,
    features: [],
  };
}
