import type { ConditionConfig } from '../facts/condition.ts';
import { suggestionFor } from '../facts/suggestion.ts';
import type { Condition } from '../facts/document.ts';
import { metricNames } from './metrics/catalogue.ts';
import type { Metric } from './metrics/metric.ts';
import { number } from './words.ts';

/**
 * Holds each condition against the metrics it speaks of: it passes where all of them keep its limits, fails where one does
 * not, and is unknown where there is none, or none is known.
 */
export function judgeConditions(conditions: readonly ConditionConfig[], metrics: readonly Metric[]): Condition[] {
  const taken = new Map<string, number>();
  return conditions.map((condition) => {
    const id = condition.id ?? defaultId(condition);
    const times = (taken.get(id) ?? 0) + 1;
    taken.set(id, times);
    return { id: times === 1 ? id : `${id} (${String(times)})`, ...judged(condition, metrics) };
  });
}

/** "mae ≤ 12", "missing_share of “a” ≤ 0.1". */
function defaultId(condition: ConditionConfig): string {
  const { metric, column, file } = condition;
  const of = [column === undefined ? '' : ` of “${column}”`, file === undefined ? '' : ` (${file})`].join('');
  const { min, max } = condition;
  return `${metric}${of} ${[min === undefined ? [] : `≥ ${String(min)}`, max === undefined ? [] : `≤ ${String(max)}`].flat().join(', ')}`;
}

function judged(condition: ConditionConfig, metrics: readonly Metric[]): Pick<Condition, 'status' | 'text'> {
  const found = metrics.filter((metric) => speaksOf(condition, metric));
  const known = found.flatMap(({ value, ...metric }) => (value === null ? [] : [{ ...metric, value }]));
  const [first] = known.toSorted((a, b) => excess(condition, b.value) - excess(condition, a.value));
  if (first === undefined) return { status: 'unknown', text: notKnown(condition, found.length > 0) };
  const failed = known.filter(({ value }) => excess(condition, value) > 0).length;
  const many = known.length > 1 ? `, the nearest to the limit of ${String(known.length)}` : '';
  const more = failed > 1 ? `, and ${String(failed - 1)} more` : failed === 0 ? many : '';
  const where = [
    first.column === null ? '' : ` of “${first.column}”`,
    first.labels.class === undefined ? '' : `, class “${first.labels.class}”,`,
  ];
  const text = `${first.metric}${where.join('')} is ${number(first.value)}${more}; ${limits(condition)}.`;
  return { status: failed > 0 ? 'fail' : 'pass', text };
}

function speaksOf({ metric, column, file, class: of }: ConditionConfig, row: Metric): boolean {
  if (row.metric !== metric) return false;
  if (column !== undefined && row.column !== column) return false;
  if (of !== undefined && row.labels.class !== of) return false;
  return file === undefined ? row.file !== 'reference' : row.file === file;
}

/** How far a value lies beyond the limits; at most 0 where it keeps them. */
const excess = ({ min = -Infinity, max = Infinity }: ConditionConfig, value: number): number =>
  Math.max(min - value, value - max);

function limits({ min, max }: ConditionConfig): string {
  if (min === undefined) return `at most ${number(max ?? 0)} passes`;
  return max === undefined ? `at least ${number(min)} passes` : `${number(min)} to ${number(max)} passes`;
}

function notKnown({ metric, column, file, class: of }: ConditionConfig, there: boolean): string {
  const which = [column && ` of “${column}”`, of && ` of class “${of}”`, file && ` in ${file}`]
    .filter(Boolean)
    .join('');
  if (there) return `${metric}${which} could not be computed.`;
  const names = metricNames();
  const suggestion = names.includes(metric) ? null : suggestionFor(metric, names);
  return `This report has no ${metric}${which}${suggestion === null ? '.' : `; did you mean "${suggestion}"?`}`;
}
