import { binScoreRules } from '../../analysis/compare/methods/bin-scores.ts';
import type { Distribution } from '../../facts/document/distribution.ts';
import type { Evidence } from '../../facts/document/comparison.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { BinnedScore } from '../../facts/document/document.ts';

/** The scores on the picture's bins, each beside what chance alone makes of columns of these sizes in so many bins. */
export function binnedScores(distribution: Distribution | null, evidence: Evidence): BinnedScore[] {
  if (distribution === null) return [];
  const { reference: n, current: m } = evidence.effectiveSize;
  const mean = (usedBins(distribution) - 1) * (1 / n + 1 / m);
  return distribution.scores.map(({ method, value }) => ({
    method,
    value,
    expectedByChance: Math.min(binScoreRules[method].largest, binScoreRules[method].byChance(mean)),
  }));
}

/** Bins (categories) that hold any row of either file. */
function usedBins(distribution: Distribution): number {
  const filled = ({ reference = 0, current = 0 }: PerSide<number>): boolean => reference + current > 0;
  if (distribution.kind === 'categorical') {
    const { categories, other } = distribution;
    return [...categories.map(({ counts }) => counts), ...(other === null ? [] : [other.counts])].filter(filled).length;
  }
  const { counts, below, above, edges } = distribution;
  const inner = edges.slice(1).map((_, bin) => ({
    reference: counts.reference?.[bin] ?? 0,
    current: counts.current?.[bin] ?? 0,
  }));
  return [below, ...inner, above].filter(filled).length;
}
