import { MEASURES, measureForm } from '../../facts/measures.ts';
import { isMetricName, METRICS } from '../../facts/metrics.ts';
import { words } from '../../words/words.ts';

/** What a metric is: its unit, unless a row has one of its own, and what it says. No quotes: not every reader takes them. */
export interface MetricMeaning {
  unit: string;
  help: string;
}

const UNIT_OF_FORM = { number: 'unit of the target', percent: 'share', score: '' } as const;

function measureMeaning(id: string): MetricMeaning | null {
  const form = measureForm(id);
  if (form === null) return null;
  return { unit: id === 'support' ? 'rows' : UNIT_OF_FORM[form], help: words.metrics.ofMeasure(id) };
}

/** Endings of the names of changes, and whether they are relative. */
const CHANGES = [
  { ending: '_relative_difference', relative: true },
  { ending: '_difference', relative: false },
] as const;

/** What a metric is; for a name that no table knows, what its name says. */
export function meaningOf(name: string): MetricMeaning {
  if (isMetricName(name)) return { unit: METRICS[name], help: words.metrics.help[name] };
  const measure = measureMeaning(name);
  if (measure !== null) return measure;
  for (const { ending, relative } of CHANGES) {
    const stem = name.slice(0, -ending.length);
    if (!name.endsWith(ending) || stem === '') continue;
    const { unit, help } = meaningOf(stem);
    return relative
      ? { unit: 'share', help: words.metrics.ofRelativeChange(help) }
      : { unit, help: words.metrics.ofChange(help) };
  }
  return { unit: '', help: words.metrics.ofMeasure(name) };
}

/** All names that a report can have, for advice. */
export const metricNames = (): string[] => [...Object.keys(METRICS), ...Object.keys(MEASURES)];
