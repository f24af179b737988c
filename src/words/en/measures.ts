import type { MeasureId } from '../../facts/measures.ts';

/** Measures of a model as people call them. */
export const measures: Record<MeasureId, string> = {
  mean_error: 'Mean error',
  mae: 'Mean absolute error',
  rmse: 'Root mean squared error',
  mape: 'Mean absolute percentage error',
  wape: 'Weighted absolute percentage error',
  smape: 'Symmetric percentage error',
  r2: 'R²',
  median_absolute_error: 'Median absolute error',
  max_error: 'Largest absolute error',
  error_std: 'Standard deviation of the error',
  accuracy: 'Accuracy',
  balanced_accuracy: 'Balanced accuracy',
  precision: 'Precision',
  recall: 'Recall',
  specificity: 'Specificity',
  f1: 'F1',
  support: 'Rows',
  macro_precision: 'Macro precision',
  macro_recall: 'Macro recall',
  macro_f1: 'Macro F1',
  weighted_precision: 'Weighted precision',
  weighted_recall: 'Weighted recall',
  weighted_f1: 'Weighted F1',
  mcc: 'Matthews correlation',
  cohens_kappa: 'Cohen’s κ',
  roc_auc: 'ROC AUC',
  macro_roc_auc: 'Macro ROC AUC',
  average_precision: 'Average precision',
  log_loss: 'Log loss',
  brier: 'Brier score',
  ece: 'Expected calibration error',
};

/** A measure's name; the words of its id where this version does not know it. */
export const measureName = (id: string): string =>
  Object.hasOwn(measures, id) ? measures[id as MeasureId] : id.replaceAll('_', ' ');

/** Names that keep their capital within a sentence. */
const PROPER = /^(?:Matthews|Cohen|Brier|R²|F1|ROC)/u;

/** A measure's name within a sentence: "mean absolute error", "F1". */
export function measureInSentence(id: string): string {
  const name = measureName(id);
  return PROPER.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** What a model's error by period is called within a sentence. */
export const errorName = (id: string): string => (id === 'error_rate' ? 'share of wrong rows' : measureInSentence(id));
