import type { ConditionConfig } from '../facts/settings/condition.ts';
import type { ConditionStatement, ConditionValues } from '../facts/statements/condition-statements.ts';
import type { Condition } from '../facts/document/document.ts';
import { suggestionFor } from '../facts/settings/suggestion.ts';
import { metricNames } from './metrics/catalogue.ts';
import type { Metric } from './metrics/metric.ts';
import { unworded } from './wording/unworded.ts';

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
    const { status, statement } = judged(condition, metrics);
    return { id: times === 1 ? id : `${id} (${String(times)})`, status, ...unworded(statement) };
  });
}

/** "mae ≤ 12", "missing_share of “a” ≤ 0.1". */
function defaultId(condition: ConditionConfig): string {
  const { metric, column, file } = condition;
  const qualifier = [column === undefined ? '' : ` of “${column}”`, file === undefined ? '' : ` (${file})`].join('');
  const { min, max } = condition;
  return `${metric}${qualifier} ${[min === undefined ? [] : `≥ ${String(min)}`, max === undefined ? [] : `≤ ${String(max)}`].flat().join(', ')}`;
}

interface Judged {
  status: Condition['status'];
  statement: ConditionStatement;
}

function judged(condition: ConditionConfig, metrics: readonly Metric[]): Judged {
  const found = metrics.filter((metric) => speaksOf(condition, metric));
  const known = found.flatMap(({ value, ...metric }) => (value === null ? [] : [{ ...metric, value }]));
  const [first] = known.toSorted((a, b) => excess(condition, b.value) - excess(condition, a.value));
  if (first === undefined) return { status: 'unknown', statement: unknown(condition, found.length > 0) };
  const { metric, column, labels, value } = first;
  const failed = known.filter((row) => excess(condition, row.value) > 0).length;
  const values = {
    ...{ metric, column, class: labels.class ?? null, value },
    ...(condition.min !== undefined && { min: condition.min }),
    ...(condition.max !== undefined && { max: condition.max }),
  };
  return failed > 0
    ? { status: 'fail', statement: { kind: 'broken', values: { ...values, more: failed - 1 } } }
    : { status: 'pass', statement: { kind: 'kept', values: { ...values, of: known.length } } };
}

function speaksOf({ metric, column, file, class: label }: ConditionConfig, row: Metric): boolean {
  if (row.metric !== metric) return false;
  if (column !== undefined && row.column !== column) return false;
  if (label !== undefined && row.labels.class !== label) return false;
  return file === undefined ? row.file !== 'reference' : row.file === file;
}

/** How far a value lies beyond the limits; at most 0 where it keeps them. */
const excess = ({ min = -Infinity, max = Infinity }: ConditionConfig, value: number): number =>
  Math.max(min - value, value - max);

function unknown({ metric, column, file, class: label }: ConditionConfig, exists: boolean): ConditionStatement {
  const values: ConditionValues['not-computed'] = {
    ...{ metric, column: column ?? null, file: file ?? null, class: label ?? null },
  };
  if (exists) return { kind: 'not-computed', values };
  const names = metricNames();
  return {
    kind: 'not-there',
    values: { ...values, meant: names.includes(metric) ? null : suggestionFor(metric, names) },
  };
}
