import { describe, expect, test } from 'vitest';
import { chiSquareHomogeneity } from '../../../src/stats/compare/categorical/chi-square.ts';
import { chiSquaredCritical } from '../../../src/stats/distributions/chi-squared.ts';
import { noncentralChiSquaredSf } from '../../../src/stats/distributions/noncentral-chi-squared.ts';
import { ecdf } from '../../../src/stats/describe/ecdf.ts';
import { tableFromCounts } from '../../../src/stats/describe/frequency-table.ts';
import { kolmogorovSmirnov } from '../../../src/stats/compare/numeric/ks.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import {
  rowsForShift,
  rowsForTotalVariation,
  smallestDetectableShift,
  smallestDetectableTotalVariation,
} from '../../../src/stats/adjust/smallest-detectable.ts';
import { cases, expectClose } from '../oracle.ts';
import { normal } from '../samples.ts';

interface NoncentralCase {
  df: number;
  alpha: number;
  noncentrality: number;
  critical: number;
  power: number;
}

test.each(cases<NoncentralCase>('noncentral'))(
  'power of chi-square: $df degrees of freedom, α $alpha, noncentrality $noncentrality',
  ({ df, alpha, noncentrality, critical, power }) => {
    expectClose(chiSquaredCritical(alpha, df), critical);
    expectClose(noncentralChiSquaredSf(critical, df, noncentrality), power);
  },
);

const sureness = { alpha: 0.05, power: 0.8 };
const RUNS = 500;

/** Share of runs in which a test rejects at α. */
function rejected(alpha: number, pValue: () => number): number {
  return Array.from({ length: RUNS }, pValue).filter((p) => p <= alpha).length / RUNS;
}

describe('smallest detectable shift', () => {
  test.each([
    [30, 30, 0.05],
    [100, 100, 0.001],
    [270, 270, 0.05],
    [30, 1000, 0.01],
    [1000, 700, 0.05],
  ])('%d and %d rows at α %d: it is found about 4 times in 5, in a simulation', (n, m, alpha) => {
    const random = seededRandom(n + m);
    const shift = smallestDetectableShift(n, m, { alpha, power: 0.8 });
    const column = (size: number, mean: number) =>
      ecdf(Float64Array.from({ length: size }, () => mean + normal(random)));
    const power = rejected(alpha, () => kolmogorovSmirnov(column(n, 0), column(m, shift)).pValue);
    expect(power).toBeGreaterThan(0.75);
    expect(power).toBeLessThan(0.9);
  });

  test('known values; none with three values a side or none at all', () => {
    expect(smallestDetectableShift(270, 270, sureness)).toBeCloseTo(0.2986, 4);
    expect(smallestDetectableShift(3, 3, sureness)).toBe(Infinity);
    expect(smallestDetectableShift(0, 0, sureness)).toBe(Infinity);
  });
});

describe('smallest detectable total variation', () => {
  /** Two halves of k equal levels: one gains `change` of the rows, the other loses it, all in proportion. */
  function table(k: number, rows: number, { change, random }: { change: number; random: () => number }) {
    const counts = new Float64Array(k);
    const half = k / 2;
    for (let i = 0; i < rows; i++) {
      const first = random() < 0.5 + change;
      counts[Math.floor(random() * half) + (first ? 0 : half)]!++;
    }
    return tableFromCounts(Array.from(counts.keys(), String), counts);
  }

  test.each([
    [2, 250],
    [6, 400],
    [40, 2000],
  ])('%d levels, %d rows a side: it is found about 4 times in 5, in a simulation', (k, n) => {
    const random = seededRandom(k);
    const change = smallestDetectableTotalVariation({ n, m: n }, k - 1, sureness);
    const power = rejected(0.05, () => {
      return chiSquareHomogeneity(table(k, n, { change: 0, random }), table(k, n, { change, random })).pValue;
    });
    expect(power).toBeGreaterThan(0.75);
    expect(power).toBeLessThan(0.86);
  });

  test('known values; a constant column counts as two levels; never above 1', () => {
    expect(smallestDetectableTotalVariation({ n: 250, m: 250 }, 1, sureness)).toBeCloseTo(0.1253, 4);
    expect(smallestDetectableTotalVariation({ n: 250, m: 250 }, 0, sureness)).toBeCloseTo(0.1253, 4);
    expect(smallestDetectableTotalVariation({ n: 2, m: 1 }, 4, sureness)).toBe(1);
    expect(smallestDetectableTotalVariation({ n: 0, m: 0 }, 1, sureness)).toBe(1);
  });
});

describe('rows needed', () => {
  test.each([0.1, 0.3, 1])('are the fewest with which a shift of %d σ is detectable', (shift) => {
    const rows = rowsForShift(shift, sureness);
    expect(smallestDetectableShift(rows, rows, sureness)).toBeLessThanOrEqual(shift);
    expect(smallestDetectableShift(rows - 1, rows - 1, sureness)).toBeGreaterThan(shift);
  });

  test.each([
    [0.05, 1],
    [0.15, 39],
  ])('are the fewest with which %d of the rows is detectable', (distance, degreesOfFreedom) => {
    const rows = rowsForTotalVariation(distance, degreesOfFreedom, sureness);
    const at = (n: number) => smallestDetectableTotalVariation({ n, m: n }, degreesOfFreedom, sureness);
    expect(at(rows)).toBeLessThanOrEqual(distance);
    expect(at(rows - 1)).toBeGreaterThan(distance);
  });
});
