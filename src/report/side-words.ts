import type { Performance } from '../facts/performance.ts';
import type { Side } from '../facts/results.ts';

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

/** The words of a run or of its document; those of two periods until it is known that the files hold two models. */
export const sideWords = (performance: Performance | null | undefined): SidesWords =>
  performance?.state === 'measured' && performance.twoModels ? models : periods;

/** One kind of these words, by side. */
export const wordsBySide = (words: SidesWords, kind: keyof SideWords): Record<Side, string> => ({
  reference: words.reference[kind],
  current: words.current[kind],
});

/** A unit of the document as sentences say it: "times the reference value" is "times the model A value" for two models. */
export const unitWords = (unit: string, { reference, current }: SidesWords): string =>
  unit.startsWith('times ') ? unit.replace('reference', reference.name).replace('current', current.name) : unit;
