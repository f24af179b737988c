import { measureForm } from '../facts/measures.ts';
import { number, share } from './format.ts';

const forms = { number, percent: share, score: number };

/**
 * A measure of a model as it is read, the same in sentences, tables and figures: a percentage, or a number.
 * @param id of the measure; one that this version does not know is written as a number
 * @param value null where the measure is not defined
 */
export const measureValue = (id: string, value: number | null | undefined): string =>
  forms[measureForm(id) ?? 'number'](value);
