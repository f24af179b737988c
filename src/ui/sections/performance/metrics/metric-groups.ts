import type { Metric } from '../../../../facts/performance.ts';
import type { Measured } from '../features/features.ts';

interface MetricGroup {
  heading: string | null;
  metrics: Metric[];
}

const scored = new Set(['roc_auc', 'macro_roc_auc', 'average_precision', 'log_loss', 'brier', 'ece']);
const ofPositive = new Set(['precision', 'recall', 'f1', 'specificity']);

/** The measures of classes in parts: of the class that is looked for, of all classes, of the probabilities. */
export function metricGroups({ whole: { metrics, task }, positive }: Measured): MetricGroup[] {
  if (task === 'regression') return [{ heading: null, metrics }];
  const kind = ({ id }: Metric): 'positive' | 'all' | 'scored' =>
    scored.has(id) ? 'scored' : positive !== null && ofPositive.has(id) ? 'positive' : 'all';
  const group = (of: ReturnType<typeof kind>, heading: string): MetricGroup => ({
    heading,
    metrics: metrics.filter((metric) => kind(metric) === of),
  });
  return [
    group('positive', `The class “${positive ?? ''}”`),
    group('all', 'All classes'),
    group('scored', 'Probabilities'),
  ].filter((one) => one.metrics.length > 0);
}
