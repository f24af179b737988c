import { describe, expect, test } from 'vitest';
import { bound, shares } from '../../../tools/calibration/simulate.ts';
import { calmWithin, changedWithin } from '../../../tools/calibration/within/within.ts';

const RUNS = 60;
const SEED = 3;
const cells = (table: typeof calmWithin, ...names: string[]) =>
  names.map((name) => {
    const pair = table[name];
    if (pair === undefined) throw new Error(`no cell ${name}`);
    return { name, pair };
  });

describe('another mix and nothing else: `changed` within groups at most as often as α allows, over all rows nearly always', () => {
  test.each(
    cells(
      calmWithin,
      'the same, 300 rows and 100',
      'skewed whole numbers, another mix, 500 rows and 500',
      'the same, two of them in the current file, 5000 rows and 2000',
      '8 categories, another mix, 1000 rows and 1000',
    ),
  )('$name', ({ pair }) => {
    expect(shares(pair.within, RUNS, SEED).changed).toBeLessThanOrEqual(bound(RUNS));
    expect(shares(pair.whole, RUNS, SEED).changed).toBeGreaterThan(0.9);
  });

  test.each(
    cells(
      calmWithin,
      'groups that are alike, 500 rows and 500',
      'five machines row by row, AR .9, 5000 rows and 5000',
      'shifts of eight rows, AR .9, 5000 rows and 300',
      'plant, 13 weeks and a Tuesday, another mix of two products',
    ),
  )('the same mix: $name', ({ pair }) => {
    expect(shares(pair.within, RUNS, SEED).changed).toBeLessThanOrEqual(bound(RUNS));
  });
});

test.each(
  cells(
    changedWithin,
    'shift of 0.5 σ, the same mix, 300 rows and 300',
    'shift of −0.5 σ that another mix hides, 1000 rows and 1000',
    'five machines row by row, AR .9, 5000 rows and 5000: shift of 0.5 σ',
    'shifts of eight rows, AR .9, 5000 rows and 300: shift of 1 σ',
    '2 categories, another mix, each share + 15 points, 1000 rows and 1000',
  ),
)('and not blind: $name', ({ pair }) => {
  expect(shares(pair.within, RUNS, SEED).changed).toBeGreaterThan(0.85);
});
