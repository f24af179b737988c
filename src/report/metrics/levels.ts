import type { Metric } from './metric.ts';

/** How much is written: of the whole; of it and what is looked at of each column and class; everything. */
export const METRIC_LEVELS = ['summary', 'columns', 'all'] as const;
export type MetricLevel = (typeof METRIC_LEVELS)[number];

/** What is looked at of each column. */
const OF_COLUMNS = new Set([
  ...['missing_share', 'mean', 'drift_effect', 'drift_minimum_effect', 'drift_effect_own_unit', 'drift_q_value'],
  ...['effective_rows', 'error_explained', 'concept_drift_effect', 'concept_drift_q_value'],
]);

/** Families of OpenMetrics that have a series or more for each column. */
export const COLUMN_FAMILIES: ReadonlySet<string> = new Set(['plumbline_drift_state']);

/** The rows of a level, in their order. */
export function atLevel(metrics: readonly Metric[], level: MetricLevel): Metric[] {
  if (level === 'all') return [...metrics];
  return metrics.filter(({ column, metric, labels }) =>
    column === null
      ? level === 'columns' || (labels.class === undefined && labels.segment === undefined)
      : level === 'columns' && OF_COLUMNS.has(metric),
  );
}
