import type { Report } from '../../facts/document/document.ts';
import { SECTIONS } from '../../facts/sections.ts';
import type { Section } from './section.ts';

const modules = import.meta.glob<{ section: Section }>('./*/index.ts', { eager: true });

/** Every section, in the order of the page. */
export const sections: readonly Section[] = SECTIONS.map((id) => {
  const module = modules[`./${id}/index.ts`];
  if (module === undefined) throw new RangeError(`No section in ui/sections/${id}/index.ts`);
  return module.section;
});

/** The sections that a report has. */
export const sectionsOf = (report: Report): Section[] => sections.filter(({ appliesTo }) => appliesTo(report));
