import type { Report, ReportColumn } from '../../facts/document.ts';

export interface SectionLink {
  id: 'overview' | 'quality' | 'drift' | 'target' | 'performance' | 'correlations';
  name: string;
}

export const isAlone = (report: Report) => report.inputs.reference === undefined;

const MODEL_ROLES: readonly ReportColumn['role'][] = ['target', 'prediction', 'probability'];

/** The target, the prediction and the probabilities. */
export const modelColumnsOf = (report: Report): ReportColumn[] =>
  report.columns
    .filter(({ role }) => MODEL_ROLES.includes(role))
    .toSorted((a, b) => MODEL_ROLES.indexOf(a.role) - MODEL_ROLES.indexOf(b.role));

/** The sections that a report has; one file alone has nothing to drift from. */
export function sectionsOf(report: Report): SectionLink[] {
  return [
    { id: 'overview', name: 'Overview' },
    { id: 'quality', name: 'Data quality' },
    ...(isAlone(report) ? [] : [{ id: 'drift', name: 'Drift' } as const]),
    ...(modelColumnsOf(report).length > 0 ? [{ id: 'target', name: 'Target & prediction' } as const] : []),
    ...(report.performance ? [{ id: 'performance', name: 'Performance' } as const] : []),
    { id: 'correlations', name: 'Correlations' },
  ];
}

/** The last section whose top has passed the reading line; at the page's end the last one. */
export function sectionAt(tops: readonly { id: string; top: number }[], line: number, atEnd: boolean): string | null {
  if (atEnd) return tops.at(-1)?.id ?? null;
  return tops.findLast(({ top }) => top <= line)?.id ?? tops[0]?.id ?? null;
}
