import type { Side } from '../facts/document/side.ts';
import { words } from '../words/words.ts';
import type { SidesWords, SideWords } from '../words/en/sides.ts';

export type { SidesWords, SideWords } from '../words/en/sides.ts';

/** As much of a model as says what the files are. */
type Measured = { state: 'notMeasured' } | { state: 'measured'; twoModels: boolean };

/** The words of a run or of its document; those of two periods until it is known that the files hold two models. */
export const sideWords = (performance: Measured | null | undefined): SidesWords =>
  performance?.state === 'measured' && performance.twoModels ? words.sides.models : words.sides.periods;

/** One kind of these words, by side. */
export const wordsBySide = (sides: SidesWords, kind: keyof SideWords): Record<Side, string> => ({
  reference: sides.reference[kind],
  current: sides.current[kind],
});
