import type { Metric } from '../../../../facts/document/model/estimates.ts';
import { words } from '../../../../words/words.ts';
import type { RowGroup } from '../../../parts/table/column.ts';
import type { Measured } from '../features/features.ts';

const scored = new Set(['roc_auc', 'macro_roc_auc', 'average_precision', 'log_loss', 'brier', 'ece']);
const ofPositive = new Set(['precision', 'recall', 'f1', 'specificity']);

/** The measures of classes in parts: of the class that is looked for, of all classes, of the probabilities. */
export function metricGroups({ whole: { metrics, task }, positive }: Measured): RowGroup<Metric>[] {
  if (task === 'regression') return [{ heading: null, rows: metrics }];
  const kind = ({ id }: Metric): 'positive' | 'all' | 'scored' =>
    scored.has(id) ? 'scored' : positive !== null && ofPositive.has(id) ? 'positive' : 'all';
  const group = (wanted: ReturnType<typeof kind>, heading: string): RowGroup<Metric> => ({
    heading,
    rows: metrics.filter((metric) => kind(metric) === wanted),
  });
  return [
    group('positive', words.sections.metrics.ofPositive(positive ?? '')),
    group('all', words.sections.metrics.ofAll),
    group('scored', words.sections.metrics.ofScores),
  ].filter(({ rows }) => rows.length > 0);
}
