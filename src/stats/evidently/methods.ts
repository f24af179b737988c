import type { EvidentlyMethod } from '../../facts/methods.ts';
import { andersonDarling } from '../compare/numeric/anderson-darling.ts';
import type { Ecdf } from '../describe/ecdf.ts';
import { energyDistance } from '../compare/numeric/energy.ts';
import { eppsSingleton } from '../compare/numeric/epps-singleton.ts';
import type { FrequencyTable } from '../describe/frequency-table.ts';
import { kolmogorovSmirnov } from '../compare/numeric/ks.ts';
import { binnedCounts } from './bins.ts';
import { valueCounts, type ColumnPair } from './column-pair.ts';
import { cramerVonMisesPValue } from './cramer-von-mises.ts';
import { jensenShannon, klDivergence, psi } from './divergences.ts';
import { fisherPValue } from './fisher.ts';
import { chiSquareFit, gFit } from './goodness-of-fit.ts';
import { hellinger } from './hellinger.ts';
import { mannWhitneyLess, pooledT } from './numeric-tests.ts';
import { discrepancyPValue, totalVariationPValue } from './permutations.ts';
import { proportionsPValue } from './proportions.ts';
import { scaledWasserstein } from './wasserstein.ts';

export interface EvidentlyRule {
  score: 'distance' | 'p-value';
  /** Which columns it may be asked for; the default choice takes `chisquare` and `z` for numbers of few values too. */
  kinds: readonly ColumnPair['kind'][];
  threshold: number;
  /** A column drifts where score, comparison, threshold hold in this order. */
  comparison: '>=' | '>' | '<=' | '<';
  compute: (pair: ColumnPair, seed: number) => number;
}

const NUMBER = ['number'] as const;
const CATEGORY = ['category'] as const;
const BOTH = ['number', 'category'] as const;

type Rule = Omit<EvidentlyRule, 'compute'>;
const distance = (kinds: Rule['kinds'], comparison: '>=' | '>' = '>='): Rule => {
  return { score: 'distance', kinds, threshold: 0.1, comparison };
};
const test = (kinds: Rule['kinds'], threshold: 0.05 | 0.1, comparison: '<=' | '<' = '<'): Rule => {
  return { score: 'p-value', kinds, threshold, comparison };
};

// Only asked for the kinds of the rule.
const ofNumbers = (score: (reference: Ecdf, current: Ecdf, seed: number) => number) => {
  return ({ reference, current }: ColumnPair, seed: number) => score(reference as Ecdf, current as Ecdf, seed);
};
const ofTables = (score: (reference: FrequencyTable, current: FrequencyTable, seed: number) => number) => {
  return ({ reference, current }: ColumnPair, seed: number) =>
    score(reference as FrequencyTable, current as FrequencyTable, seed);
};

/**
 * Every method that Evidently 0.7 has for numeric and categorical columns, with its thresholds and the direction in
 * which it compares. Source: its package evidently.legacy.calculations.stattests, and values computed with 0.7.21.
 */
export const EVIDENTLY_METHODS: Readonly<Record<EvidentlyMethod, EvidentlyRule>> = {
  ks: { ...test(NUMBER, 0.05, '<='), compute: ofNumbers((r, c) => kolmogorovSmirnov(r, c).pValue) },
  wasserstein: { ...distance(NUMBER), compute: ofNumbers(scaledWasserstein) },
  anderson: { ...test(NUMBER, 0.1), compute: ofNumbers((r, c) => andersonDarling(r, c).pValue) },
  cramer_von_mises: { ...test(NUMBER, 0.1, '<='), compute: ofNumbers(cramerVonMisesPValue) },
  mannw: { ...test(NUMBER, 0.05), compute: ofNumbers(mannWhitneyLess) },
  t_test: { ...test(NUMBER, 0.05), compute: ofNumbers(pooledT) },
  es: { ...test(NUMBER, 0.05), compute: ofNumbers((r, c) => eppsSingleton(r, c).pValue) },
  ed: { ...distance(NUMBER, '>'), compute: ofNumbers(energyDistance) },
  empirical_mmd: { ...test(NUMBER, 0.1), compute: ofNumbers(discrepancyPValue) },
  chisquare: { ...test(CATEGORY, 0.05), compute: (pair) => chiSquareFit(valueCounts(pair)) },
  z: { ...test(CATEGORY, 0.05), compute: (pair) => proportionsPValue(valueCounts(pair)) },
  g_test: { ...test(CATEGORY, 0.1), compute: (pair) => gFit(valueCounts(pair)) },
  fisher_exact: { ...test(CATEGORY, 0.1), compute: ofTables(fisherPValue) },
  TVD: { ...test(CATEGORY, 0.1), compute: ofTables(totalVariationPValue) },
  psi: { ...distance(BOTH), compute: (pair) => psi(binnedCounts(pair)) },
  kl_div: { ...distance(BOTH), compute: (pair) => klDivergence(binnedCounts(pair)) },
  jensenshannon: { ...distance(BOTH), compute: (pair) => jensenShannon(binnedCounts(pair)) },
  hellinger: { ...distance(BOTH), compute: hellinger },
};
