import type { Config } from '../../facts/settings.ts';
import type { ReportColumn, Verdict } from '../../facts/document.ts';
import { counted, number } from '../words.ts';

/** What was tested, what luck alone would have flagged, and what remains after correction and by size. */
export function luckSentence(columns: readonly ReportColumn[], { alpha }: Config): Pick<Verdict, 'detail'> {
  const tested = columns.flatMap(({ drift }) => (drift?.evidence === undefined ? [] : [drift]));
  if (tested.length === 0) return {};
  const of = (keep: (drift: (typeof tested)[number]) => boolean): number => tested.filter(keep).length;
  const raw = of(({ evidence }) => (evidence?.pValue ?? 1) < alpha);
  const corrected = of(({ evidence }) => (evidence?.qValue ?? 1) < alpha);
  const changed = of(({ state }) => state === 'changed');
  const luck = `Of ${counted(tested.length, 'tested column')}, luck alone would put about ${number(alpha * tested.length)} below p = ${number(alpha)}`;
  return {
    detail: `${luck}; ${number(raw)} ${raw === 1 ? 'is' : 'are'}. ${number(corrected)} ${corrected === 1 ? 'remains' : 'remain'} after correction, and ${number(changed)} of these changed by enough to matter.`,
  };
}
