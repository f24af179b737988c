export interface MeasureWords {
  name: string;
  /** How it is read: in the target's unit, as a percentage, or as a plain figure between 0 and 1. */
  as: 'number' | 'percent' | 'score';
}

/** Measures of a model as people call them, by their names in the document. */
export const measures: Record<string, MeasureWords> = {
  mean_error: { name: 'Mean error', as: 'number' },
  mae: { name: 'Mean absolute error', as: 'number' },
  rmse: { name: 'Root mean squared error', as: 'number' },
  mape: { name: 'Mean absolute percentage error', as: 'percent' },
  wape: { name: 'Weighted absolute percentage error', as: 'percent' },
  smape: { name: 'Symmetric percentage error', as: 'percent' },
  r2: { name: 'R²', as: 'score' },
  median_absolute_error: { name: 'Median absolute error', as: 'number' },
  max_error: { name: 'Largest absolute error', as: 'number' },
  error_std: { name: 'Standard deviation of the error', as: 'number' },
  accuracy: { name: 'Accuracy', as: 'percent' },
  balanced_accuracy: { name: 'Balanced accuracy', as: 'percent' },
  precision: { name: 'Precision', as: 'percent' },
  recall: { name: 'Recall', as: 'percent' },
  specificity: { name: 'Specificity', as: 'percent' },
  f1: { name: 'F1', as: 'score' },
  support: { name: 'Rows', as: 'number' },
  macro_precision: { name: 'Macro precision', as: 'percent' },
  macro_recall: { name: 'Macro recall', as: 'percent' },
  macro_f1: { name: 'Macro F1', as: 'score' },
  weighted_precision: { name: 'Weighted precision', as: 'percent' },
  weighted_recall: { name: 'Weighted recall', as: 'percent' },
  weighted_f1: { name: 'Weighted F1', as: 'score' },
  mcc: { name: 'Matthews correlation', as: 'score' },
  cohens_kappa: { name: 'Cohen’s κ', as: 'score' },
  roc_auc: { name: 'ROC AUC', as: 'score' },
  macro_roc_auc: { name: 'Macro ROC AUC', as: 'score' },
  average_precision: { name: 'Average precision', as: 'score' },
  log_loss: { name: 'Log loss', as: 'score' },
  brier: { name: 'Brier score', as: 'score' },
  ece: { name: 'Expected calibration error', as: 'score' },
};
