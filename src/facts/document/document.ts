import * as v from 'valibot';
import { roleReasonValues, typeReasonValues } from '../statements/column-reasons.ts';
import { columnVerdictValues, stepValues, withinSentenceValues } from '../statements/column-verdict.ts';
import { columnQuality, columnSchema, datasetQuality } from './columns.ts';
import type { ConditionStatement } from '../statements/condition-statements.ts';
import { binScore, correlationMatrix, cumulative, distribution, overTime } from './distribution.ts';
import { score } from './drift.ts';
import { outliers } from './outliers.ts';
import { calendar, effect, evidence, minimumDetectableEffect, within, yardstick } from './comparison.ts';
import { SEVERITIES, type Finding } from '../statements/findings.ts';
import { moveSchema } from '../statements/moves.ts';
import {
  modelNoteValues,
  modelSummaryValues,
  notMeasuredValues,
  taskReasonValues,
} from '../statements/model-statements.ts';
import { notTestedValues } from '../statements/not-tested.ts';
import { measured, notMeasured } from './performance.ts';
import type { Reason } from '../statements/reasons.ts';
import { count, names, optional, record } from './record.ts';
import type { Config } from '../settings/settings.ts';
import { perSide, side } from './side.ts';
import { reportWithin } from './within.ts';
import { where } from './where.ts';
import { cost } from './cost.ts';
import { segmentTable } from './segments.ts';
import type { Advice } from '../statements/advice.ts';
import type { ChosenRows } from '../statements/chosen-rows.ts';
import { sinceValues } from '../statements/since.ts';
import { quoteSchema, statementsOf } from '../statements/statement.ts';
import { reportInput } from './inputs.ts';
import { driftState, verdict } from './verdict.ts';

/*
 * The report document. Its names are a promise to scripts: see docs/report-format.md and public/plumbline-report.schema.json.
 * Texts stand beside what they say as kind and values: in the same object where it is one statement (`kind`, `values`,
 * `text`), else under `statements` by the name of the text. Both are absent in documents of versions that had none.
 */

/** A limit that a number must keep. "unknown" where the report does not have the number. */
export const condition = record({
  id: v.string(),
  status: v.picklist(['pass', 'fail', 'unknown']),
  /** One sentence with the number that decides. */
  text: v.string(),
  kind: optional(v.string() as unknown as v.GenericSchema<ConditionStatement['kind']>),
  values: optional(v.looseObject({}) as unknown as v.GenericSchema<ConditionStatement['values']>),
});
export type Condition = v.InferOutput<typeof condition>;

const finding = record({
  kind: v.string(),
  severity: v.picklist(SEVERITIES),
  /** What the sentence is made of. */
  values: optional(v.looseObject({})),
  /** One sentence with its number. */
  text: v.string(),
  column: optional(v.string()),
  side: optional(side),
  /** The number that the sentence states (a share or a count), for sorting and for scripts. */
  value: optional(v.number()),
  /** How many rows there are to review. */
  rows: optional(count),
  /** How likely as much is where nothing changed, corrected for all findings that are tested; absent for those that are not. */
  qValue: optional(v.number()),
}) as unknown as v.GenericSchema<Finding>;
export type { Finding } from '../statements/findings.ts';

/** A step on the way to a state: what is so, and whether it speaks for a change (null: it speaks for neither). */
const reason = record({
  kind: optional(v.string()),
  values: optional(v.looseObject({})),
  text: v.string(),
  supportsChange: v.nullable(v.boolean()),
}) as unknown as v.GenericSchema<Reason>;
export type { Reason } from '../statements/reasons.ts';

/** A distance over the bins of the picture, and about what chance alone makes where nothing changed. */
export const binnedScore = record({ method: binScore.entries.method, value: v.number(), expectedByChance: v.number() });
export type BinnedScore = v.InferOutput<typeof binnedScore>;

export const reportDrift = record({
  state: driftState,
  /** One sentence: why this state. */
  text: v.string(),
  /** Present for notTested only. */
  reason: optional(v.string()),
  statements: optional(
    record({
      text: statementsOf(columnVerdictValues),
      reason: optional(statementsOf(notTestedValues)),
      /** What stands behind the sentence where the column is compared within others. */
      within: optional(statementsOf(withinSentenceValues)),
      /** Since when, where its level steps. */
      step: optional(statementsOf(stepValues)),
    }),
  ),
  effect: optional(record({ ...effect.entries, threshold: v.number() })),
  evidence: optional(evidence),
  minimumDetectableEffect: optional(minimumDetectableEffect),
  /** In which way the column differs. */
  move: optional(moveSchema),
  yardstick: optional(yardstick),
  calendar: optional(calendar),
  within: optional(within),
  /** The rule as a chain of facts, then what would have to be different for another state. Empty where nothing was tested. */
  why: v.array(reason),
  outliers: optional(outliers),
  findings: v.array(finding),
  /** What other profiles say. */
  scores: v.array(score),
  /** Distances on the picture's own bins; absent where nothing was tested. */
  binnedScores: optional(v.array(binnedScore)),
});
export type ReportDrift = v.InferOutput<typeof reportDrift>;

