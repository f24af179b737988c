import type { BinScoreMethod } from '../../../facts/methods.ts';
import type { BinnedCounts, BinnedDistance } from '../../../stats/compare/binned/binned-counts.ts';
import { hellinger } from '../../../stats/compare/binned/hellinger.ts';
import { jensenShannon } from '../../../stats/compare/binned/jensen-shannon.ts';
import { psi } from '../../../stats/compare/binned/psi.ts';

/** A distance over bins. */
export interface BinScoreRule {
  compute: (counts: BinnedCounts) => BinnedDistance;
  /**
   * About what it is where nothing changed, from the mean of Σ (difference of shares)² / share, which is
   * (bins − 1)(1/n + 1/m).
   */
  byChance: (mean: number) => number;
  /** What it is where no bin is common. */
  largest: number;
}

/** The distances over the bins that are drawn. */
export const binScoreRules: Readonly<Record<BinScoreMethod, BinScoreRule>> = {
  psi: { compute: psi, byChance: (mean) => mean, largest: Infinity },
  jensen_shannon: { compute: jensenShannon, byChance: (mean) => Math.sqrt(mean / 8), largest: Math.sqrt(Math.LN2) },
  hellinger: { compute: hellinger, byChance: (mean) => Math.sqrt(mean / 8), largest: 1 },
};
