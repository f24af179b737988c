import { chiSquaredSf } from '../distributions/chi-squared.ts';
import type { BinMeans } from './bin-means.ts';

/** Bins with a smaller effective size than this in either file are left out. */
const FEWEST_ROWS = 10;

export interface ConceptDriftResult {
  /** Cochran's Q. */
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
  /** Root mean square of the bins' shifts about the common one, in units of the series. */
  spread: number;
  /** The shift of the mean that all bins have in common, each weighted by how well it is known. */
  commonShift: number;
}

/** Rows per independent row in each file (see `EffectiveSize.time`). */
export interface RowTimes {
  reference: number;
  current: number;
}

/**
 * Whether a series depends on a feature in the same way in two files, beyond a shift that is the same at every value of
 * the feature: Cochran's Q of the differences of the bins' means (Cochran 1954; Welch's variances), a chi-squared
 * variable with bins − 1 degrees of freedom where nothing but the common shift changed. That the feature itself is
 * distributed differently does not matter, since only rows of one bin are compared. Bins of fewer than 10
 * independent rows in a file are left out, and so are bins in which neither file's values vary.
 *
 * @param reference means of the series by bin; see `binMeans`
 * @param current the same bins
 * @param times see `EffectiveSize.time`; of what is left of the series when its bin's mean is taken away
 * @returns null where fewer than two bins can be compared
 */
export function conceptDrift(reference: BinMeans, current: BinMeans, times: RowTimes): ConceptDriftResult | null {
  const bins = [...reference.counts.keys()].flatMap((bin) => {
    const [n, m] = [reference.counts[bin]! / times.reference, current.counts[bin]! / times.current];
    const [s, t] = [variance(reference, bin), variance(current, bin)];
    const error = s / n + t / m;
    if (n < FEWEST_ROWS || m < FEWEST_ROWS || !(error > 0)) return [];
    const shift = current.means[bin]! - reference.means[bin]!;
    return [{ shift, weight: 1 / error, rows: reference.counts[bin]! + current.counts[bin]! }];
  });
  if (bins.length < 2) return null;
  const sum = (term: (bin: (typeof bins)[number]) => number): number =>
    bins.reduce((total, bin) => total + term(bin), 0);
  const commonShift = sum(({ shift, weight }) => shift * weight) / sum(({ weight }) => weight);
  const statistic = sum(({ shift, weight }) => weight * (shift - commonShift) ** 2);
  const rows = sum((bin) => bin.rows);
  const spread = Math.sqrt(sum((bin) => (bin.rows / rows) * (bin.shift - commonShift) ** 2));
  const degreesOfFreedom = bins.length - 1;
  return { statistic, degreesOfFreedom, pValue: chiSquaredSf(statistic, degreesOfFreedom), spread, commonShift };
}

const variance = ({ counts, squares }: BinMeans, bin: number): number => squares[bin]! / Math.max(1, counts[bin]! - 1);
