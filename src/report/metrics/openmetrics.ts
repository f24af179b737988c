import { driftState, type Report } from '../../facts/document/document.ts';
import { words } from '../../words/words.ts';
import { CAUSES, causesOf } from '../verdict/outcome.ts';
import { meaningOf } from './catalogue.ts';
import type { Metric } from './metric.ts';
import { metricsOf } from './metrics-of.ts';

/*
 * Written so that two readers agree: OpenMetrics 1.0, and the older text format that textfile collectors read. So there are
 * gauges only (the older one knows neither info nor stateset), no time stamps, and no quotes in HELP.
 */

interface Sample {
  labels: Record<string, string>;
  value: number;
}

interface Family {
  name: string;
  unit: string;
  help: string;
  samples: Sample[];
}

/** Units that the specification knows, and a name must then end in. */
const UNITS = new Map([
  ['seconds', 'seconds'],
  ['bytes', 'bytes'],
  ['share', 'ratio'],
]);

const DRIFT_STATES = driftState.options;
const VERDICT_STATES = [...DRIFT_STATES, 'qualityOnly'];
const CONDITION_STATES = ['pass', 'fail', 'unknown'];

/** The report's metrics as OpenMetrics text, for a textfile collector or a page that is scraped. */
export function openMetrics(report: Report): string {
  const { name } = report.config;
  const common = name === undefined || name === '' ? {} : { report: name };
  const families = [...reportFamilies(report), ...stateFamilies(report), ...metricFamilies(metricsOf(report))];
  return `${families.map((family) => familyText(family, common)).join('')}# EOF\n`;
}

function reportFamilies({ app, inputs, verdict, config }: Report): Family[] {
  const labels = {
    version: app.version,
    profile: config.profile,
    reference: inputs.reference?.name ?? '',
    current: inputs.current?.name ?? '',
  };
  return [gauge('report_info', [{ labels, value: 1 }]), gauge('verdict', oneOf(VERDICT_STATES, verdict.state, {}))];
}

function stateFamilies(report: Report): Family[] {
  const { columns, conditions } = report;
  const causes = causesOf(report);
  const outcome = CAUSES.map((cause) => ({ labels: { cause }, value: Number(causes.includes(cause)) }));
  const states = columns.flatMap(({ name, drift }) =>
    drift === null ? [] : oneOf(DRIFT_STATES, drift.state, { column: name }),
  );
  const kept = conditions.flatMap(({ id, status }) => oneOf(CONDITION_STATES, status, { condition: id }));
  return [gauge('drift_state', states), gauge('condition_state', kept), gauge('outcome', outcome)].filter(
    ({ samples }) => samples.length > 0,
  );
}

const gauge = (name: keyof typeof words.metrics.families, samples: Sample[]): Family => ({
  ...{ name: `plumbline_${String(name)}`, unit: '', help: words.metrics.families[name], samples },
});

const oneOf = (states: readonly string[], current: string, labels: Record<string, string>): Sample[] =>
  states.map((state) => ({ labels: { ...labels, state }, value: Number(state === current) }));

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

/** The unit is a label where it differs from row to row; the file, where it is of one. */
function labelsOf({ file, column, metric, unit, labels }: Metric): Record<string, string> {
  const unitLabel = unit === meaningOf(metric).unit ? {} : { unit };
  return { ...(file !== 'both' && { file }), ...(column !== null && { column }), ...labels, ...unitLabel };
}

function familyText({ name, unit, help, samples }: Family, common: Record<string, string>): string {
  const head = [
    `# TYPE ${name} gauge`,
    ...(unit === '' ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
  ];
  const lines = samples.map(({ labels, value }) => `${name}${labelText({ ...common, ...labels })} ${String(value)}`);
  return [...head, ...lines].map((line) => `${line}\n`).join('');
}

function labelText(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `{${pairs.join(',')}}`;
}

const escaped = (value: string): string =>
  value.toWellFormed().replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
