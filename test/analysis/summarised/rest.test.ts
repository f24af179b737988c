import { expect, test } from 'vitest';
import { withRest } from '../../../src/analysis/summarised/rest.ts';
import { SUMMARY_VERSION, type ColumnSummary, type LevelValues } from '../../../src/facts/summary.ts';

type Rest = NonNullable<LevelValues['rest']>;

const levelsOf = (counts: Record<string, number>, rest?: Rest): ColumnSummary<LevelValues> => ({
  version: SUMMARY_VERSION,
  ...{ column: 'x', slices: ['all'] },
  counts: { rows: 100, missing: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0, coerced: null },
  values: {
    ...{
      kind: 'levels',
      levels: Object.keys(counts),
      counts: Float64Array.from(Object.values(counts)),
      sequence: null,
    },
    ...(rest && { rest }),
  },
});

const countsOf = ({ values }: ColumnSummary<LevelValues>): Record<string, number> =>
  Object.fromEntries(values.levels.map((level, i) => [level, values.counts[i] ?? NaN]));

test('where all categories are listed nothing is put together', () => {
  const summaries = { reference: levelsOf({ a: 60, b: 40 }), current: levelsOf({ a: 100 }) };
  expect(withRest(summaries)).toBe(summaries);
});

test('what one side may hold among its rest is no category of its own on the other; no row is lost', () => {
  const { reference, current } = withRest({
    reference: levelsOf({ a: 60, b: 30 }, { rows: 10, levels: 4 }),
    current: levelsOf({ a: 55, c: 45 }),
  });
  expect([reference && countsOf(reference), current && countsOf(current)]).toEqual([
    { a: 60, '…': 40 },
    { a: 55, '…': 45 },
  ]);
});

test('a category that is called like the others stays apart from them', () => {
  const { current } = withRest({ current: levelsOf({ '…': 70 }, { rows: 30, levels: 2 }) });
  expect(current && countsOf(current)).toEqual({ '…': 70, '… (2)': 30 });
});
