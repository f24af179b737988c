import type { NumericTest } from '../../facts/methods.ts';
import type { TestResult } from '../../facts/document/drift.ts';
import type { Pair } from '../summarise/outliers.ts';
import { numericTests, type EffectiveSizes } from './methods/numeric-tests.ts';

/** Evidence that two numeric columns differ; `effective` holds the effective sizes of both sides. */
export function numericEvidence(method: NumericTest, pair: Pair, effective: EffectiveSizes): TestResult {
  const { reference, current } = pair;
  const { test, effectivePValue } = numericTests[method];
  const { statistic, degreesOfFreedom, pValue } = test(pair);
  const dependent = effective.n < reference.size || effective.m < current.size;
  return {
    ...{ method, statistic, ...(degreesOfFreedom !== undefined && { degreesOfFreedom }) },
    // An estimate must not make a test bolder than it is with every row counted in full.
    pValue: dependent ? Math.max(effectivePValue(pair, effective, { statistic, pValue }), pValue) : pValue,
    pValueIndependent: pValue,
  };
}
