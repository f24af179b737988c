import type { Report, ReportColumn } from '../../src/facts/document/document.ts';
import type { Metric } from '../../src/facts/document/model/estimates.ts';

type Measured = Extract<Report['performance'], { state: 'measured' }>;

/** A column of a report by its name. */
export function column(report: Report, name: string): ReportColumn {
  const found = report.columns.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no column ${name}: ${report.columns.map((one) => one.name).join(', ')}`);
  return found;
}

/** Names with types, as the report has them. */
export const types = ({ columns }: Report): Record<string, string> =>
  Object.fromEntries(columns.map(({ name, type }) => [name, type]));

/** Kinds of the notes that reading both files left, as `kind column`. */
export const notes = ({ inputs }: Report): string[] => [
  ...new Set(
    Object.values(inputs).flatMap((input) => input.notes.map(({ kind, column: name = '' }) => `${kind ?? ''} ${name}`)),
  ),
];

/** Kinds of the findings, as `kind column`. */
export const findings = (report: Report): string[] =>
  report.dataset.findings.map(({ kind, column: name = '' }) => `${kind} ${name}`.trim());

/** The measured model. */
export function model({ performance }: Report): Measured {
  if (performance?.state !== 'measured') throw new Error(`not measured: ${JSON.stringify(performance)}`);
  return performance;
}

/** A measure of the model. */
export function measure(report: Report, id: string): Metric {
  const found = model(report).whole.metrics.find((metric) => metric.id === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
}

/** A measure's value in each file. */
export function measured(report: Report, id: string): (number | undefined)[] {
  const { reference, current } = measure(report, id).values;
  return [reference?.value, current?.value];
}

/** Kinds of the notes on the model. */
export const modelNotes = (report: Report): string[] => (model(report).statements?.notes ?? []).map(({ kind }) => kind);

/** Whether any measure is said to have changed by more than noise. */
export const isBeyondNoise = (report: Report): boolean =>
  model(report).whole.metrics.some(({ difference }) => difference?.beyondNoise === true);

/** All texts of a document. */
export function texts(report: Report): string[] {
  const found: string[] = [];
  JSON.stringify(report, (_, value: unknown) => {
    if (typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}
