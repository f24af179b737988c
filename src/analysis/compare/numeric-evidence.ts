import type { NumericTest } from '../../facts/methods.ts';
import { kolmogorovSmirnov, ksEffectivePValue } from '../../stats/compare/numeric/ks.ts';
import { mannWhitney, mannWhitneyEffectivePValue } from '../../stats/compare/numeric/mann-whitney.ts';
import { welchT } from '../../stats/compare/numeric/t-test.ts';
import type { Pair } from '../summarise/outliers.ts';

/** A test of two numeric columns. */
export interface NumericEvidence {
  method: NumericTest;
  statistic: number;
  degreesOfFreedom?: number;
  /** With the rows counted at what they are worth. */
  pValue: number;
  pValueIndependent: number;
}

interface Worth {
  n: number;
  m: number;
}

type Measure = (pair: Pair, worth: Worth) => Omit<NumericEvidence, 'method'>;

const measures: Record<NumericTest, Measure> = {
  ks: ({ reference, current }, { n, m }) => {
    const { statistic, pValue } = kolmogorovSmirnov(reference, current);
    return { statistic, pValue: ksEffectivePValue(statistic, n, m), pValueIndependent: pValue };
  },
  mann_whitney: ({ reference, current }, worth) => {
    const { statistic, pValue } = mannWhitney(reference, current);
    return { statistic, pValue: mannWhitneyEffectivePValue(reference, current, worth), pValueIndependent: pValue };
  },
  welch: ({ reference, current }, worth) => {
    const { statistic, degreesOfFreedom, pValue } = welchT(reference, current);
    return { statistic, degreesOfFreedom, pValue: welchT(reference, current, worth).pValue, pValueIndependent: pValue };
  },
};

/** Evidence that two numeric columns differ; `worth` is what each side's rows count as. */
export function numericEvidence(method: NumericTest, pair: Pair, worth: Worth): NumericEvidence {
  const { reference, current } = pair;
  const dependent = worth.n < reference.size || worth.m < current.size;
  // A t test needs two rows a side; where they are worth less, the sizes speak against any verdict.
  const least = method === 'welch' ? { n: Math.max(2, worth.n), m: Math.max(2, worth.m) } : worth;
  const measured = measures[method](pair, least);
  // An estimate must not make a test bolder than it is with every row counted in full.
  const pValue = dependent ? Math.max(measured.pValue, measured.pValueIndependent) : measured.pValueIndependent;
  return { method, ...measured, pValue };
}
