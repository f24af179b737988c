import * as v from 'valibot';

/** Units that the size of a change may have. */
export const EFFECT_UNITS = [
  'reference_standard_deviations',
  /** Of a reference in which nothing varies: times its value. */
  'reference_value',
  /** Of a reference that is zero throughout: times the mean size of the current values. */
  'mean_current_size',
  'share_of_rows',
] as const;
export type EffectUnit = (typeof EFFECT_UNITS)[number];

export const effectUnitSchema = v.picklist(EFFECT_UNITS);

/** A size of a change. */
export const amountSchema = v.object({ value: v.number(), unit: effectUnitSchema });
export type Amount = v.InferOutput<typeof amountSchema>;
