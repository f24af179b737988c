import type { CategoryTest } from '../../../facts/methods.ts';
import { chiSquareEffective } from '../../../stats/compare/categorical/chi-square-effective.ts';
import { chiSquareHomogeneity } from '../../../stats/compare/categorical/chi-square.ts';
import { gTest } from '../../../stats/compare/categorical/g-test.ts';
import type { FrequencyTable } from '../../../stats/describe/frequency-table.ts';
import { chiSquaredSf } from '../../../stats/distributions/chi-squared.ts';
import type { EffectiveSizes } from './numeric-tests.ts';

/** A test of homogeneity with every row counted in full. */
interface TableTest {
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
}

/** Both sides of a column of categories. */
interface TablePair {
  reference: FrequencyTable;
  current: FrequencyTable;
}

/** How a test of two columns of categories is made. */
export interface CategoryMethod {
  test: (pair: TablePair) => TableTest;
  /** The p-value with rows counted by effective size, beside what `test` has found. */
  effectivePValue: (pair: TablePair, effective: EffectiveSizes, found: TableTest) => number;
}

const harmonicSize = (n: number, m: number): number => (n * m) / (n + m);

/** The tests that a verdict on categories may go by; sparse tables are tested by what holds there (see `categoryEvidence`). */
export const categoryTests: Readonly<Record<CategoryTest, CategoryMethod>> = {
  chi_square: {
    test: ({ reference, current }) => chiSquareHomogeneity(reference, current),
    effectivePValue: ({ reference, current }, effective) => chiSquareEffective(reference, current, effective).pValue,
  },
  g_test: {
    test: ({ reference, current }) => gTest(reference, current),
    // Scaled as the chi-square statistic is, whose limit it shares.
    effectivePValue: ({ reference, current }, { n, m }, { statistic, degreesOfFreedom }) => {
      const scaled = statistic * (harmonicSize(n, m) / harmonicSize(reference.size, current.size));
      return degreesOfFreedom === 0 ? 1 : chiSquaredSf(scaled, degreesOfFreedom);
    },
  },
};
