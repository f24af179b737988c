import type { ChosenRows } from '../analysis/run/choose-rows.ts';
import type { RunResult } from '../analysis/run/run-result.ts';
import type { Condition, Report, ReportColumn, ReportPerformance } from '../facts/document/document.ts';
import type { Verdict } from '../facts/document/verdict.ts';
import { SEVERITIES, type Finding } from '../facts/statements/findings.ts';
import type { ColumnSchema } from '../facts/document/columns.ts';
import type { ColumnResult } from '../facts/document/drift.ts';
import { mapSides } from '../facts/document/sides.ts';
import type { VerdictDetail, VerdictPart } from '../facts/statements/verdict.ts';
import { wordedInput } from '../words/reading-text.ts';
import { adviceOf } from './advice/advice.ts';
import { judgeConditions } from './conditions.ts';
import { findingsAbout } from './findings/findings.ts';
import { measuredMetrics } from './metrics/metrics-of.ts';
import { reportPerformance } from './performance.ts';
import { chanceDetail } from './verdict/chance.ts';
import { reportDrift, testedOf } from './verdict/column-drift.ts';
import { changePointsOf } from './verdict/change-points.ts';
import { evidentlyVerdict } from './verdict/evidently.ts';
import { sampleDetail } from './verdict/sampled.ts';
import { headlineParts, strength, withinPart } from './verdict/headline.ts';
import { sharesOverTime } from './verdict/since.ts';
import { countStates, overallVerdict, type Judged, type Overall } from './verdict/overall.ts';
import { unworded } from './wording/unworded.ts';
import { wordReport } from './wording/word-report.ts';

/** What a document says of itself. */
export interface Stamp {
  version: string;
  createdAt: Date;
}

/** The document of a run; of an unfinished one it holds the columns done so far, the others pending (`drift` null). */
export function buildReport(run: RunResult, stamp: Stamp): Report {
  const results = new Map(run.columns.map((column) => [column.name, column]));
  const found = run.schema.map((schema) => findingsOf(schema, results.get(schema.name), run));
  const columns = run.schema.map((schema, i) => reportColumn(schema, results.get(schema.name), found[i] ?? [], run));
  const twoFiles = run.inputs.reference !== undefined;
  const inputs = mapSides(run.inputs, wordedInput);
  const performance = reportPerformance(run);
  const findings = [
    ...(performance?.state === 'measured' ? performance.findings : []),
    ...fileFindings(run),
    ...found.flat(),
  ].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const report: Report = {
    format: 'plumbline-report/2',
    createdAt: stamp.createdAt.toISOString(),
    app: { name: 'plumbline', version: stamp.version },
    inputs,
    config: run.config,
    verdict: twoFiles ? wholeVerdict(columns, performance, run) : qualityVerdict(run, findings),
    ...chosenRows(run),
    ...(run.within && { within: run.within }),
    columns,
    dataset: { quality: run.dataset, drift: twoFiles ? datasetDrift(columns, run.config.alpha) : null, findings },
    correlations: run.correlations,
    performance,
    ...(run.cost !== undefined && { cost: run.cost }),
    ...whereOf(run, columns),
    ...(run.segments !== undefined && { segments: run.segments }),
    conditions: [],
    unmatchedColumns: run.unmatchedColumns,
    timings: run.timings,
  };
  return wordReport(run.complete ? finished(report) : report);
}

/** With what is worked out from all of it: whether limits are kept, and what to do now. */
function finished(report: Report): Report {
  const judged = { ...report, conditions: conditionsOf(report) };
  const advice = adviceOf(judged);
  return advice.length === 0 ? judged : { ...judged, advice: advice.map(unworded) };
}

/** Where rows stand out, and since when. */
function whereOf(run: RunResult, columns: readonly ReportColumn[]): Pick<Report, 'where'> {
  const changePoints = changePointsOf(run, columns);
  if (changePoints.length > 0) return { where: { ...run.where, changePoints } };
  return run.where === undefined ? {} : { where: run.where };
}

/** Which rows the report is made of, where they are not all. */
function chosenRows({ chosen: { filter, split } = {} }: RunResult): Pick<Report, 'filter' | 'split'> {
  return {
    ...(filter !== undefined && { filter: { kind: 'filter', values: filter, text: '' } }),
    ...(split !== undefined && { split: { kind: 'split', values: split, text: '' } }),
  };
}

const conditionsOf = (report: Report): Condition[] =>
  report.config.conditions.length === 0 ? [] : judgeConditions(report.config.conditions, measuredMetrics(report));

