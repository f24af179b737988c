import type { RunResult } from '../analysis/run/run-result.ts';
import type { ReportPerformance } from '../facts/document/document.ts';
import type { Finding } from '../facts/statements/findings.ts';
import type { ModelSummary, ModelSummaryValues } from '../facts/statements/model-statements.ts';
import type { Metric } from '../facts/document/model/estimates.ts';
import type { Measured } from './findings/finding.ts';
import { findingsAbout } from './findings/findings.ts';
import { modelNotes, sinceNotes } from './model-notes.ts';
import { leadWithin } from './verdict/model-part.ts';
import { unworded } from './wording/unworded.ts';

/** The measure that the sentence speaks of, by task; the first that is defined. */
const HEADLINE_OF: Record<Measured['task'], readonly string[]> = {
  regression: ['mae'],
  binary: ['f1', 'roc_auc'],
  multiclass: ['macro_f1'],
};

/** The document's part on the model with what is to be looked at, not yet in words. */
export function reportPerformance({ performance, config, inputs, errorSince }: RunResult): ReportPerformance | null {
  if (performance === null) return null;
  if (performance.state === 'notMeasured') {
    const { reason } = performance;
    return {
      ...performance,
      reason: '',
      summary: '',
      statements: { reason, summary: { kind: 'not-measured', values: { reason } } },
    };
  }
  const { taskReason } = performance;
  const notes = [...performance.notes, ...sinceNotes(errorSince), ...modelNotes(performance, inputs)];
  const findings = findingsAbout('model').flatMap(({ find }): Finding[] =>
    find({ model: performance, config }).map(unworded),
  );
  return {
    ...performance,
    ...{ summary: '', taskReason: '', notes: notes.map(() => ''), names: { reference: '', current: '' } },
    statements: { summary: summaryOf(performance), taskReason, notes },
    findings,
  };
}

/** Both files hold what one model said of the same rows. */
const isOneModel = ({ twoModels, pairing }: Measured): boolean => !twoModels && pairing?.samePredictions === true;

function summaryOf(model: Measured): ModelSummary {
  const { task, whole, twoModels, overall } = model;
  const metric = [...(overall?.measure ? [overall.measure] : []), ...HEADLINE_OF[task]]
    .map((id) => whole.metrics.find((metric) => metric.id === id && Object.values(metric.values).some(Boolean)))
    .find((metric) => metric !== undefined);
  if (metric === undefined) return { kind: 'no-measure', values: {} };
  const { reference, current } = metric.values;
  const difference = metric.difference;
  if (!reference || !current || difference === null) {
    const estimate = reference ?? current;
    return estimate
      ? { kind: 'one-file', values: { metric: metric.id, estimate } }
      : { kind: 'not-defined', values: { metric: metric.id } };
  }
  if (isOneModel(model)) return { kind: 'same-predictions', values: { metric: metric.id, estimate: current } };
  const values = {
    ...{ metric: metric.id, reference: reference.value, current: current.value, twoModels },
    change: difference.relative ?? { value: difference.value, low: difference.low, high: difference.high },
    relative: difference.relative !== null,
    difference: difference.value,
    noise: noiseOf(difference, overall?.state),
    ...withinSummary(model),
  };
  return { kind: 'both-files', values };
}

/** The measure that leads within the rows that are alike in some columns, beside that of all rows. */
function withinSummary(model: Measured): Pick<ModelSummaryValues['both-files'], 'within'> {
  const lead = leadWithin(model);
  if (lead === null) return {};
  const { columns, metric } = lead;
  const { id, reference, current, difference: change, relative, beyondNoise } = metric;
  const noise: Noise =
    change.low === null ? 'unknown' : beyondNoise && lead.state !== 'noMoreThanNoise' ? 'beyond' : 'within';
  return { within: { columns, metric: id, reference, current, change, relative, noise } };
}

type Noise = ModelSummaryValues['both-files']['noise'];

/** By all measures together; a document without their verdict goes by the measure's own interval. */
function noiseOf(
  { low, beyondNoise }: NonNullable<Metric['difference']>,
  state: NonNullable<Measured['overall']>['state'] | undefined,
): Noise {
  if (low === null) return 'unknown';
  if (state === 'noMoreThanNoise') return beyondNoise ? 'alone' : 'within';
  return beyondNoise ? 'beyond' : 'within';
}
