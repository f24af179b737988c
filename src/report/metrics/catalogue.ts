import { MEASURES, measureForm } from '../../facts/measures.ts';
import { words } from '../../words/words.ts';

/** What a metric is: its unit, unless a row has one of its own, and what it says. No quotes: not every reader takes them. */
export interface MetricMeaning {
  unit: string;
  help: string;
}

const share = 'share';
const own = 'unit of the column';
const asEffect = 'unit of the effect';

/** Metrics by name, those of models apart (see `MEASURES`). A name has one meaning, on whatever level it stands. */
const catalogue: Record<string, MetricMeaning> = {
  report_timestamp: { unit: 'seconds', help: 'When the report was made, in seconds since 1970.' },
  load_time: { unit: 'seconds', help: 'How long reading the files took.' },
  analysis_time: { unit: 'seconds', help: 'How long comparing and measuring took.' },
  file_size: { unit: 'bytes', help: 'Size of the file, or of all its parts.' },
  rows: { unit: 'rows', help: 'Rows of the file.' },
  rows_used: { unit: 'rows', help: 'Rows that the report is made of; fewer than rows for a sample.' },
  columns: { unit: 'columns', help: 'Columns of the file.' },
  duplicate_rows: { unit: 'rows', help: 'Rows that are like an earlier one.' },
  empty_rows: { unit: 'rows', help: 'Rows without any value.' },
  empty_columns: { unit: 'columns', help: 'Columns without any value.' },
  duplicate_columns: { unit: 'columns', help: 'Columns that agree with an earlier one in every row.' },
  missing_cells: { unit: 'cells', help: 'Cells without a value, of all columns.' },
  missing_cells_share: { unit: share, help: 'Cells without a value, of all cells.' },
  read_warnings: { unit: 'notes', help: 'Warnings about how the file was read.' },
  findings: { unit: 'findings', help: 'Findings by severity.' },
  drift_share: { unit: share, help: 'Changed columns, of those that were tested.' },
  columns_tested: { unit: 'columns', help: 'Columns that were compared.' },
  columns_changed: { unit: 'columns', help: 'Columns that have changed.' },
  columns_stable: { unit: 'columns', help: 'Columns in which a change would have been seen, and none was.' },
  columns_insufficient: { unit: 'columns', help: 'Columns with too few data to say.' },
  columns_not_tested: { unit: 'columns', help: 'Columns that were not compared.' },
  columns_expected_by_chance: {
    unit: 'columns',
    help: 'Columns that luck alone would put below alpha, before correction.',
  },
  columns_unmatched: { unit: 'columns', help: 'Columns that the set-up names and no file has.' },
  condition: { unit: '', help: 'Whether a condition of the set-up holds: 1 or 0.' },
  values: { unit: 'rows', help: 'Rows with a value in the column.' },
  missing: { unit: 'rows', help: 'Rows without a value in the column.' },
  missing_share: { unit: share, help: 'Rows without a value in the column, NaN among them, of all rows.' },
  not_a_number: { unit: 'rows', help: 'Rows that hold NaN in the column.' },
  infinite: { unit: 'rows', help: 'Rows that hold an infinite number in the column.' },
  coerced: { unit: 'rows', help: 'Rows with a cell that does not fit the type of the column.' },
  distinct: { unit: 'values', help: 'Different values of the column.' },
  min: { unit: own, help: 'Smallest value of the column.' },
  max: { unit: own, help: 'Largest value of the column.' },
  mean: { unit: own, help: 'Mean of the column.' },
  std: { unit: own, help: 'Sample standard deviation of the column.' },
  quantile: { unit: own, help: 'Quantile of the column (type 7).' },
  drift_effect: {
    unit: asEffect,
    help: 'Size of the change: reference standard deviations (Wasserstein) or share of rows (total variation).',
  },
  drift_minimum_effect: { unit: asEffect, help: 'Smallest change that matters, in the unit of the effect.' },
  drift_effect_own_unit: { unit: own, help: 'Size of the change in the unit of the column.' },
  drift_statistic: { unit: '', help: 'Statistic of the test for a change.' },
  drift_p_value: { unit: '', help: 'p-value of the change, rows at what they are worth.' },
  drift_q_value: { unit: '', help: 'p-value of the change, corrected for the number of columns.' },
  drift_p_value_independent: { unit: '', help: 'p-value of the change, every row in full.' },
  effective_rows: { unit: 'rows', help: 'How many independent rows the column is worth.' },
  minimum_detectable_effect: { unit: asEffect, help: 'Smallest change that would be seen four times in five.' },
  outliers: { unit: 'rows', help: 'Rows outside the fences of the reference.' },
  evidently_score: { unit: '', help: 'Score by the method and rule of Evidently: a distance or a p-value.' },
  evidently_threshold: { unit: '', help: 'Threshold of that score.' },
  evidently_drifted: { unit: '', help: 'Whether the column drifted by that score: 1 or 0.' },
  binned_score: { unit: '', help: 'Distance of the two distributions on the bins that are drawn.' },
  binned_score_by_chance: { unit: '', help: 'About what luck alone makes of that distance where nothing changed.' },
  correlation: { unit: '', help: 'Correlation of two columns, of those pairs that changed most.' },
  correlation_difference: { unit: '', help: 'Change of the correlation, current minus reference.' },
  model_rows_used: { unit: 'rows', help: 'Rows with all that measuring the model needs.' },
  model_rows_without_target: { unit: 'rows', help: 'Rows without a target.' },
  model_rows_without_prediction: { unit: 'rows', help: 'Rows with a target and without a prediction.' },
  naive_mae_median: { unit: 'unit of the target', help: 'Mean absolute error of always predicting the median.' },
  naive_mae_last: {
    unit: 'unit of the target',
    help: 'Mean absolute error of predicting the target of the row before.',
  },
  error_explained: { unit: share, help: 'Share of the variance of the error that lies between values of the feature.' },
  concept_drift_effect: {
    unit: '',
    help: 'Typical change of the target at one value of the feature: its standard deviations, or share of rows.',
  },
  concept_drift_p_value: { unit: '', help: 'p-value of that change.' },
  concept_drift_q_value: { unit: '', help: 'The same, corrected for the number of features.' },
};

const asUnit = { number: 'unit of the target', percent: share, score: '' };

/** "Mean absolute error" → "Mean absolute error of the model." */
function measureMeaning(id: string): MetricMeaning | null {
  const form = measureForm(id);
  return form === null
    ? null
    : { unit: id === 'support' ? 'rows' : asUnit[form], help: `${words.model.measureName(id)} of the model.` };
}

const suffixes: [ending: string, help: (of: string) => string][] = [
  ['_relative_difference', (of) => `Change of it, current minus reference, as a share of the reference: ${of}`],
  ['_difference', (of) => `Change of it, current minus reference: ${of}`],
];

/** What a metric is; for a name that no table knows, what its name says. */
export function meaningOf(name: string): MetricMeaning {
  const known = Object.hasOwn(catalogue, name) ? catalogue[name] : measureMeaning(name);
  if (known) return known;
  for (const [ending, help] of suffixes) {
    const stem = name.slice(0, -ending.length);
    if (!name.endsWith(ending) || stem === '') continue;
    const of = meaningOf(stem);
    return { unit: ending === '_difference' ? of.unit : share, help: help(of.help) };
  }
  return { unit: '', help: `${name.replaceAll('_', ' ')} of the model.` };
}

/** All names that a report can have, for advice. */
export const metricNames = (): string[] => [...Object.keys(catalogue), ...Object.keys(MEASURES)];