const { name, type, role, typeReason, roleReason, presentIn } = columnSchema.entries;

export const reportColumn = record({
  ...{ name, type, role, typeReason, roleReason, presentIn },
  statements: optional(
    record({ typeReason: statementsOf(typeReasonValues), roleReason: statementsOf(roleReasonValues) }),
  ),
  quality: perSide(columnQuality),
  /** Null for one file alone, and while a run has not come to the column. */
  drift: v.nullable(reportDrift),
  distribution: v.nullable(distribution),
  cumulative: v.nullable(cumulative),
  overTime: v.nullable(overTime),
  /** Of categories that changed or moved: the category whose share tells it, and that share of the rows with a value. */
  levelOverTime: optional(record({ level: quoteSchema, ...overTime.entries })),
  /** The share of rows without a value, where it changed, and since when. */
  missingOverTime: optional(record({ ...overTime.entries, dating: statementsOf(sinceValues) })),
});
export type ReportColumn = v.InferOutput<typeof reportColumn>;

/** How good the model is, in words and numbers. */
export const reportPerformance = v.variant('state', [
  record({
    ...notMeasured.entries,
    summary: v.string(),
    statements: optional(
      record({ summary: statementsOf(modelSummaryValues), reason: statementsOf(notMeasuredValues) }),
    ),
  }),
  record({
    ...measured.entries,
    /** One sentence. */
    summary: v.string(),
    statements: optional(
      record({
        summary: statementsOf(modelSummaryValues),
        taskReason: statementsOf(taskReasonValues),
        notes: v.array(statementsOf(modelNoteValues)),
      }),
    ),
    /** What the two files are called here: two periods, or two models. */
    names: record({ reference: v.string(), current: v.string() }),
    findings: v.array(finding),
  }),
]);
export type ReportPerformance = v.InferOutput<typeof reportPerformance>;

/** The settings of a run are checked when it starts; of a document that comes from a file only what the screen needs is. */
const config = record({ profile: v.string(), alpha: v.number() }) as unknown as v.GenericSchema<Config>;

/** Which rows were taken, in one sentence and as what it is made of. */
const chosenRows = <Kind extends ChosenRows['kind']>(kind: Kind) =>
  record({ kind: v.literal(kind), values: v.looseObject({}), text: v.string() }) as unknown as v.GenericSchema<
    ChosenRows & { kind: Kind; text: string }
  >;

/** What to do now, in one sentence, and where the facts stand that it rests on. */
const advice = record({
  kind: v.string(),
  values: v.looseObject({}),
  text: v.string(),
  restsOn: v.array(record({ section: v.string(), column: optional(v.string()), finding: optional(v.string()) })),
}) as unknown as v.GenericSchema<Advice>;

export const reportSchema = record({
  format: v.literal('plumbline-report/2'),
  createdAt: v.string(),
  app: record({ name: v.literal('plumbline'), version: v.string() }),
  inputs: perSide(reportInput),
  config,
  verdict,
  /** At most three, what matters most first; absent where the facts bear none. */
  advice: optional(v.array(advice)),
  /** Present where the report is made of some rows only: those that meet these conditions. */
  filter: optional(chosenRows('filter')),
  /** Present where one file was split in two. */
  split: optional(chosenRows('split')),
  /** Present where columns are compared within the rows that are alike in others. */
  within: optional(reportWithin),
  columns: v.array(reportColumn),
  dataset: record({
    quality: perSide(datasetQuality),
    /** Null for one file alone. */
    drift: v.nullable(record({ share: v.number(), drifted: count, tested: count, expectedByChance: v.number() })),
    findings: v.array(finding),
  }),
  correlations: v.array(correlationMatrix),
  /** Null where there is no model to measure, and while a run has not come to it. */
  performance: v.optional(v.nullable(reportPerformance), null),
  /** What the model's errors cost; absent where no cost is set. */
  cost: optional(cost),
  /** Where rows stand out, and since when; absent in documents of version 0.1, null where nothing was looked for. */
  where: optional(v.nullable(where)),
  /** Present where summary files were counted by segment. */
  segments: optional(segmentTable),
  /** The limits that the config sets, and whether they are kept; empty while a run is under way. */
  conditions: v.optional(v.array(condition), []),
  /** Columns that a set-up names and no file has. */
  unmatchedColumns: v.optional(names, []),
  timings: record({ loadMs: v.number(), analysisMs: v.number() }),
});
export type Report = v.InferOutput<typeof reportSchema>;
