import * as v from 'valibot';
import { count, optional, record } from './record.ts';
import { statementsOf } from '../statements/statement.ts';
import { verdictDetailValues, verdictSummaryValues, type VerdictPart } from '../statements/verdict.ts';

/** In the order in which they ask for attention. */
export const driftState = v.picklist([
  'changed',
  'moved',
  'insufficient',
  'stable',
  'calendar',
  'identical',
  'notTested',
]);
export type DriftState = v.InferOutput<typeof driftState>;

/** Documents of 0.1 know fewer states. */
const laterCount = v.optional(count, 0);

/** A part of the headline: one sentence. */
const verdictPart = record({
  kind: v.string() as unknown as v.GenericSchema<VerdictPart['kind']>,
  values: v.looseObject({}),
  text: v.string(),
});

export const verdict = record({
  /** "qualityOnly" for one file alone. */
  state: v.picklist([...driftState.options, 'qualityOnly']),
  /** What is said first, in one to a few sentences: those of `parts`. Absent in documents of 0.1. */
  headline: optional(v.string()),
  /** The model, then columns that emptied, changed or moved, then what cannot be said. */
  parts: optional(v.array(verdictPart)),
  /** How many columns are in which state, in one sentence. */
  summary: v.string(),
  /** What was tested, what chance alone would have flagged, and what remains after correction; absent where nothing was tested. */
  detail: optional(v.string()),
  statements: optional(
    record({ summary: statementsOf(verdictSummaryValues), detail: v.array(statementsOf(verdictDetailValues)) }),
  ),
  /** Present where a filter chose the rows, as a person does who has looked at them before. */
  exploratory: optional(v.literal(true)),
  counts: record({
    ...{ changed: count, moved: laterCount, insufficient: count, stable: count },
    ...{ calendar: laterCount, identical: laterCount, notTested: count },
  }),
});
export type Verdict = v.InferOutput<typeof verdict>;
