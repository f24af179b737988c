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

// Only asked for the kinds of the rule.
const ofNumbers = (score: (reference: Ecdf, current: Ecdf, seed: number) => number) => {
  return ({ reference, current }: ColumnPair, seed: number) => score(reference as Ecdf, current as Ecdf, seed);
};
const ofTables = (score: (reference: FrequencyTable, current: FrequencyTable, seed: number) => number) => {
  return ({ reference, current }: ColumnPair, seed: number) =>
    score(reference as FrequencyTable, current as FrequencyTable, seed);
};

type Compute = (pair: ColumnPair, seed: number) => number;

/**
 * How the score of every method of Evidently's is computed; its values are those of 0.7.21. The seed is that of the methods
 * with random splits.
 */
export const evidentlyScores: Readonly<Record<EvidentlyMethod, Compute>> = {
  ks: ofNumbers((r, c) => kolmogorovSmirnov(r, c).pValue),
  wasserstein: ofNumbers(scaledWasserstein),
  anderson: ofNumbers((r, c) => andersonDarling(r, c).pValue),
  cramer_von_mises: ofNumbers(cramerVonMisesPValue),
  mannw: ofNumbers(mannWhitneyLess),
  t_test: ofNumbers(pooledT),
  es: ofNumbers((r, c) => eppsSingleton(r, c).pValue),
  ed: ofNumbers(energyDistance),
  empirical_mmd: ofNumbers(discrepancyPValue),
  chisquare: (pair) => chiSquareFit(valueCounts(pair)),
  z: (pair) => proportionsPValue(valueCounts(pair)),
  g_test: (pair) => gFit(valueCounts(pair)),
  fisher_exact: ofTables(fisherPValue),
  TVD: ofTables(totalVariationPValue),
  psi: (pair) => psi(binnedCounts(pair)),
  kl_div: (pair) => klDivergence(binnedCounts(pair)),
  jensenshannon: (pair) => jensenShannon(binnedCounts(pair)),
  hellinger,
};
