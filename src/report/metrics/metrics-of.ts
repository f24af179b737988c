import { words } from '../../words/words.ts';
import type { CorrelationMatrix } from '../../facts/document/distribution.ts';
import type { Report } from '../../facts/document/document.ts';
import { exitCode } from '../verdict/outcome.ts';
import { columnMetrics } from './column-metrics.ts';
import { costMetrics, currencyOf } from './cost-metrics.ts';
import { datasetMetrics } from './dataset-metrics.ts';
import { metricRow, type Metric } from './metric.ts';
import { performanceMetrics } from './performance-metrics.ts';
import { segmentMetrics } from './segment-metrics.ts';
import { whereMetrics } from './where-metrics.ts';

/** Every number of the report that other systems may want, one a row. Conditions are stated on these. */
export function measuredMetrics(report: Report): Metric[] {
  return [
    ...datasetMetrics(report),
    ...performanceMetrics(report.performance),
    ...segmentMetrics(report.segments),
    ...costMetrics(report.cost),
    ...whereMetrics(report.where, currencyOf(report.cost)),
    ...report.columns.flatMap(columnMetrics),
    ...report.correlations.flatMap(correlationMetrics),
  ];
}

/** The long table: all metrics, the conditions after them, then what the command ends with. */
export function metricsOf(report: Report): Metric[] {
  const conditions = report.conditions.map(({ id, status }) =>
    metricRow({
      file: 'both',
      metric: 'condition',
      value: status === 'unknown' ? null : Number(status === 'pass'),
      state: status,
      labels: { condition: id },
    }),
  );
  const outcome = metricRow({
    file: 'both',
    metric: 'exit_code',
    value: exitCode(report),
    state: report.verdict.state,
  });
  const metrics = [...measuredMetrics(report), ...conditions, outcome];
  const filter = filterLabel(report);
  return filter === null ? metrics : metrics.map((row) => ({ ...row, labels: { ...row.labels, filter } }));
}

/** What rows were chosen by: numbers of some rows are others than those of all. Null for all. */
export const filterLabel = ({ filter }: Report): string | null =>
  filter === undefined ? null : words.chosenBy(filter.values);

function correlationMetrics({ method, changedMost, tested }: CorrelationMatrix): Metric[] {
  return [
    ...changedMost.flatMap((pair) => pairMetrics(pair, method)),
    ...(tested === undefined ? [] : testedMetrics(tested, method)),
  ];
}

function pairMetrics(
  { a, b, reference, current, difference, pValue, qValue }: CorrelationMatrix['changedMost'][number],
  method: string,
): Metric[] {
  const pair = { column: a, labels: { method, other_column: b } };
  return [
    metricRow({ file: 'reference', metric: 'correlation', value: reference, ...pair }),
    metricRow({ file: 'current', metric: 'correlation', value: current, ...pair }),
    metricRow({ file: 'both', metric: 'correlation_difference', value: difference, ...pair }),
    ...(pValue === undefined
      ? []
      : [metricRow({ file: 'both', metric: 'correlation_p_value', value: pValue, ...pair })]),
    ...(qValue === undefined
      ? []
      : [metricRow({ file: 'both', metric: 'correlation_q_value', value: qValue, ...pair })]),
  ];
}

function testedMetrics(tested: NonNullable<CorrelationMatrix['tested']>, method: string): Metric[] {
  const shared = { file: 'both', labels: { method } } as const;
  return [
    metricRow({ ...shared, metric: 'correlation_pairs_tested', value: tested.pairs }),
    metricRow({ ...shared, metric: 'correlation_pairs_changed', value: tested.changed }),
    metricRow({ ...shared, metric: 'correlation_difference_largest', value: tested.largest }),
    metricRow({ ...shared, metric: 'correlation_difference_by_chance', value: tested.largestByChance }),
  ];
}
