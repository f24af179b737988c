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

const LOWER_IS_BETTER: ReadonlySet<MeasureId> = new Set([
  ...(['mae', 'rmse', 'mape', 'wape', 'smape', 'median_absolute_error', 'max_error', 'error_std'] as const),
  ...(['log_loss', 'brier', 'ece'] as const),
]);
/** A mean error is best at zero, and a number of rows is no matter of quality. */
const NO_DIRECTION: ReadonlySet<MeasureId> = new Set(['mean_error', 'support']);

/** Whether more of a measure is better (1) or worse (−1); 0 where neither is so, and for one that this version does not know. */
export function directionOf(id: string): 1 | 0 | -1 {
  if (!isMeasure(id) || NO_DIRECTION.has(id)) return 0;
  return LOWER_IS_BETTER.has(id) ? -1 : 1;
}
