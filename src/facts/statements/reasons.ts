import * as v from 'valibot';
import { amountSchema } from './effect-units.ts';
import { columnVerdictValues } from './column-verdict.ts';
import { noDateSchema } from './since.ts';
import { quoteSchema, statementIn, type StatementOf, type ValuesOf } from './statement.ts';

const n = v.number();
const pair = v.object({ reference: n, current: n });

/** Why a score of Evidently's sees drift where the calibrated rule sees none, or the other way round; `all-rows`: it does not look within other columns. */
export const disagreementCause = v.variant('cause', [
  v.object({ cause: v.literal('outliers'), rows: n }),
  v.object({
    cause: v.picklist(['all-rows', 'no-minimum', 'dependent-rows', 'no-correction', 'other-differences', 'threshold']),
  }),
  v.object({ cause: v.literal('no-chance'), rows: pair }),
]);

/** What would have to be different for another state. */
export const counterfactual = v.variant('change', [
  /** It would not count as changed if only changes above this mattered. */
  v.object({ change: v.literal('larger-minimum'), effect: amountSchema }),
  v.object({ change: v.literal('more-rows'), rows: n }),
  /** `rate`: it changed in a rare level alone. `evidence`: it moved, and more rows or a longer reference could say whether that is more than chance. */
  v.object({ change: v.picklist(['other-rows', 'nothing', 'evidence', 'rate']) }),
  v.object({ change: v.literal('smaller-minimum'), effect: amountSchema }),
  v.object({ change: v.literal('larger-alpha'), alpha: n }),
  v.object({ change: v.literal('smaller-minimum-and-larger-alpha'), effect: amountSchema, alpha: n }),
]);

/** The steps by which a column gets its state. */
export const reasonValues = {
  effect: v.object({ effect: amountSchema, minimum: amountSchema, reaches: v.boolean() }),
  /** A level that became at least twice, or at most half, as frequent: its shares of the rows. */
  rate: v.object({ level: quoteSchema, before: n, after: n, qValue: n }),
  evidence: v.object({ pValue: n, qValue: n, alpha: n, holds: v.boolean() }),
  /** `dependent` where rows count as fewer than there are. */
  sizes: v.object({
    rows: pair,
    effectiveSize: pair,
    pValueIndependent: n,
    dependent: v.boolean(),
    tooFew: v.boolean(),
  }),
  /** `alone` where the change lives in outlying rows alone. */
  outliers: v.object({ low: n, high: n, effectWithout: amountSchema, alone: v.boolean() }),
  /** The smallest change that would be seen (null: none), beside the one that must be seen for an answer. */
  resolution: v.object({ detectable: v.nullable(amountSchema), needed: amountSchema, enough: v.boolean() }),
  /** What stretches of the reference differ by; `windows` of them. */
  yardstick: v.object({ effect: amountSchema, windows: n, exceeded: v.boolean() }),
  /** The effect within other columns beside that over all rows; rows of both files in strata that are left out. */
  within: v.object({
    columns: v.array(v.string()),
    ...{ strata: n, effect: amountSchema, whole: amountSchema },
    leftOut: v.object({ strata: n, reference: n, current: n }),
  }),
  /** What numbers that were counted in bins leave open: the most that the effect and the largest gap of the curves can be. `coarse`: that decides the state. */
  bins: v.object({ effect: amountSchema, atMost: amountSchema, gap: n, gapAtMost: n, coarse: v.boolean() }),
  /** P-values with twice and half as many independent rows, where stretches of time tell roughly how many there are. `decides`: the state would be another. */
  worth: v.object({ doubled: n, halved: n, decides: v.boolean() }),
  /** Rows without a value, as shares of all rows, and how likely so clear a rise is by chance (null: not tested). */
  emptied: v.object({ before: n, after: n, qValue: v.nullable(n) }),
  /** Why it is not told since when. */
  'no-date': noDateSchema,
  /** Why the other profile says something else. */
  profiles: v.object({ score: columnVerdictValues.score, disagreement: disagreementCause }),
  /** Evidently's score, where its rule is in force. */
  score: columnVerdictValues.score,
  /** What the calibrated rule says, where Evidently's is in force. */
  calibrated: v.object({ verdict: statementIn(columnVerdictValues) }),
  counterfactual,
} as const;

export type ReasonValues = ValuesOf<typeof reasonValues>;
export type ReasonKind = keyof ReasonValues;
export type ReasonStatement = StatementOf<ReasonValues> & {
  /** Whether it speaks for a change; null where it speaks for neither. */
  supportsChange: boolean | null;
};

/** A step of a document; `kind` and `values` are absent in documents of versions that had none. */
export type Reason = { supportsChange: boolean | null; text: string } & (
  { kind?: undefined; values?: undefined } | StatementOf<ReasonValues>
);
