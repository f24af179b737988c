import type { Side } from '../../facts/document/side.ts';

/** What people read in place of a side, whose name in documents, metrics and settings is always the same. */
export interface SideWords {
  /** Over figures: "Reference", "Model A". */
  heading: string;
  /** The same where there is little room. */
  short: string;
  /** Before a noun, and in figures: of the "reference" rows, of the "model A" rows. */
  name: string;
  /** As a noun: "the reference", "the current file", "model A". */
  noun: string;
}

export type SidesWords = Record<Side, SideWords>;

const periods: SidesWords = {
  reference: { heading: 'Reference', short: 'Ref.', name: 'reference', noun: 'the reference' },
  current: { heading: 'Current', short: 'Cur.', name: 'current', noun: 'the current file' },
};

const models: SidesWords = {
  reference: { heading: 'Model A', short: 'A', name: 'model A', noun: 'model A' },
  current: { heading: 'Model B', short: 'B', name: 'model B', noun: 'model B' },
};

/** The files as two periods, or as two models' predictions. */
export const sides = { periods, models };
