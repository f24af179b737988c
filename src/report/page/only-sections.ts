import type { Report } from '../../facts/document/document.ts';
import { SHOWN_IN, type SectionId } from '../../facts/sections.ts';
import { findingsAbout } from '../findings/findings.ts';

const aboutModel = new Set(findingsAbout('model').map(({ kind }) => kind));

/**
 * The document without what only sections left out would show: the model's part, where rows stand out, the matrices, and advice that rests on them. Figures of columns stay
 * in it, as the verdict rests on them.
 */
export function onlySections(report: Report, sections: readonly SectionId[]): Report {
  const isShown = (part: keyof typeof SHOWN_IN): boolean => SHOWN_IN[part].some((id) => sections.includes(id));
  const model = isShown('performance');
  const findings = report.dataset.findings.filter(({ kind }) => model || !aboutModel.has(kind));
  const { segments, cost, advice = [], ...others } = report;
  const told = advice.filter(({ restsOn }) => restsOn.every(({ section }) => sections.includes(section)));
  return {
    ...others,
    ...(segments !== undefined && isShown('segments') && { segments }),
    ...(cost !== undefined && isShown('cost') && { cost }),
    ...(told.length > 0 && { advice: told }),
    dataset: { ...report.dataset, findings },
    performance: model ? report.performance : null,
    ...(report.where !== undefined && { where: isShown('where') ? report.where : null }),
    correlations: isShown('correlations') ? report.correlations : [],
  };
}
