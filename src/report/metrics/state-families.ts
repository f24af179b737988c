import { condition, type Report, type ReportPerformance } from '../../facts/document/document.ts';
import { driftState } from '../../facts/document/verdict.ts';
import { CAUSES, causesOf } from '../verdict/outcome.ts';
import { gauge, type Family, type Sample } from './family.ts';

const DRIFT_STATES = driftState.options;
const VERDICT_STATES = [...DRIFT_STATES, 'qualityOnly'];
const CONDITION_STATES = condition.entries.status.options;

/** What the report was made of, and its verdict. */
export function reportFamilies({ app, inputs, verdict, config }: Report): Family[] {
  const labels = {
    version: app.version,
    profile: config.profile,
    reference: inputs.reference?.name ?? '',
    current: inputs.current?.name ?? '',
  };
  return [gauge('report_info', [{ labels, value: 1 }]), gauge('verdict', oneOf(VERDICT_STATES, verdict.state, {}))];
}

/** The states of columns, conditions and the run as ones and zeros. */
export function stateFamilies(report: Report): Family[] {
  const { columns, conditions } = report;
  const causes = causesOf(report);
  const outcome = CAUSES.map((cause) => ({ labels: { cause }, value: Number(causes.includes(cause)) }));
  const states = columns.flatMap(({ name, drift }) =>
    drift === null ? [] : oneOf(DRIFT_STATES, drift.state, { column: name }),
  );
  const kept = conditions.flatMap(({ id, status }) => oneOf(CONDITION_STATES, status, { condition: id }));
  return [
    ...[gauge('drift_state', states), gauge('condition_state', kept), gauge('outcome', outcome)],
    gauge('cannot_say', unknownSamples(report)),
  ].filter(({ samples }) => samples.length > 0);
}

const oneOf = (states: readonly string[], current: string, labels: Record<string, string>): Sample[] =>
  states.map((state) => ({ labels: { ...labels, state }, value: Number(state === current) }));

/** Of how many columns, models and conditions nothing can be said. */
function unknownSamples({ verdict, performance, conditions }: Report): Sample[] {
  const sample = (about: string, value: number): Sample => ({ labels: { about }, value });
  return [
    sample('columns', verdict.counts.insufficient),
    ...(performance === null ? [] : [sample('model', Number(isUnknown(performance)))]),
    ...(conditions.length === 0
      ? []
      : [sample('conditions', conditions.filter(({ status }) => status === 'unknown').length)]),
  ];
}

const isUnknown = (performance: ReportPerformance): boolean =>
  performance.state !== 'measured' || performance.overall?.state === 'notComparable';
