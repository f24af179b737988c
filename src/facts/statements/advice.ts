import * as v from 'valibot';
import { cellKind } from '../document/columns.ts';
import { side } from '../document/side.ts';
import { searchBasis, segment } from '../document/where.ts';
import { clockPart } from '../slice.ts';
import type { FindingKind } from './findings.ts';
import { stepSchema } from './since.ts';
import { statementIn, type StatementOf, type ValuesOf } from './statement.ts';
import { verdictPartValues } from './verdict.ts';
import type { SectionId } from '../sections.ts';

const n = v.number();
const noValues = v.object({});
const shares = v.object({ before: n, after: n });
const cells = v.object({ cells: n });

/** What speaks for a broken column, by the kind of the finding that tells it. */
export const problemValues = {
  emptied: shares,
  'only-in-one-file': noValues,
  'type-change': v.object({ reference: cellKind, current: cellKind }),
  constant: noValues,
  unreadable: cells,
  infinite: cells,
  'leading-zeros-lost': noValues,
  missing: shares,
  'out-of-range': v.object({ rows: n, low: n, high: n }),
  outliers: v.object({ rows: n, low: n, high: n }),
} as const satisfies Partial<Record<FindingKind, v.GenericSchema>>;
export type ProblemValues = ValuesOf<typeof problemValues>;
export type Problem = StatementOf<ProblemValues>;

/** A measure that the model's error is, in both files. */
const grown = { metric: v.string(), reference: n, current: n };
/** How much of the difference comes from another mix of rows by a column (or a part of the clock), and how much from rows that are alike in it. */
const splitBy = v.object({ column: v.string(), part: v.exactOptional(clockPart), mix: n, within: n });
/** Whether there is something to check before. */
const later = v.boolean();

/** What to do now, and what each sentence is made of; in the order in which it is told. */
export const adviceValues = {
  /** Something is wrong with a column where it comes from; `others` have such findings too. */
  'check-data': v.object({
    column: v.string(),
    problem: statementIn(problemValues),
    /** Since when its level, or its share of missing cells, is another. */
    step: v.exactOptional(stepSchema),
    others: v.object({ count: n, named: v.array(v.string()) }),
  }),
  /** A guess that uses no column does better than the model. */
  'avoid-model': verdictPartValues['model-naive'],
  /** Of two models. */
  'choose-model': v.object({ better: side, ...grown }),
  /** The error grew among rows that are alike. `split` is null where no column's mix explains more than chance, and absent where nothing was split. */
  retrain: v.object({
    ...grown,
    split: v.exactOptional(v.nullable(splitBy)),
    /** The column to which the target relates in another way. */
    relation: v.nullable(v.string()),
    /** Whether no input changed or moved. */
    sameInputs: v.boolean(),
    later,
  }),
  /** The error grew because there are more rows of a kind on which it always was large. */
  'weigh-rows': v.object({ ...grown, split: splitBy, later }),
  /** Where most of the growth of the error lies. */
  'look-at-rows': v.object({ segment, basis: searchBasis }),
  /** How many more rows would be enough to say whether a column changed. */
  'collect-rows': v.object({ column: v.string(), lacking: v.object({ reference: n, current: n }) }),
  keep: v.object({ model: v.boolean(), identical: v.boolean() }),
} as const;

export type AdviceValues = ValuesOf<typeof adviceValues>;
export type AdviceKind = keyof AdviceValues;

/** Where the report holds a fact that advice rests on: a section, in it a column, and the kind of the finding. */
export interface AdviceBasis {
  section: SectionId;
  column?: string;
  finding?: FindingKind;
}

/** Advice before it is put into words. */
export type AdviceStatement = StatementOf<AdviceValues> & { restsOn: AdviceBasis[] };

/** Advice of a document. */
export type Advice = AdviceStatement & { text: string };
