import * as v from 'valibot';
import { reportWithin } from '../document/within.ts';
import { stepSchema } from './since.ts';
import { moveSchema } from './moves.ts';
import { sampleSchema } from '../settings/read-options.ts';
import type { StatementOf, ValuesOf } from './statement.ts';
import { overall } from '../document/performance.ts';
import { side } from '../document/side.ts';
import { ROW_ORDERS } from '../settings/choices.ts';

const n = v.number();
const noValues = v.object({});
const share = v.object({ changed: n, tested: n, share: n });

const movedColumn = {
  name: v.string(),
  move: v.nullable(moveSchema),
  /** Present where its level steps over time. */
  step: v.exactOptional(stepSchema),
};

const columns = v.object({
  /** How many there are, of how many that were compared. */
  count: n,
  tested: n,
  /** Whether these are the columns beside a target that was spoken of. */
  other: v.exactOptional(v.boolean()),
  /** Those that moved farthest, the farthest first. */
  named: v.array(v.object(movedColumn)),
});

/**
 * What all measures together say of the model, with the one that leads, and whether that one got better. `within`: a measure within the
 * rows that are alike in some columns; `change` is then that there.
 */
const comparedModel = v.object({
  change: overall.entries.state,
  ...{ metric: v.string(), reference: n, current: n, relative: v.nullable(n), leadBetter: v.boolean() },
  /** Whether a measure that is no more than noise differs by as much as would matter. */
  moved: v.exactOptional(v.boolean()),
  /** Since when the error has another level, and whether that is a larger one. */
  dating: v.exactOptional(v.object({ measure: v.string(), larger: v.boolean(), step: stepSchema })),
  within: v.exactOptional(
    v.object({ columns: v.array(v.string()), metric: v.string(), reference: n, current: n, relative: v.nullable(n) }),
  ),
});

/** What the headline is made of, the model first. */
export const verdictPartValues = {
  'nothing-compared': noValues,
  /** Every column that was compared holds the same values; `others` were not compared. */
  identical: v.object({ columns: n, others: n }),
  /** One model in two periods. */
  model: comparedModel,
  /** Two models: the change from the first to the second. */
  models: comparedModel,
  /** Worse than a guess that uses no column: the median of the target (`naive` is its error), or chance for classes. */
  'model-naive': v.object({
    ...{ metric: v.string(), value: n, naive: v.nullable(n) },
    ...{ side, twoModels: v.boolean() },
  }),
  /** Columns without values in most rows now, with the shares of such rows. */
  emptied: v.object({
    count: n,
    named: v.array(v.object({ name: v.string(), before: n, after: n, step: v.exactOptional(stepSchema) })),
  }),
  /** What the model is to predict, before all other columns. */
  target: v.object({ state: v.picklist(['changed', 'moved']), ...movedColumn }),
  changed: columns,
  moved: columns,
  /** Nothing changed or moved in these. */
  unchanged: v.object({ count: n, tested: n }),
  /** Little could have been seen in these. */
  insufficient: v.object({ count: n, tested: n }),
  /** Columns are compared within these; current rows for which the reference has none alike, of so many. */
  within: v.object({ columns: v.array(v.string()), leftOut: n, rows: n }),
  /** A filter chose the rows. */
  exploratory: noValues,
  ...{ 'evidently-drifted': share, 'evidently-not-drifted': share },
  /** One file alone. */
  quality: v.object({ rows: n, columns: n, findings: n }),
} as const;

/** The sentence that counts the columns. */
export const verdictSummaryValues = {
  'nothing-compared': noValues,
  changed: v.object({ changed: n, moved: n, tested: n, most: v.string() }),
  moved: v.object({ moved: n, tested: n, most: v.string() }),
  identical: v.object({ tested: n }),
  stable: v.object({ stable: n, tested: n, insufficient: n }),
  insufficient: v.object({ tested: n }),
  'evidently-drifted': share,
  'evidently-not-drifted': share,
  /** One file alone. */
  quality: v.object({ rows: n, columns: n, findings: n }),
} as const;

/** What stands below it, one sentence each. */
export const verdictDetailValues = {
  /** The report rests on a sample of these files. */
  sample: v.object({
    files: v.array(v.object({ side, used: n, rows: n, sample: v.nullable(sampleSchema) })),
  }),
  /** In which order rows may depend on their neighbours: of a column of times or of the file, of each machine by itself where a column tells them apart; "none" where they count in full. */
  'row-order': v.object({
    by: v.picklist(ROW_ORDERS),
    timeColumn: v.nullable(v.string()),
    machine: v.nullable(v.string()),
  }),
  /** A filter chose the rows. */
  exploratory: noValues,
  /** What columns are compared within: see `ReportWithin`. */
  within: reportWithin,
  /** Columns below α before correction, after it, and changed by enough to matter. */
  chance: v.object({ tested: n, alpha: n, expected: n, raw: n, corrected: n, changed: n }),
  /** Evidently's rule corrects nothing. */
  'evidently-rule': noValues,
} as const;

export type VerdictPartValues = ValuesOf<typeof verdictPartValues>;
export type VerdictPart = StatementOf<VerdictPartValues>;
export type VerdictSummaryValues = ValuesOf<typeof verdictSummaryValues>;
export type VerdictSummary = StatementOf<VerdictSummaryValues>;
export type VerdictDetailValues = ValuesOf<typeof verdictDetailValues>;
export type VerdictDetail = StatementOf<VerdictDetailValues>;
