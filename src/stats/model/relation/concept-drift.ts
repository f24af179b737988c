import { chiSquaredSf } from '../../distributions/chi-squared.ts';
import { fSf } from '../../distributions/f.ts';
import { binShift, isComparable, shareShift, type BinPair, type BinShift } from './bin-shift.ts';
import { pooledSlopes, type RelationSums } from './relation-sums.ts';

export interface ConceptDriftResult {
  /** Cochran's Q. */
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
  /**
   * Root mean square of the shifts about the common one, in units of the series, less what chance makes of it: of the bins' shifts, and of what a line
   * through them adds inside the bins; 0 where chance makes more.
   */
  spread: number;
  /** The shift that all bins have in common, each weighted by how well it is known; of shares in log odds. */
  commonShift: number;
}

interface BothSums {
  reference: RelationSums;
  current: RelationSums;
}

/**
 * Whether a series depends on a feature in the same way in two files, beyond a shift that is the same at every value of
 * the feature: Cochran's Q of the differences of the bins' means, each less what the slope inside the bin makes of the
 * difference of the feature's means there. Its p-value is Welch's (1951), an F law that tends to chi-squared with
 * bins − 1 degrees of freedom. That the feature itself is distributed differently does not matter, between bins or
 * inside one. Shares are compared as log odds, so that a class that became more frequent everywhere is no change. Bins
 * of fewer than 10 independent rows in a file are left out, and so are bins in which neither file's values vary.
 *
 * @param reference see `relationSums`
 * @param current the same bins
 * @param options times: by bin, of both files, see `binTimes`; isShare: the series is 0 or 1; halves: the sums of the halves of bin k at 2 k and 2 k + 1
 * @returns null where fewer than two bins can be compared
 */
export function conceptDrift(
  reference: RelationSums,
  current: RelationSums,
  { times, isShare, halves }: { times: readonly number[]; isShare: boolean; halves?: BothSums | null },
): ConceptDriftResult | null {
  const slopes = pooledSlopes(reference, current);
  const shiftOf = isShare ? shareShift : binShift;
  const halfSlopes = halves ? pooledSlopes(halves.reference, halves.current) : null;
  const halvesOf = (bin: number, time: number): BinPair[] =>
    halves && halfSlopes
      ? [2 * bin, 2 * bin + 1].map((half) => ({ ...halves, bin: half, time, slope: halfSlopes[half]! }))
      : [];
  const bins = times.flatMap((time, bin): BinShift[] => {
    const pair: BinPair = { reference, current, bin, time, slope: slopes[bin]! };
    const shift = isComparable(pair) ? shiftOf(pair, halvesOf(bin, time)) : null;
    return shift !== null && shift.error > 0 ? [shift] : [];
  });
  if (bins.length < 2) return null;
  const sum = (term: (bin: BinShift) => number): number => bins.reduce((total, bin) => total + term(bin), 0);
  const weights = sum(({ error }) => 1 / error);
  const commonShift = sum(({ shift, error }) => shift / error) / weights;
  const statistic = sum(({ shift, error }) => (shift - commonShift) ** 2 / error);
  const unsure = sum(({ error, freedom }) => (1 - 1 / (error * weights)) ** 2 / freedom);
  const rows = sum((bin) => bin.rows);
  const square = sum((bin) => (bin.rows / rows) * (bin.apart(commonShift) ** 2 - bin.chance(1 / weights)));
  const spread = Math.sqrt(Math.max(0, square, lineSquare(bins, rows)));
  return {
    ...{ statistic, degreesOfFreedom: bins.length - 1, commonShift, spread },
    pValue: welch(statistic, bins.length, unsure),
  };
}

/** The mean square of a line through the bins' shifts, less its chance, over all rows of the bins: what bins of some width hide of shifts that grow with the feature is in it. */
function lineSquare(bins: readonly BinShift[], rows: number): number {
  const sum = (term: (bin: BinShift) => number): number => bins.reduce((total, bin) => total + term(bin), 0);
  const weighted = sum(({ x, error }) => x / error) / sum(({ error }) => 1 / error);
  const squares = sum(({ x, error }) => (x - weighted) ** 2 / error);
  const slope = sum(({ x, shift, error }) => ((x - weighted) * shift) / error) / squares;
  const middle = sum((bin) => bin.rows * bin.x) / rows;
  const variance = sum((bin) => bin.rows * ((bin.x - middle) ** 2 + bin.inside)) / rows;
  return squares > 0 ? variance * (slope ** 2 - 1 / squares) : 0;
}

/** Welch's test of k means: Q / (k − 1) over 1 + 2 (k − 2) Λ / (k² − 1) is F with k − 1 and (k² − 1) / (3 Λ) degrees of freedom. */
function welch(statistic: number, k: number, unsure: number): number {
  if (unsure === 0) return chiSquaredSf(statistic, k - 1);
  const excess = unsure / (k * k - 1);
  return fSf(statistic / (k - 1) / (1 + 2 * (k - 2) * excess), k - 1, 1 / (3 * excess));
}
