import type { NumericTest } from '../../../facts/methods.ts';
import { kolmogorovSmirnov, ksEffectivePValue } from '../../../stats/compare/numeric/ks.ts';
import { kuiper, kuiperPValue } from '../../../stats/compare/numeric/kuiper.ts';
import { mannWhitney, mannWhitneyEffectivePValue } from '../../../stats/compare/numeric/mann-whitney.ts';
import { welchT } from '../../../stats/compare/numeric/t-test.ts';
import type { Ecdf } from '../../../stats/describe/ecdf.ts';

/** A test with every row counted in full. */
export interface IndependentTest {
  statistic: number;
  degreesOfFreedom?: number;
  pValue: number;
}

/** The effective sizes of both sides. */
export interface EffectiveSizes {
  n: number;
  m: number;
}

/** Both sides of a numeric column. */
interface NumericPair {
  reference: Ecdf;
  current: Ecdf;
}

/** How a test of two numeric columns is made. */
export interface NumericMethod {
  test: (pair: NumericPair) => IndependentTest;
  /** The p-value with rows counted by effective size, beside what `test` has found. */
  effectivePValue: (pair: NumericPair, effective: EffectiveSizes, found: IndependentTest) => number;
}

/** A t test needs two rows a side; where the effective sizes are smaller, they speak against any verdict. */
const atLeastTwo = ({ n, m }: EffectiveSizes): EffectiveSizes => ({ n: Math.max(2, n), m: Math.max(2, m) });

/** The tests that a verdict on numbers may go by. */
export const numericTests: Readonly<Record<NumericTest, NumericMethod>> = {
  ks: {
    test: ({ reference, current }) => kolmogorovSmirnov(reference, current),
    effectivePValue: (_, { n, m }, { statistic }) => ksEffectivePValue(statistic, n, m),
  },
  mann_whitney: {
    test: ({ reference, current }) => mannWhitney(reference, current),
    effectivePValue: ({ reference, current }, effective) => mannWhitneyEffectivePValue(reference, current, effective),
  },
  welch: {
    test: ({ reference, current }) => welchT(reference, current),
    effectivePValue: ({ reference, current }, effective) => welchT(reference, current, atLeastTwo(effective)).pValue,
  },
  kuiper: {
    test: ({ reference, current }) => kuiper(reference, current),
    effectivePValue: (_, { n, m }, { statistic }) => kuiperPValue(statistic, n, m),
  },
};
