/** How a measure of a model is read: in the target's unit, as a percentage, or as a plain figure between 0 and 1. */
export type MeasureForm = 'number' | 'percent' | 'score';

/** Measures of a model by their ids in the document. */
export const MEASURES = {
  mean_error: 'number',
  mae: 'number',
  rmse: 'number',
  mape: 'percent',
  wape: 'percent',
  smape: 'percent',
  r2: 'score',
  median_absolute_error: 'number',
  max_error: 'number',
  error_std: 'number',
  accuracy: 'percent',
  balanced_accuracy: 'percent',
  precision: 'percent',
  recall: 'percent',
  specificity: 'percent',
  f1: 'score',
  support: 'number',
  macro_precision: 'percent',
  macro_recall: 'percent',
  macro_f1: 'score',
  weighted_precision: 'percent',
  weighted_recall: 'percent',
  weighted_f1: 'score',
  mcc: 'score',
  cohens_kappa: 'score',
  roc_auc: 'score',
  macro_roc_auc: 'score',
  average_precision: 'score',
  log_loss: 'score',
  brier: 'score',
  ece: 'score',
} as const satisfies Record<string, MeasureForm>;

export type MeasureId = keyof typeof MEASURES;

const isMeasure = (id: string): id is MeasureId => Object.hasOwn(MEASURES, id);

/** How a measure is read; null for one that this version does not know. */
export const measureForm = (id: string): MeasureForm | null => (isMeasure(id) ? MEASURES[id] : null);

/** Which way a measure gets better; of those not named, towards larger values. */
const BETTER: Partial<Record<MeasureId, 'smaller' | 'nearer to zero'>> = {
  ...{ mae: 'smaller', rmse: 'smaller', mape: 'smaller', wape: 'smaller', smape: 'smaller' },
  ...{ median_absolute_error: 'smaller', max_error: 'smaller', error_std: 'smaller' },
  ...{ log_loss: 'smaller', brier: 'smaller', ece: 'smaller', mean_error: 'nearer to zero' },
};

/** How much better the second value of a measure is than the first: above 0 for better, below for worse. */
export function improvement(id: string, before: number, after: number): number {
  const better = isMeasure(id) ? BETTER[id] : undefined;
  if (better === undefined) return after - before;
  return better === 'smaller' ? before - after : Math.abs(before) - Math.abs(after);
}
