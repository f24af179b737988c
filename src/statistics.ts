/*
 * The package's `plumbline/statistics`: the statistics that verdicts and figures go by, to be called from Node or a bundler.
 * Each says in its own words what it takes, what it gives and where that comes from.
 */
export { benjaminiHochberg } from './stats/adjust/benjamini-hochberg.ts';
export { benjaminiYekutieli } from './stats/adjust/benjamini-yekutieli.ts';
export { effectiveSize, effectiveSizeOfLevels } from './stats/adjust/effective-size.ts';
export { holm } from './stats/adjust/holm.ts';
export {
  smallestDetectableShift,
  smallestDetectableShiftOfRanks,
  smallestDetectableTotalVariation,
} from './stats/adjust/smallest-detectable.ts';
export { hellinger } from './stats/compare/binned/hellinger.ts';
export { jensenShannon } from './stats/compare/binned/jensen-shannon.ts';
export { psi } from './stats/compare/binned/psi.ts';
export { totalVariation } from './stats/compare/binned/total-variation.ts';
export { chiSquareEffective } from './stats/compare/categorical/chi-square-effective.ts';
export { chiSquareHomogeneity } from './stats/compare/categorical/chi-square.ts';
export { fisherExact } from './stats/compare/categorical/fisher-exact.ts';
export { gTest } from './stats/compare/categorical/g-test.ts';
export { permutationTest } from './stats/compare/categorical/permutation-test.ts';
export { andersonDarling } from './stats/compare/numeric/anderson-darling.ts';
export { cramerVonMises } from './stats/compare/numeric/cramer-von-mises.ts';
export { energyDistance } from './stats/compare/numeric/energy.ts';
export { eppsSingleton } from './stats/compare/numeric/epps-singleton.ts';
export { kolmogorovSmirnov, ksEffectivePValue } from './stats/compare/numeric/ks.ts';
export { kuiper } from './stats/compare/numeric/kuiper.ts';
export { mannWhitney, mannWhitneyEffectivePValue } from './stats/compare/numeric/mann-whitney.ts';
export { mmd } from './stats/compare/numeric/mmd.ts';
export { studentT, welchT } from './stats/compare/numeric/t-test.ts';
export { normalisedWasserstein, wasserstein } from './stats/compare/numeric/wasserstein.ts';
export { cramersV } from './stats/depend/cramers-v.ts';
export { pearson } from './stats/depend/pearson.ts';
export { spearman } from './stats/depend/spearman.ts';
export { ecdf, type Ecdf } from './stats/describe/ecdf.ts';
export { frequencyTable } from './stats/describe/frequency-table.ts';
export { moments } from './stats/describe/moments.ts';
export { quantiles } from './stats/describe/quantiles.ts';
export { StatisticError } from './stats/statistic-error.ts';
