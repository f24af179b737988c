import type { RunResult } from '../analysis/run/run-result.ts';
import type { ColumnResult, ColumnSchema } from '../facts/results.ts';
import { columnFindings } from './findings/column-findings.ts';
import { luckSentence } from './verdict/luck.ts';
import { datasetFindings } from './findings/dataset-findings.ts';
import { judgeConditions } from './conditions.ts';
import type { Condition, Finding, Report, ReportColumn, Verdict } from '../facts/document.ts';
import { reportDrift } from './verdict/column-drift.ts';
import { evidentlyVerdict } from './verdict/evidently.ts';
import { reportPerformance } from './performance.ts';
import { measuredMetrics } from './metrics/metrics-of.ts';
import { overallVerdict, type Judged } from './verdict/verdict.ts';
import { sampleSentence } from './verdict/sampled.ts';
import { sideWords } from './side-words.ts';
import { counted } from './words.ts';
import { mapSides } from '../facts/sides.ts';
import { wordedInput } from '../words/reading-text.ts';

/** What a document says of itself. */
export interface Stamp {
  version: string;
  createdAt: Date;
}

const severities = ['high', 'medium', 'low'] as const;

/** The document of a run; of an unfinished one it holds the columns done so far, the others pending (`drift` null). */
export function buildReport(run: RunResult, stamp: Stamp): Report {
  const results = new Map(run.columns.map((column) => [column.name, column]));
  const columns = run.schema.map((schema) => reportColumn(schema, results.get(schema.name), run));
  const twoFiles = run.inputs.reference !== undefined;
  const inputs = mapSides(run.inputs, wordedInput);
  const performance = reportPerformance(run);
  const findings = [
    ...(performance?.state === 'measured' ? performance.findings : []),
    ...datasetFindings(run.dataset),
    ...columns.flatMap((column, i) => column.drift?.findings ?? quietFindings(run.schema[i], results, run)),
  ]
    // Of one file alone, that a column is in no other says nothing.
    .filter(({ kind }) => twoFiles || kind !== 'only-in-one-file')
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const report: Report = {
    format: 'plumbline-report/1',
    createdAt: stamp.createdAt.toISOString(),
    app: { name: 'plumbline', version: stamp.version },
    inputs,
    config: run.config,
    verdict: withSample({ ...run, inputs }, twoFiles ? wholeVerdict(columns, run) : qualityVerdict(run, findings)),
    columns,
    dataset: { quality: run.dataset, drift: twoFiles ? datasetDrift(columns, run.config.alpha) : null, findings },
    correlations: run.correlations,
    performance,
    conditions: [],
    unmatchedColumns: run.unmatchedColumns,
    timings: run.timings,
  };
  return { ...report, conditions: run.complete ? conditionsOf(report) : [] };
}

const conditionsOf = (report: Report): Condition[] =>
  report.config.conditions.length === 0 ? [] : judgeConditions(report.config.conditions, measuredMetrics(report));

/** Findings of a column without a comparison. */
function quietFindings(
  schema: ColumnSchema | undefined,
  results: ReadonlyMap<string, ColumnResult>,
  run: RunResult,
): Finding[] {
  const result = schema && results.get(schema.name);
  return schema === undefined || result === undefined ? [] : columnFindings(schema, result, run);
}

function reportColumn(schema: ColumnSchema, result: ColumnResult | undefined, run: RunResult): ReportColumn {
  const { name, type, role, typeReason, roleReason, presentIn } = schema;
  return {
    ...{ name, type, role, typeReason, roleReason, presentIn },
    quality: result?.quality ?? {},
    drift: result === undefined ? null : reportDrift(schema, result, run),
    distribution: result?.distribution ?? null,
    cumulative: result?.cumulative ?? null,
    overTime: result?.overTime ?? null,
  };
}

function wholeVerdict(columns: readonly ReportColumn[], { config }: RunResult): Verdict {
  if (config.profile === 'evidently') return evidentlyVerdict(columns);
  return { ...overallVerdict(columns.flatMap(judged)), ...luckSentence(columns, config) };
}

function judged({ name, drift }: ReportColumn): Judged[] {
  if (drift === null) return [];
  const { effect } = drift;
  return [
    { name, state: drift.state, strength: effect === undefined ? 0 : effect.value / Math.max(effect.threshold, 1e-12) },
  ];
}

function datasetDrift(columns: readonly ReportColumn[], alpha: number): NonNullable<Report['dataset']['drift']> {
  const tested = columns.filter(({ drift }) => drift !== null && drift.state !== 'notTested').length;
  const drifted = columns.filter(({ drift }) => drift?.state === 'changed').length;
  return { share: tested === 0 ? 0 : drifted / tested, drifted, tested, expectedByLuck: alpha * tested };
}

/** A verdict on a sample says so. */
function withSample(
  { inputs, performance }: Pick<RunResult, 'performance'> & Pick<Report, 'inputs'>,
  verdict: Verdict,
): Verdict {
  const said = sampleSentence(inputs, sideWords(performance));
  return said === null ? verdict : { ...verdict, detail: [said, verdict.detail].filter(Boolean).join(' ') };
}

function qualityVerdict(run: RunResult, findings: readonly Finding[]): Verdict {
  const serious = findings.filter(({ severity }) => severity !== 'low').length;
  const size = `${counted(run.inputs.current?.rowsUsed ?? 0, 'row')}, ${counted(run.inputs.current?.columns ?? 0, 'column')}`;
  const words = serious === 0 ? 'nothing serious found' : `${counted(serious, 'finding')} to look at`;
  const counts = { changed: 0, stable: 0, insufficient: 0, notTested: 0 };
  return { state: 'qualityOnly', summary: `${size}: ${words}.`, counts };
}
