import type { ColumnResult } from '../../facts/document/drift.ts';

/** What certainty is: 1, or 100 in percentages. */
export type ProbabilityScale = 1 | 100;

/** The probabilities of a row add up to certainty, but for rounding: so far off it they may be, as a share of it. */
export const SUM_TOLERANCE = 1e-3;

/**
 * What certainty is in a column of numbers that could be probabilities, or nearly: some of them may be wrong. Null where most lie outside of
 * 0 to 100.
 */
export function probabilityScale(result: Pick<ColumnResult, 'quality'> | undefined): ProbabilityScale | null {
  const sides = Object.values(result?.quality ?? {}).filter(({ min }) => min !== null);
  if (sides.length === 0) return null;
  const areWithin = (high: number): boolean =>
    sides.every(({ quantiles }) =>
      [quantiles['0.05'], quantiles['0.95']].every((value) => value !== undefined && value >= 0 && value <= high),
    );
  if (areWithin(1)) return 1;
  return areWithin(100) && sides.every(({ min, max }) => (min ?? -1) >= 0 && (max ?? 101) <= 100) ? 100 : null;
}
