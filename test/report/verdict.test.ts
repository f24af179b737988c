import { expect, test } from 'vitest';
import { parseConfig } from '../../src/analysis/config.ts';
import { compareCategories, compareNumbers, type Compared } from '../../src/analysis/compare.ts';
import type { Comparison } from '../../src/analysis/plan.ts';
import type { ColumnDrift } from '../../src/analysis/results.ts';
import { driftState, driftText, overallVerdict } from '../../src/report/verdict.ts';
import { benjaminiHochberg } from '../../src/stats/benjamini-hochberg.ts';
import { ecdf } from '../../src/stats/ecdf.ts';
import { frequencyTable } from '../../src/stats/frequency-table.ts';
import { seededRandom, type Random } from '../../src/stats/random.ts';

const { alpha, floors, resolution } = parseConfig();
const comparison: Comparison = { effect: 'wasserstein', evidence: 'ks', alpha, reason: '' };
const numeric = { alpha, floor: floors.numeric, resolution: resolution.numeric };

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const sample = (n: number, draw: () => number): Float64Array => Float64Array.from({ length: n }, draw);
const compared = (result: Compared): ColumnDrift => {
  if ('notTested' in result) throw new Error(result.notTested);
  return { ...result, evidence: { ...result.evidence, qValue: result.evidence.pValue } };
};

const draws: Record<string, (random: Random) => number> = {
  normal,
  'heavy-tailed': (random) => normal(random) / Math.abs(normal(random)),
  'tied integers': (random) => Math.floor(5 * random()),
};

const RUNS = 400;
const most = alpha + 3 * Math.sqrt((alpha * (1 - alpha)) / RUNS);

test.each(
  Object.keys(draws).flatMap(
    (kind) =>
      [
        [kind, 30, 100],
        [kind, 300, 300],
      ] as [string, number, number][],
  ),
)('nothing changed, %s, %i and %i rows: `changed` at most as often as α allows', (kind, n, m) => {
  const random = seededRandom(n + m);
  const draw = (): number => (draws[kind] ?? normal)(random);
  let changed = 0;
  for (let run = 0; run < RUNS; run++) {
    const result = compareNumbers(ecdf(sample(n, draw)), ecdf(sample(m, draw)), comparison);
    if (driftState(compared(result), numeric) === 'changed') changed++;
  }
  expect(changed / RUNS).toBeLessThanOrEqual(most);
});

test.each([2, 5, 40])('nothing changed, %i categories: `changed` at most as often as α allows', (levels) => {
  const random = seededRandom(levels);
  const table = (n: number): ReturnType<typeof frequencyTable> =>
    frequencyTable(Array.from({ length: n }, () => `level ${String(Math.floor(levels * random()))}`));
  const rule = { alpha, floor: floors.categorical, resolution: resolution.categorical };
  let changed = 0;
  for (let run = 0; run < RUNS; run++) {
    if (driftState(compared(compareCategories(table(500), table(400), comparison)), rule) === 'changed') changed++;
  }
  expect(changed / RUNS).toBeLessThanOrEqual(most);
});

test('nothing changed in 20 columns: a report with any `changed` at most as often as α allows', () => {
  const random = seededRandom(20);
  const draw = (): number => normal(random);
  let reports = 0;
  const runs = 100;
  for (let run = 0; run < runs; run++) {
    const columns = Array.from({ length: 20 }, () =>
      compared(compareNumbers(ecdf(sample(200, draw)), ecdf(sample(200, draw)), comparison)),
    );
    const q = benjaminiHochberg(columns.map(({ evidence }) => evidence.pValue));
    const states = columns.map((drift, i) =>
      driftState({ ...drift, evidence: { ...drift.evidence, qValue: q[i] ?? 1 } }, numeric),
    );
    if (states.includes('changed')) reports++;
  }
  expect(reports / runs).toBeLessThanOrEqual(alpha + 3 * Math.sqrt((alpha * (1 - alpha)) / runs));
});

test('and not blind: a shift of half a standard deviation at 1000 rows is always `changed`', () => {
  const random = seededRandom(5);
  let changed = 0;
  for (let run = 0; run < 50; run++) {
    const reference = ecdf(sample(1000, () => normal(random)));
    const current = ecdf(sample(1000, () => 0.5 + normal(random)));
    if (driftState(compared(compareNumbers(reference, current, comparison)), numeric) === 'changed') changed++;
  }
  expect(changed).toBe(50);
});

const drift = (value: number, qValue: number, detectable: number): ColumnDrift => ({
  effect: { method: 'wasserstein', value, unit: 'reference standard deviations' },
  evidence: {
    method: 'ks',
    statistic: 0,
    pValue: qValue,
    qValue,
    effectiveSize: { reference: 50, current: 60 },
    pValueIndependent: qValue,
  },
  smallestDetectable: { value: detectable, unit: 'reference standard deviations', power: 0.8 },
});

test.each([
  [0.5, 0.001, 0.2, 'changed', 'Changed by 0.5 σ, more than the 0.1 σ that matters; not chance (q = 0.001).'],
  [0.05, 0.001, 0.2, 'stable', 'Detectable (q = 0.001), but at 0.05 σ smaller than the 0.1 σ that matters.'],
  [0.05, 0.4, 0.2, 'stable', 'No change seen (0.05 σ, q = 0.4); one of 0.2 σ or more would have been.'],
  [0.2, 0.4, 0.25, 'stable', 'No change beyond chance (q = 0.4); one of 0.25 σ or more would have been seen.'],
  [
    0.2,
    0.4,
    0.8,
    'insufficient',
    'Not enough data to say: with 50 and 60 values, only a change of 0.8 σ or more would be seen 4 times in 5.',
  ],
])('effect %d, q %d, detectable %d: %s', (value, q, detectable, state, text) => {
  const column = drift(value, q, detectable);
  expect(driftState(column, numeric)).toBe(state);
  expect(driftText(column, driftState(column, numeric), numeric)).toBe(text);
});

test('the sentence about the whole', () => {
  const column = (name: string, state: 'changed' | 'stable' | 'insufficient' | 'notTested', strength = 0) => ({
    name,
    state,
    strength,
  });
  expect(
    overallVerdict([
      column('a', 'changed', 2),
      column('b', 'changed', 3),
      column('c', 'stable'),
      column('d', 'notTested'),
    ]).summary,
  ).toBe('2 of 3 columns have changed, “b” the most.');
  expect(overallVerdict([column('a', 'stable'), column('b', 'insufficient')]).summary).toBe(
    'No change in 1 of 2 columns. For 1 column there is not enough data to say.',
  );
  expect(overallVerdict([column('a', 'insufficient')]).state).toBe('insufficient');
  expect(overallVerdict([]).state).toBe('notTested');
});
