import { benjaminiHochberg } from '../../stats/adjust/benjamini-hochberg.ts';
import { benjaminiYekutieli } from '../../stats/adjust/benjamini-yekutieli.ts';
import { holm } from '../../stats/adjust/holm.ts';
import type { Config } from '../../facts/settings/settings.ts';

export type Correct = (pValues: readonly number[]) => number[];

/** How p-values are corrected for how many there are. */
export const corrections: Record<Config['correction'], Correct> = {
  benjamini_hochberg: benjaminiHochberg,
  benjamini_yekutieli: benjaminiYekutieli,
  holm,
};

/** Tests of a report, how many of them hold after correction, and whether the one in question does. */
interface Standing {
  tests: number;
  holding: number;
  holds: boolean;
}

/** The p-value below which one test of many holds, the others being as they are. */
export function levelOfOne(
  correction: Config['correction'],
  alpha: number,
  { tests, holding, holds }: Standing,
): number {
  const rank = holding + (holds ? 0 : 1);
  if (correction === 'holm') return alpha / Math.max(1, tests - rank + 1);
  const level = (alpha * rank) / Math.max(1, tests);
  if (correction === 'benjamini_hochberg') return level;
  return level / Array.from({ length: tests }, (_, i) => 1 / (i + 1)).reduce((sum, term) => sum + term, 0);
}
