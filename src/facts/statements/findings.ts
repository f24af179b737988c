import * as v from 'valibot';
import { stepSchema } from './since.ts';
import { quoteSchema, type StatementOf, type ValuesOf } from './statement.ts';
import { cellKind } from '../document/columns.ts';
import { task } from '../document/performance.ts';
import { side, type Side } from '../document/side.ts';

const n = v.number();
const range = v.object({ min: n, max: n });
/** `before`: as many in the reference, where both files hold some. */
const cells = v.object({ side, cells: n, before: v.exactOptional(n) });
const categories = v.object({ count: n, names: v.array(quoteSchema) });
/** `both` where it is so in both files. */
const columns = v.object({ columns: v.array(v.string()), both: v.exactOptional(v.boolean()) });

/** Every kind of finding, each with the values that its sentence is made of. */
export const findingValues = {
  'only-in-one-file': v.object({ name: v.string(), side }),
  'type-change': v.object({ reference: cellKind, current: cellKind }),
  /** The share of rows without a value, the larger of both files; `change` where it changed by more than chance. */
  missing: v.object({
    share: n,
    change: v.nullable(v.object({ before: n, after: n, qValue: n, step: v.exactOptional(stepSchema) })),
    /** The shares of both files, where they are not told apart. */
    shares: v.exactOptional(v.object({ reference: n, current: n })),
  }),
  /** Most rows have no value where most had one: shares of rows without a value. */
  emptied: v.object({ before: n, after: n }),
  /** Decimals of the values; null for more than nine. */
  decimals: v.object({ reference: v.nullable(n), current: v.nullable(n) }),
  unreadable: cells,
  infinite: cells,
  /** `before` says whether the reference varies; null for one file alone. */
  constant: v.object({ value: quoteSchema, before: v.nullable(v.picklist(['constant', 'varies'])) }),
  'almost-constant': v.object({ share: n, value: quoteSchema }),
  /** Codes with leading zeros that the file `side` has without; `all` where the report names every value of the column. */
  'leading-zeros-lost': v.object({ side, codes: n, rows: n, all: v.boolean(), code: quoteSchema, bare: quoteSchema }),
  /** Categories that are written in several ways, and the ways of the first, the most frequent one first. */
  spellings: v.object({ categories: n, names: v.array(quoteSchema) }),
  'new-categories': categories,
  'vanished-categories': categories,
  /** `rows`: current values below and above the reference's. */
  'out-of-range': v.object({
    ...{ reference: range, current: range },
    rows: v.exactOptional(v.object({ below: n, above: n })),
  }),
  outliers: v.object({
    ...{ rows: n, share: n, low: n, high: n },
    farthest: v.nullable(v.object({ value: quoteSchema, row: quoteSchema, id: v.exactOptional(quoteSchema) })),
  }),
  /** `before`: in the reference, where both files are looked at. */
  'duplicate-rows': v.object({ rows: n, share: n, before: v.exactOptional(v.object({ rows: n, share: n })) }),
  'empty-rows': v.object({ rows: n, before: v.exactOptional(n) }),
  'empty-columns': columns,
  'duplicate-columns': columns,
  'probability-outside': v.object({ side, count: n }),
  'probability-sum': v.object({ side, rows: n }),
  /** The model is worse than a guess without any column: the median (`naive` is its error), or chance for classes (null). */
  'model-naive': v.object({ metric: v.string(), value: n, naive: v.nullable(n), side, twoModels: v.boolean() }),
  'concept-drift': v.object({
    column: v.string(),
    effect: n,
    task,
  }),
} as const;

export type FindingValues = ValuesOf<typeof findingValues>;
export type FindingKind = keyof FindingValues;
export const FINDING_KINDS = Object.keys(findingValues) as readonly FindingKind[];

export const SEVERITIES = ['high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What holds for a finding of any kind. */
export interface FindingFacts {
  severity: Severity;
  column?: string;
  side?: Side;
  /** The number that the sentence states (a share or a count), for sorting and for scripts. */
  value?: number;
  /** How many rows there are to review. */
  rows?: number;
  /** How likely as much is where nothing changed, corrected for all findings that are tested; absent for those that are not. */
  qValue?: number;
}

/** A finding before it is put into words. */
export type FindingStatement = FindingFacts & StatementOf<FindingValues>;

/** A finding of a document; `values` are absent in documents of versions that had none. */
export type Finding = FindingFacts &
  {
    [Kind in FindingKind]: {
      kind: Kind;
      values?: FindingValues[Kind];
      /** One sentence with its number. */
      text: string;
    };
  }[FindingKind];
