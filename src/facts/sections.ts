/** The sections of a report, in their order on the page. */
export const SECTIONS = ['overview', 'quality', 'drift', 'target', 'performance', 'correlations', 'data'] as const;
export type SectionId = (typeof SECTIONS)[number];

/** Those that may be left out of a file; the overview is always in. */
export const OPTIONAL_SECTIONS = SECTIONS.filter((id) => id !== 'overview');
