import { measureForm } from '../facts/measures.ts';
import { beforeAfter, number, share } from './format.ts';

const forms = { number, percent: share, score: number };

/**
 * A measure of a model as it is read, the same in sentences, tables and figures: a percentage, or a number.
 * @param id of the measure; one that this version does not know is written as a number
 * @param value null where the measure is not defined
 */
export const measureValue = (id: string, value: number | null | undefined): string =>
  forms[measureForm(id) ?? 'number'](value);

/** Two values of a measure, as they are read beside each other. */
export const measureValues = (id: string, a: number, b: number): [string, string] =>
  measureForm(id) === 'percent' ? [share(a), share(b)] : beforeAfter(a, b);
