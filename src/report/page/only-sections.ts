import type { Report } from '../../facts/document/document.ts';
import type { SectionId } from '../../facts/sections.ts';
import { findingsAbout } from '../findings/findings.ts';

const aboutModel = new Set(findingsAbout('model').map(({ kind }) => kind));

/**
 * The document without what only sections left out would show: the model's part, and the matrices. Figures of columns stay
 * in it, as the verdict rests on them.
 */
export function onlySections(report: Report, sections: readonly SectionId[]): Report {
  const model = sections.includes('performance');
  const matrices = sections.includes('correlations') || sections.includes('target');
  const findings = report.dataset.findings.filter(({ kind }) => model || !aboutModel.has(kind));
  return {
    ...report,
    dataset: { ...report.dataset, findings },
    performance: model ? report.performance : null,
    correlations: matrices ? report.correlations : [],
  };
}
