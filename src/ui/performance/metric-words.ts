import type { Difference, Estimate, Metric } from '../../analysis/performance/results.ts';
import { none, number, percent, short } from '../format.ts';

interface MetricWords {
  name: string;
  /** How it is read: in the target's unit, as a percentage, or as a plain figure between 0 and 1. */
  as: 'number' | 'percent' | 'score';
}

/** Measures as the screen calls them, by their names in the document. */
export const metricNames: Record<string, MetricWords> = {
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

export const metricName = (id: string) => metricNames[id]?.name ?? id.replaceAll('_', ' ');

const shows = { number, percent, score: number };

/** A measure's value, in its own way. */
export const metricValue = (id: string, value: number | null | undefined): string =>
  shows[metricNames[id]?.as ?? 'number'](value);

/** "7.9 to 8.3", or why there is none. */
export const intervalText = (id: string, { low, high }: Estimate): string =>
  low === null || high === null ? '' : `${metricValue(id, low)} to ${metricValue(id, high)}`;

const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);
const percentChange = (value: number) => signed(percent(value).replace('-', '−'), value);

/** What changed, and by how much: in percent of the reference where that says something. */
export function changeText({ id, difference }: Metric): { value: string; interval: string } | null {
  if (difference === null) return null;
  const { relative } = difference;
  const inPoints = metricNames[id]?.as === 'percent' && relative === null;
  const show = relative ? percentChange : (value: number) => (inPoints ? points(value) : signed(short(value), value));
  const of: Estimate = relative ?? difference;
  return {
    value: show(of.value),
    interval: of.low === null || of.high === null ? '' : `${show(of.low)} to ${show(of.high)}`,
  };
}

/** A difference of two percentages: "+3.8 pts". */
export const points = (value: number): string => `${signed(short(value * 100), value)} pts`;

export function noiseText(difference: Difference | null): string {
  if (difference === null) return none;
  if (difference.low === null) return 'cannot be told';
  return difference.beyondNoise ? 'More than noise' : 'No more than noise';
}
