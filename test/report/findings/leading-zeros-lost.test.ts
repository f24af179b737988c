import { expect, test } from 'vitest';
import type { CategoricalDistribution } from '../../../src/facts/document/distribution.ts';
import type { ColumnResult } from '../../../src/facts/document/drift.ts';
import { buildReport } from '../../../src/report/build.ts';
import { withoutRows } from '../../../src/report/page/without-rows.ts';
import { run, stamp } from '../two-columns.ts';

type Levels = Record<string, readonly [reference: number, current: number]>;

/** A run in which the column of categories has these levels, with so many more that are not named. */
function runWith(levels: Levels, more = 0): ReturnType<typeof run> {
  const whole = run();
  const [numbers, texts] = whole.columns;
  if (numbers === undefined || texts?.distribution?.kind !== 'categorical') throw new Error('a column of categories');
  const categories = Object.entries(levels).map(([name, [reference, current]]) => ({
    name,
    counts: { reference, current },
    status: reference === 0 ? ('new' as const) : current === 0 ? ('vanished' as const) : ('both' as const),
  }));
  const namesOf = (status: string): string[] =>
    categories.filter((category) => category.status === status).map(({ name }) => name);
  const [appeared, vanished] = [namesOf('new'), namesOf('vanished')];
  const distribution: CategoricalDistribution = {
    ...texts.distribution,
    categories,
    other: more === 0 ? null : { levels: more, counts: { reference: more, current: more } },
    appeared: { count: appeared.length, names: appeared },
    vanished: { count: vanished.length, names: vanished },
  };
  const column: ColumnResult = { ...texts, distribution };
  return { ...whole, columns: [numbers, column] };
}

const found = (levels: Levels, more = 0): string[] =>
  buildReport(runWith(levels, more), stamp)
    .dataset.findings.filter(({ kind }) => kind === 'leading-zeros-lost')
    .map(({ text }) => text);

const lost: Levels = { '00501': [60, 0], '501': [0, 55], '00610': [40, 0], '610': [0, 40], '10001': [5, 5] };

test('codes that lost their leading zeros are found, with their rows', () => {
  expect(found(lost)).toEqual([
    'Leading zeros were lost in the current file: “00501” of the reference is “501” there. 2 values differ in this way, in 95 rows.',
  ]);
});

test('where not all values are named the numbers are lower bounds', () => {
  expect(found(lost, 40)).toEqual([
    'Leading zeros were lost in the current file: “00501” of the reference is “501” there. At least 2 values differ in this way, in at least 95 rows.',
  ]);
});

test('the other way round it is the reference that lost them', () => {
  const turned = Object.fromEntries(Object.entries(lost).map(([name, [a, b]]) => [name, [b, a] as const]));
  expect(found(turned)).toEqual([expect.stringContaining('lost in the reference: “00501” of the current file')]);
});

test('codes that stay as they are, other codes, and files that have both are no loss', () => {
  expect(found({ '00501': [50, 50], '501': [0, 9] })).toEqual([]);
  expect(found({ '00501': [50, 0], '502': [0, 50] })).toEqual([]);
  expect(found({ '00501': [50, 0], '501': [50, 50] })).toEqual([]);
  expect(found({ '0.5': [50, 0], '.5': [0, 50] })).toEqual([]);
});

test('a shared report names only codes that five rows share', () => {
  const rare = buildReport(runWith({ '00501': [4, 0], '501': [0, 50] }), stamp);
  const texts = withoutRows(rare).dataset.findings.flatMap(({ kind, text }) =>
    kind === 'leading-zeros-lost' ? [text] : [],
  );
  expect(texts).toEqual([
    'Leading zeros were lost in the current file: a value left out here of the reference is “501” there. 1 value differs in this way, in 50 rows.',
  ]);
});
