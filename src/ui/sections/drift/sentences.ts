import type { Report } from '../../../facts/document.ts';
import { counted } from '../../../words/en/grammar.ts';
import { count, share } from '../../../words/format.ts';

export function driftLead(report: Report): string | undefined {
  const { drift } = report.dataset;
  if (!drift || drift.tested === 0) return undefined;
  return `${count(drift.drifted)} of ${counted(drift.tested, 'tested column')} changed (${share(drift.share)}). Open a row for the picture, the reason and the statistic.`;
}

export function shownSentence(shown: number, all: number): string {
  return shown === all ? counted(all, 'column') : `${count(shown)} of ${counted(all, 'column')}`;
}
