import type { OwnScale } from '../../facts/summary.ts';
import { USUAL_TESTS, type NumericTest } from '../../facts/methods.ts';
import type { TestResult } from '../../facts/document/comparison.ts';
import { mannWhitneyEffectivePValue } from '../../stats/compare/numeric/mann-whitney.ts';
import { ownScalePValue } from '../../stats/sequence/own-scale.ts';
import type { Pair } from '../summarise/outliers.ts';
import { numericTests, type EffectiveSizes } from './methods/numeric-tests.ts';

/** How rows that depend on each other are counted. */
export interface Dependence {
  effective: EffectiveSizes;
  /** The yardstick of the reference's own stretches, where there is one; the usual test goes by it. */
  ownScale: OwnScale | null;
  /** The area between both curves, in the column's unit. */
  area: number;
}

/**
 * Of rows that depend on each other, ranks tell a shift and the curves' largest gap any other change. Kolmogorov's law
 * at effective sizes is careful, since the tails of a column forget sooner than its ranks: three quarters of the level go to the ranks, and what
 * is left is enough for the gap.
 */
export const [SHARE_OF_RANKS, SHARE_OF_GAP] = [3 / 4, 1 / 2] as const;

/** Evidence that two numeric columns differ. */
export function numericEvidence(
  method: NumericTest,
  pair: Pair,
  { effective, ownScale, area }: Dependence,
): TestResult {
  const { reference, current } = pair;
  const { test, effectivePValue } = numericTests[method];
  const { statistic, degreesOfFreedom, pValue } = test(pair);
  const dependent = effective.n < reference.size || effective.m < current.size;
  const found = { statistic, pValue };
  const dependentPValue = (): number => {
    if (method !== USUAL_TESTS.numeric) return effectivePValue(pair, effective, found);
    if (ownScale !== null) return ownScalePValue(ownScale, statistic, area);
    const byRanks = mannWhitneyEffectivePValue(reference, current, effective);
    return Math.min(1, byRanks / SHARE_OF_RANKS, effectivePValue(pair, effective, found) / SHARE_OF_GAP);
  };
  return {
    ...{ method, statistic, ...(degreesOfFreedom !== undefined && { degreesOfFreedom }) },
    // An estimate must not make a test bolder than it is with every row counted in full.
    pValue: dependent ? Math.max(dependentPValue(), pValue) : pValue,
    pValueIndependent: pValue,
  };
}
