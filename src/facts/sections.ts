/** The parts of a report that may be left out of a file; the overview is always in. */
export const SECTIONS = ['quality', 'drift', 'target', 'performance', 'correlations'] as const;
export type SectionId = (typeof SECTIONS)[number];
