import type { NumericTest } from '../../facts/methods.ts';
import type { TestResult } from '../../facts/results.ts';
import type { Pair } from '../summarise/outliers.ts';
import { numericTests, type EffectiveSizes } from './methods/numeric-tests.ts';

/** Evidence that two numeric columns differ; `worth` is what each side's rows count as. */
export function numericEvidence(method: NumericTest, pair: Pair, worth: EffectiveSizes): TestResult {
  const { reference, current } = pair;
  const { test, effectivePValue } = numericTests[method];
  const { statistic, degreesOfFreedom, pValue } = test(pair);
  const dependent = worth.n < reference.size || worth.m < current.size;
  return {
    ...{ method, statistic, ...(degreesOfFreedom !== undefined && { degreesOfFreedom }) },
    // An estimate must not make a test bolder than it is with every row counted in full.
    pValue: dependent ? Math.max(effectivePValue(pair, worth, { statistic, pValue }), pValue) : pValue,
    pValueIndependent: pValue,
  };
}
