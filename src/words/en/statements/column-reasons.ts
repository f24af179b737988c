import type { RoleReasonValues, TypeReasonValues } from '../../../facts/statements/column-reasons.ts';
import { count } from '../../format.ts';
import { counted } from '../grammar.ts';
import type { SidesWords } from '../sides.ts';

type TypeWords = { [Kind in keyof TypeReasonValues]: (values: TypeReasonValues[Kind]) => string };
type RoleWords = { [Kind in keyof RoleReasonValues]: (values: RoleReasonValues[Kind], sides: SidesWords) => string };

const types: TypeWords = {
  'set-by-hand': () => 'you set it',
  'in-summary': () => 'the summary file says so',
  'no-values': () => 'no values to tell by',
  lag: ({ of: until, since }) => `the time from “${since}” to “${until}”, in hours`,
  'stored-times': () => 'every value is a date or time',
  'yes-and-no': () => 'only yes and no occur',
  codes: () => 'written as codes (leading zeros, letters before digits, or 16 digits and more)',
  'different-codes': () =>
    'written as codes (leading zeros, letters before digits, or 16 digits and more), mostly different',
  numbers: ({ others: otherCells }) =>
    otherCells === 0 ? 'numbers' : `numbers; ${counted(otherCells, 'sampled cell')} are not`,
  'zero-and-one': () => 'only 0 and 1 occur',
  'few-whole-numbers': ({ distinct }) => `only ${count(distinct)} different whole numbers: codes or grades`,
  'named-like-an-id': () => 'whole numbers, all different, named like an id',
  'counts-the-rows': () => 'whole numbers that count the rows',
  'read-as-times': () => 'values read as dates or times',
  'different-short-texts': () => 'short texts, (almost) all different',
  'long-texts': () => 'long or mostly different texts',
  texts: ({ distinct }) => counted(distinct, 'different text'),
};

const roles: RoleWords = {
  'set-by-hand': () => 'you set it',
  'in-summary': () => 'the summary file says so',
  'named-like-a-target': () => 'named like a target',
  'goes-with': ({ column }) => `its name goes with “${column}”`,
  'comes-late': (_, { reference }) => `classes in the ${reference.name} file only, as of a target that comes late`,
  'named-like-a-prediction': () => 'named like a prediction',
  'named-like-a-probability': () => 'named like the probability of a class, and between 0 and 1',
  'named-like-a-class': ({ class: label }) => `numbers from 0 to 1, named like the class “${label}”`,
  'labels-beside-probabilities': () => 'named like predicted labels, beside probabilities',
  'numbers-beside-labels': () => 'numbers that could be probabilities, beside predicted labels',
  'first-times': () => 'the first column of dates or times',
  'tells-rows-apart': () => 'it tells rows apart',
  'nothing-else': () => 'nothing says otherwise',
};

/** Why a column has its type and its role. */
export const columnReasons = { types, roles };
