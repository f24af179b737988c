import type { Report } from '../../facts/document/document.ts';
import type { MixWithin } from '../../facts/document/where.ts';
import { isModelWorse } from '../verdict/model-part.ts';
import type { Measured } from '../findings/finding.ts';

type SplitMeasure = MixWithin['measures'][number];
type SplitColumn = SplitMeasure['columns'][number];

/** A model that got worse by more than noise, and its error in both files. */
export interface GrownError {
  metric: string;
  reference: number;
  current: number;
  /** By the column that explains most of it: null where none does more than chance, absent where nothing was split. */
  split?: SplitColumn | null;
}

/** What is known of the error of one model that got worse; null where it did not. */
export function grownError({ performance, where }: Report): GrownError | null {
  if (performance?.state !== 'measured' || performance.twoModels || !isModelWorse(performance)) return null;
  const id = performance.task === 'regression' ? 'mae' : 'error_rate';
  const split = where?.mix?.measures.find((measure) => measure.id === id);
  if (split === undefined) return leadingMeasure(performance);
  const { reference, current, columns } = split;
  return current > reference ? { metric: id, reference, current, split: columns[0] ?? null } : null;
}

function leadingMeasure({ overall }: Pick<Measured, 'overall'>): GrownError | null {
  if (overall === undefined) return null;
  const { measure: metric, reference, current } = overall;
  return metric === null || reference === null || current === null ? null : { metric, reference, current };
}

/** Most of the growth happened among rows that are alike in the column, and is more than noise there. */
export const isWithin = ({ mix, within }: SplitColumn): boolean =>
  within.low !== null && within.low > 0 && within.value > Math.abs(mix.value);

/** Most of it comes from another mix of rows by the column, and is more than noise. */
export const isMix = ({ mix, within }: SplitColumn): boolean =>
  mix.low !== null && mix.low > 0 && mix.value >= Math.abs(within.value);

/** The figures of a split as advice has them. */
export const splitFigures = ({ column, part, mix, within }: SplitColumn) => ({
  ...{ column, mix: mix.value, within: within.value },
  ...(part !== undefined && { part }),
});
