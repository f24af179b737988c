import type { NotTested, NotTestedValues } from '../../../facts/statements/not-tested.ts';
import type { SidesWords } from '../sides.ts';
import { named } from '../grammar.ts';
import { statisticText } from './statistics.ts';

type NotTestedWords = { [Kind in keyof NotTestedValues]: (values: NotTestedValues[Kind], sides: SidesWords) => string };

/** Why a column is not tested, as what follows "Not tested:". */
export const notTested: NotTestedWords = {
  'only-in-one-file': ({ side }, sides) => `it is only in the ${sides[side].name} file`,
  ignored: () => 'it is set to be ignored',
  'time-axis': () => 'it orders the rows in time; two periods always differ in it',
  'second-times': () => 'two periods always differ in their times; how long it is from the first one is compared',
  identifier: () => 'it tells rows apart, so its values always differ',
  'free-text': () => 'free text is not compared',
  'wrong-test': ({ test, compares }) => `its test is set to ${test}, which compares ${compares}`,
  statistic: ({ reason }, sides) => statisticText(reason, sides),
  'no-common-stratum': ({ columns }, { reference, current }) =>
    `the ${reference.name} file has fewer than 10 rows in each group of ${named(columns)} that the ${current.name} file has`,
  failed: ({ message }) =>
    message.quote === null ? 'it could not be worked out' : `it could not be worked out: ${String(message.quote)}`,
};

export const notTestedText = ({ kind, values }: NotTested, sides: SidesWords): string =>
  (notTested[kind] as (values: NotTested['values'], sides: SidesWords) => string)(values, sides);
