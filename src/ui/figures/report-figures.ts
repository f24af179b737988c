import type { Report } from '../../facts/document/document.ts';
import { sectionsOf } from '../sections/sections.ts';
import type { FigureGroup } from './report-figure.ts';

/** Every figure that a report can show, by section, in the order of the page; each once. */
export const figuresOf = (report: Report): FigureGroup[] =>
  sectionsOf(report)
    .flatMap(({ figures }) => figures?.(report) ?? [])
    .filter(({ figures }) => figures.length > 0);
