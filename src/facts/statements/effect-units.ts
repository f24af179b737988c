import * as v from 'valibot';

/**
 * Units that the size of a change may have, by the ids that documents and metrics know them by: of a reference that does
 * not vary it is said by its value, and of one that is zero throughout by the mean size of the current values.
 */
export const EFFECT_UNITS = [
  'reference standard deviations',
  'times the reference value',
  'times the mean current size',
  'share of rows',
] as const;
export type EffectUnit = (typeof EFFECT_UNITS)[number];

export const effectUnitSchema = v.picklist(EFFECT_UNITS);

/** A size of a change. */
export const amountSchema = v.object({ value: v.number(), unit: effectUnitSchema });
export type Amount = v.InferOutput<typeof amountSchema>;
