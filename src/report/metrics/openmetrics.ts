import type { Report } from '../../facts/document/document.ts';
import { words } from '../../words/words.ts';
import { meaningOf } from './catalogue.ts';
import type { Metric } from './metric.ts';
import { familyText, type Family } from './family.ts';
import { lastRunFamilies } from './last-run.ts';
import { filterLabel, metricsOf } from './metrics-of.ts';
import { atLevel, COLUMN_FAMILIES, type MetricLevel } from './levels.ts';
import { reportFamilies, stateFamilies } from './state-families.ts';

/** Units that the specification knows, and a name must then end in. */
const UNITS = new Map([
  ['seconds', 'seconds'],
  ['bytes', 'bytes'],
  ['share', 'ratio'],
]);

/**
 * The report's metrics as OpenMetrics text, for a textfile collector or a page that is scraped.
 * @param name what the report is called where its set-up has no name; without it, as its file: series of two reports must differ
 */
export function openMetrics(
  report: Report,
  { name, level = 'all' }: { name?: string; level?: MetricLevel } = {},
): string {
  const { inputs, config, createdAt } = report;
  const filter = filterLabel(report);
  const common = {
    report: config.name || name || (inputs.current ?? inputs.reference)?.name || 'plumbline',
    ...(filter !== null && { filter }),
  };
  const states = stateFamilies(report).filter((family) => level !== 'summary' || !COLUMN_FAMILIES.has(family.name));
  const families = [
    ...lastRunFamilies(true, new Date(createdAt)),
    ...reportFamilies(report),
    ...states,
    ...metricFamilies(atLevel(metricsOf(report), level)),
  ];
  return `${families.map((family) => familyText(family, common)).join('')}# EOF\n`;
}

/** Metrics by name, each with its limits as two more; what is not known is left out. */
function metricFamilies(metrics: readonly Metric[]): Family[] {
  const byName = new Map<string, Metric[]>();
  for (const row of metrics) {
    const rows = byName.get(row.metric);
    if (rows) rows.push(row);
    else byName.set(row.metric, [row]);
  }
  return [...byName].flatMap(([metric, rows]) => {
    const { unit, help } = meaningOf(metric);
    const family = (ending: string, said: string, valueOf: (row: Metric) => number | null): Family => {
      const suffix = UNITS.get(unit) ?? '';
      const samples = rows.flatMap((row) => {
        const value = valueOf(row);
        return value === null ? [] : [{ labels: labelsOf(row), value }];
      });
      const name = `plumbline_${metric}${ending}${suffix && `_${suffix}`}`;
      return { name, unit: suffix, help: said, samples };
    };
    return [
      family('', help, ({ value }) => value),
      family('_low', words.metrics.lowerLimit(help), ({ low }) => low),
      family('_high', words.metrics.upperLimit(help), ({ high }) => high),
    ].filter(({ samples }) => samples.length > 0);
  });
}

/** The unit is a label where it differs from row to row; the file, where it is of one. `quantile` is kept for summaries. */
function labelsOf({ file, column, metric, unit, labels }: Metric): Record<string, string> {
  const unitLabel = unit === meaningOf(metric).unit ? {} : { unit };
  const { quantile, ...others } = labels;
  return {
    ...(file !== 'both' && { file }),
    ...(column !== null && { column }),
    ...others,
    ...(quantile !== undefined && { probability: quantile }),
    ...unitLabel,
  };
}