/** What is noteworthy about one column. */
function findingsOf(schema: ColumnSchema, result: ColumnResult | undefined, run: RunResult): Finding[] {
  if (result === undefined) return [];
  const { config, inputs } = run;
  const facts = { schema, result, config, twoFiles: inputs.reference !== undefined, tested: testedOf(result, run) };
  return findingsAbout('column').flatMap(({ find }) =>
    find(facts).map((finding): Finding => ({ ...unworded(finding), column: schema.name })),
  );
}

const fileFindings = ({ dataset: quality, fileTests: tests = {}, columns, config }: RunResult): Finding[] =>
  findingsAbout('file').flatMap(({ find }): Finding[] => find({ quality, tests, columns, config }).map(unworded));

function reportColumn(
  schema: ColumnSchema,
  result: ColumnResult | undefined,
  findings: Finding[],
  run: RunResult,
): ReportColumn {
  const { name, type, role, typeReason, roleReason, presentIn } = schema;
  return {
    ...{ name, type, role, presentIn, typeReason: '', roleReason: '' },
    statements: { typeReason, roleReason },
    quality: result?.quality ?? {},
    drift:
      result === undefined
        ? null
        : reportDrift(result, { schema, tested: testedOf(result, run), findings, config: run.config }),
    distribution: result?.distribution ?? null,
    cumulative: result?.cumulative ?? null,
    overTime: result?.overTime ?? null,
    ...(result !== undefined && sharesOverTime(result)),
  };
}

/** A verdict to be put into words; one on a sample says so first. */
const unwordedVerdict = ({ summary, parts, state, counts }: Overall, detail: VerdictDetail[]): Verdict => ({
  ...{ state, headline: '', parts: parts.map(unworded), summary: '' },
  ...{ statements: { summary, detail }, counts },
});

function wholeVerdict(
  columns: readonly ReportColumn[],
  performance: ReportPerformance | null,
  { config, inputs, rowOrder, within, chosen = {} }: RunResult,
): Verdict {
  const sample = [...sampleDetail(inputs, chosen), ...exploratoryDetail(chosen)];
  const order: VerdictDetail[] = rowOrder === null ? [] : [{ kind: 'row-order', values: rowOrder }];
  if (config.profile === 'evidently') {
    const { overall, detail } = evidentlyVerdict(columns);
    return exploratoryVerdict(unwordedVerdict(overall, [...sample, ...detail]), chosen);
  }
  const overall = overallVerdict(columns.flatMap(judged));
  const parts = headlineParts({ columns, counts: overall.counts, performance });
  const strata = within ? withinPart(within, inputs.current?.rowsUsed ?? 0) : [];
  const detail = [...sample, ...order, ...withinDetail(within), ...chanceDetail(columns, config)];
  return exploratoryVerdict(unwordedVerdict({ ...overall, parts: [...parts, ...strata] }, detail), chosen);
}

const exploratoryDetail = ({ filter }: ChosenRows): VerdictDetail[] =>
  filter === undefined ? [] : [{ kind: 'exploratory', values: {} }];

/** Rows that a filter chose were mostly chosen after looking: what is found among them is a question to new data. */
const exploratoryVerdict = (verdict: Verdict, { filter }: ChosenRows): Verdict =>
  filter === undefined
    ? verdict
    : {
        ...verdict,
        parts: [...(verdict.parts ?? []), unworded<VerdictPart>({ kind: 'exploratory', values: {} })],
        exploratory: true,
      };

const withinDetail = (within: RunResult['within']): VerdictDetail[] =>
  within ? [{ kind: 'within', values: within }] : [];

const judged = (column: ReportColumn): Judged[] =>
  column.drift === null ? [] : [{ name: column.name, state: column.drift.state, strength: strength(column) }];

function datasetDrift(columns: readonly ReportColumn[], alpha: number): NonNullable<Report['dataset']['drift']> {
  const tested = columns.filter(({ drift }) => drift !== null && drift.state !== 'notTested').length;
  const drifted = columns.filter(({ drift }) => drift?.state === 'changed').length;
  const withEvidence = columns.filter(({ drift }) => drift?.evidence !== undefined).length;
  return { share: tested === 0 ? 0 : drifted / tested, drifted, tested, expectedByChance: alpha * withEvidence };
}

/** The verdict on one file alone. */
function qualityVerdict({ inputs, chosen = {} }: RunResult, found: readonly Finding[]): Verdict {
  const findings = found.filter(({ severity }) => severity !== 'low').length;
  const values = { rows: inputs.current?.rowsUsed ?? 0, columns: inputs.current?.columns ?? 0, findings };
  const said = { kind: 'quality', values } as const;
  const overall: Overall = { state: 'qualityOnly', summary: said, parts: [said], counts: countStates([]) };
  return unwordedVerdict(overall, sampleDetail(inputs, chosen));
}
