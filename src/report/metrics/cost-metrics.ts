import type { Cost, Costs } from '../../facts/document/cost.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { Estimate } from '../../facts/document/model/estimates.ts';
import { SIDES } from '../../facts/document/sides.ts';
import { meaningOf } from './catalogue.ts';
import { metricRow, type Labels, type Metric } from './metric.ts';
import { measureMetrics } from './performance-metrics.ts';

/** What amounts are in. */
export const currencyOf = (cost: Cost | undefined): string =>
  (cost?.state === 'measured' ? cost.currency : '') || meaningOf('cost_total').unit;

/** What the model's errors cost, and what else would have; empty where no cost is set. */
export function costMetrics(cost: Cost | undefined): Metric[] {
  if (cost?.state !== 'measured') return [];
  const unit = currencyOf(cost);
  return cost.costs.flatMap((costs) =>
    metricsBy(costs).map((row) => (row.unit === 'currency' ? { ...row, unit } : row)),
  );
}

function metricsBy({ rule, perRow, total, difference }: Costs): Metric[] {
  if (rule.kind === 'model')
    return [...bySide('cost_total', total), ...measureMetrics({ id: 'cost_per_row', values: perRow, difference })];
  if (rule.kind === 'threshold')
    return [
      metricRow({ file: 'reference', metric: 'least_cost_threshold', value: rule.threshold }),
      ...bySide('least_cost_per_row', perRow),
    ];
  const labels: Labels = { method: rule.kind, ...(rule.kind === 'class' && { class: rule.label }) };
  return bySide('naive_cost_per_row', perRow, labels);
}

const bySide = (metric: string, values: PerSide<Estimate | null>, labels: Labels = {}): Metric[] =>
  SIDES.flatMap((file) => (values[file] ? [metricRow({ file, metric, labels, ...limitsOf(values[file]) })] : []));

const limitsOf = ({ value, low, high }: Estimate): Pick<Metric, 'value' | 'low' | 'high'> => ({ value, low, high });
