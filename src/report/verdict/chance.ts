import type { Config } from '../../facts/settings/settings.ts';
import type { ReportColumn } from '../../facts/document/document.ts';
import type { VerdictDetail } from '../../facts/statements/verdict.ts';

/** What was tested, what chance alone would have flagged, and what remains after correction and by size. */
export function chanceDetail(columns: readonly ReportColumn[], { alpha }: Config): VerdictDetail[] {
  const drifts = columns.flatMap(({ drift }) => (drift?.evidence === undefined ? [] : [drift]));
  const tested = drifts.length;
  if (tested === 0) return [];
  const countOf = (keep: (drift: (typeof drifts)[number]) => boolean): number => drifts.filter(keep).length;
  const values = {
    ...{ tested, alpha, expected: alpha * tested },
    raw: countOf(({ evidence }) => (evidence?.pValue ?? 1) < alpha),
    corrected: countOf(({ evidence }) => (evidence?.qValue ?? 1) < alpha),
    changed: countOf(({ state }) => state === 'changed'),
  };
  return [{ kind: 'chance', values }];
}
