import type { Report } from '../../report/document.ts';

export interface SectionLink {
  id: 'overview' | 'quality' | 'drift' | 'correlations';
  name: string;
}

export const isAlone = (report: Report) => report.inputs.reference === undefined;

/** The sections that a report has; one file alone has nothing to drift from. */
export function sectionsOf(report: Report): SectionLink[] {
  return [
    { id: 'overview', name: 'Overview' },
    { id: 'quality', name: 'Data quality' },
    ...(isAlone(report) ? [] : [{ id: 'drift', name: 'Drift' } as const]),
    { id: 'correlations', name: 'Correlations' },
  ];
}

/** The last section whose top has passed the reading line; at the page's end the last one. */
export function sectionAt(tops: readonly { id: string; top: number }[], line: number, atEnd: boolean): string | null {
  if (atEnd) return tops.at(-1)?.id ?? null;
  return tops.findLast(({ top }) => top <= line)?.id ?? tops[0]?.id ?? null;
}
