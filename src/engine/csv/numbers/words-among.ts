import { largest } from '../../../facts/extremes.ts';
import { isNumber, type NumberCounts } from './format.ts';

/** Fewer numbers than this share of the cells are exceptions among words. */
const LEAST_NUMBERS = 0.3;
/** More different words are no states or marks that a person could go through. */
const MOST_WORDS = 12;
/** A measurement has many values; classes, sizes and grades have few. */
const NUMBERS_PER_WORD = 2;

/**
 * Whether texts could be a column of numbers with a few words among them: states of a sensor, marks for "no value", limits.
 * @param cells without blanks around them
 * @param counts numbers among them, in each notation
 */
export function hasWordsAmong(cells: readonly string[], counts: NumberCounts): boolean {
  const numbers = largest(counts);
  if (numbers === cells.length || numbers < LEAST_NUMBERS * cells.length) return false;
  const different = new Set(cells);
  const words = [...different].filter((cell) => !isNumber(cell)).length;
  return words > 0 && words <= MOST_WORDS && different.size - words > NUMBERS_PER_WORD * words;
}
