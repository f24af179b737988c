/**
 * Units of metrics, by the ids that tables and OpenMetrics write; '' for a plain number. They are no words for people: a
 * reader's language does not change them.
 */
export type MetricUnit =
  | ''
  | 'seconds'
  | 'seconds since 1970'
  | 'bytes'
  | 'rows'
  | 'columns'
  | 'cells'
  | 'notes'
  | 'findings'
  | 'values'
  | 'pairs'
  | 'share'
  | 'unit of the column'
  | 'unit of the effect'
  | 'unit of the target'
  | 'currency';

/** Metrics by name with their unit, unless a row has one of its own; those of models apart (see `MEASURES`). A name has one meaning, on whatever level it stands. */
export const METRICS = {
  report_timestamp: 'seconds',
  load_time: 'seconds',
  analysis_time: 'seconds',
  file_size: 'bytes',
  rows: 'rows',
  rows_used: 'rows',
  columns: 'columns',
  duplicate_rows: 'rows',
  empty_rows: 'rows',
  empty_columns: 'columns',
  duplicate_columns: 'columns',
  missing_cells: 'cells',
  missing_cells_share: 'share',
  read_warnings: 'notes',
  findings: 'findings',
  drift_share: 'share',
  columns_tested: 'columns',
  columns_changed: 'columns',
  columns_moved: 'columns',
  columns_stable: 'columns',
  columns_insufficient: 'columns',
  columns_identical: 'columns',
  columns_calendar: 'columns',
  columns_not_tested: 'columns',
  columns_expected_by_chance: 'columns',
  columns_unmatched: 'columns',
  columns_emptied: 'columns',
  rows_left_out: 'rows',
  cost_total: 'currency',
  cost_per_row: 'currency',
  naive_cost_per_row: 'currency',
  least_cost_per_row: 'currency',
  least_cost_threshold: '',
  segment_rows: 'rows',
  segment_share: 'share',
  segment_mae: 'unit of the target',
  segment_error_rate: 'share',
  segment_error_share: 'share',
  segment_growth_share: 'share',
  segment_cost_excess: 'currency',
  segments_found: 'findings',
  changed_since: 'seconds',
  missing_changed_since: 'seconds',
  error_changed_since: 'seconds',
  segment_changed_since: 'seconds',
  condition: '',
  exit_code: '',
  values: 'rows',
  missing: 'rows',
  missing_share: 'share',
  not_a_number: 'rows',
  infinite: 'rows',
  coerced: 'rows',
  distinct: 'values',
  min: 'unit of the column',
  max: 'unit of the column',
  mean: 'unit of the column',
  std: 'unit of the column',
  quantile: 'unit of the column',
  drift_effect: 'unit of the effect',
  drift_minimum_effect: 'unit of the effect',
  drift_effect_own_unit: 'unit of the column',
  drift_effect_all_rows: 'unit of the effect',
  drift_statistic: '',
  drift_p_value: '',
  drift_q_value: '',
  drift_p_value_independent: '',
  effective_rows: 'rows',
  minimum_detectable_effect: 'unit of the effect',
  outliers: 'rows',
  evidently_score: '',
  evidently_threshold: '',
  evidently_drifted: '',
  binned_score: '',
  binned_score_by_chance: '',
  correlation: '',
  correlation_difference: '',
  correlation_p_value: '',
  correlation_q_value: '',
  correlation_pairs_tested: 'pairs',
  correlation_pairs_changed: 'pairs',
  correlation_difference_largest: '',
  correlation_difference_by_chance: '',
  model_rows_used: 'rows',
  model_rows_without_target: 'rows',
  model_rows_without_prediction: 'rows',
  naive_mae_median: 'unit of the target',
  naive_mae_last: 'unit of the target',
  error_explained: 'share',
  concept_drift_effect: '',
  concept_drift_p_value: '',
  concept_drift_q_value: '',
} as const satisfies Record<string, MetricUnit>;

export type MetricName = keyof typeof METRICS;

/** Whether a name is that of a metric on this list. */
export const isMetricName = (name: string): name is MetricName => Object.hasOwn(METRICS, name);
