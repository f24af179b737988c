import { describe, expect, test } from 'vitest';
import { chiSquareHomogeneity } from '../../src/stats/compare/categorical/chi-square.ts';
import { ecdf } from '../../src/stats/describe/ecdf.ts';
import { tableFromCodes } from '../../src/stats/describe/frequency-table.ts';
import { kolmogorovSmirnov } from '../../src/stats/compare/numeric/ks.ts';
import { seededRandom, type Random } from '../../src/stats/random.ts';
import { normal } from './samples.ts';

const ALPHA = 0.05;
const RUNS = 1000;
/** α plus three binomial standard errors. */
const BOUND = ALPHA + 3 * Math.sqrt((ALPHA * (1 - ALPHA)) / RUNS);

const sizes: [number, number][] = [
  [30, 30],
  [30, 200],
  [500, 120],
];

const columns: [string, (random: Random) => number][] = [
  ['normal', normal],
  ['heavy-tailed (Cauchy)', (random) => Math.tan(Math.PI * (random() - 0.5))],
  ['log-normal', (random) => Math.exp(2 * normal(random))],
  ['tied integers', (random) => Math.floor(5 * random())],
  ['mostly zero', (random) => Math.max(0, normal(random) - 1)],
];

const falseAlarms = (pValue: () => number) =>
  Array.from({ length: RUNS }, pValue).filter((p) => p <= ALPHA).length / RUNS;

describe.each(sizes)('nothing changed, %d and %d independent rows: at most α false alarms', (n, m) => {
  test.each(columns)('Kolmogorov-Smirnov, %s', (_, value) => {
    const random = seededRandom(n * m);
    const column = (size: number) => ecdf(Float64Array.from({ length: size }, () => value(random)));
    expect(falseAlarms(() => kolmogorovSmirnov(column(n), column(m)).pValue)).toBeLessThanOrEqual(BOUND);
  });

  test.each([2, 5, 40])('chi-square, %d levels of falling frequency', (k) => {
    const random = seededRandom(n * m + k);
    const levels = Array.from({ length: k }, (_, i) => String(i));
    const column = (size: number) => {
      return tableFromCodes(
        Int32Array.from({ length: size }, () => Math.floor(k * random() ** 2)),
        levels,
      );
    };
    expect(falseAlarms(() => chiSquareHomogeneity(column(n), column(m)).pValue)).toBeLessThanOrEqual(BOUND);
  });
});

test('and not far fewer: a test that never rejects would pass the above', () => {
  const random = seededRandom(5);
  const column = (size: number) => ecdf(Float64Array.from({ length: size }, () => normal(random)));
  expect(falseAlarms(() => kolmogorovSmirnov(column(500), column(480)).pValue)).toBeGreaterThan(0.03);
});
