import * as v from 'valibot';
import { sampleSchema } from '../settings/read-options.ts';
import type { StatementOf, ValuesOf } from './statement.ts';

const n = v.number();
const noValues = v.object({});
const share = v.object({ changed: n, tested: n, share: n });

/** The sentence about the whole. */
export const verdictSummaryValues = {
  'nothing-compared': noValues,
  changed: v.object({ changed: n, tested: n, most: v.string() }),
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
    files: v.array(
      v.object({ side: v.picklist(['reference', 'current']), used: n, rows: n, sample: v.nullable(sampleSchema) }),
    ),
  }),
  /** Columns below α before correction, after it, and changed by enough to matter. */
  chance: v.object({ tested: n, alpha: n, expected: n, raw: n, corrected: n, changed: n }),
  /** Evidently's rule corrects nothing. */
  'evidently-rule': noValues,
} as const;

export type VerdictSummaryValues = ValuesOf<typeof verdictSummaryValues>;
export type VerdictSummary = StatementOf<VerdictSummaryValues>;
export type VerdictDetailValues = ValuesOf<typeof verdictDetailValues>;
export type VerdictDetail = StatementOf<VerdictDetailValues>;
