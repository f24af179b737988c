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
