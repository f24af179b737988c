/** The sections of a report, in their order on the page. */
export const SECTIONS = [
  'overview',
  'quality',
  'drift',
  'target',
  'performance',
  'cost',
  'where',
  'correlations',
  'data',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** The overview is in every file; all others may be left out of one. */
export const isOptional = (id: SectionId): boolean => id !== 'overview';
export const OPTIONAL_SECTIONS = SECTIONS.filter(isOptional);

/** Parts of the document that some sections alone show: a file without any of these sections goes without them. */
export const SHOWN_IN = {
  performance: ['performance'],
  cost: ['cost'],
  where: ['where'],
  correlations: ['target', 'correlations'],
  segments: ['performance', 'data'],
} as const satisfies Record<string, readonly SectionId[]>;
