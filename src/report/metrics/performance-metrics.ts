import type { FeatureResult } from '../../facts/document/model/features.ts';
import type { Metric as Measure } from '../../facts/document/model/estimates.ts';
import type { Side } from '../../facts/document/side.ts';
import { SIDES } from '../../facts/document/sides.ts';
import type { ReportPerformance } from '../../facts/document/document.ts';
import { metricRow, type Metric } from './metric.ts';

/** How good the model is, with intervals; empty where it was not measured. */
export function performanceMetrics(performance: ReportPerformance | null): Metric[] {
  if (performance?.state !== 'measured') return [];
  const { whole, features } = performance;
  return [
    ...whole.metrics.flatMap(measureMetrics),
    ...(whole.task === 'regression' ? naiveMetrics(whole.naive) : whole.byClass.flatMap(measureMetrics)),
    ...SIDES.flatMap((side) => rowMetrics(side, whole.rows[side])),
    ...features.flatMap(featureMetrics),
  ];
}

/** A measure in each file, and how it changed. */
export function measureMetrics({ id, label, values, difference }: Measure): Metric[] {
  const labels = label === undefined ? {} : { class: label };
  const estimates = SIDES.flatMap((file) => {
    const estimate = values[file];
    return estimate === undefined ? [] : [metricRow({ file, metric: id, labels, ...estimate })];
  });
  if (difference === null) return estimates;
  const { relative, beyondNoise, value, low, high } = difference;
  const state = low === null ? 'unknown' : beyondNoise ? 'beyondNoise' : 'withinNoise';
  const row = (ending: string, estimate: Pick<Metric, 'value' | 'low' | 'high'>): Metric =>
    metricRow({ file: 'both', metric: `${id}_${ending}`, labels, state, ...estimate });
  return [
    ...estimates,
    row('difference', { value, low, high }),
    ...(relative === null ? [] : [row('relative_difference', relative)]),
  ];
}

function naiveMetrics(
  naive: Extract<Extract<ReportPerformance, { state: 'measured' }>['whole'], { task: 'regression' }>['naive'],
): Metric[] {
  return SIDES.flatMap((file) => {
    const baseline = naive[file];
    return baseline === undefined
      ? []
      : [
          metricRow({ file, metric: 'naive_mae_median', value: baseline.median }),
          metricRow({ file, metric: 'naive_mae_last', value: baseline.last }),
        ];
  });
}

function rowMetrics(
  file: Side,
  rows: { used: number; missingTarget: number; missingPrediction: number } | undefined,
): Metric[] {
  if (rows === undefined) return [];
  return [
    metricRow({ file, metric: 'model_rows_used', value: rows.used }),
    metricRow({ file, metric: 'model_rows_without_target', value: rows.missingTarget }),
    metricRow({ file, metric: 'model_rows_without_prediction', value: rows.missingPrediction }),
  ];
}

function featureMetrics({ name: column, explained, concept }: FeatureResult): Metric[] {
  const shares = SIDES.flatMap((file) => {
    const value = explained[file];
    return value === undefined ? [] : [metricRow({ file, column, metric: 'error_explained', value })];
  });
  if (concept === null || 'notTested' in concept) return shares;
  const row = (metric: string, value: number | null): Metric => metricRow({ file: 'both', column, metric, value });
  return [
    ...shares,
    row('concept_drift_effect', concept.effect),
    row('concept_drift_p_value', concept.pValue),
    row('concept_drift_q_value', concept.qValue ?? null),
  ];
}
