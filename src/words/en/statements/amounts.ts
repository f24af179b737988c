import type { Amount, EffectUnit } from '../../../facts/statements/effect-units.ts';
import { effect, share } from '../../format.ts';
import type { SidesWords } from '../sides.ts';

/** Units of effects, as an axis or a field for a number names them. */
const units: Record<EffectUnit, (sides: SidesWords) => string> = {
  'reference standard deviations': ({ reference }) => `standard deviations of ${reference.noun}`,
  'times the reference value': ({ reference }) => `times the ${reference.name} value`,
  'times the mean current size': ({ current }) => `times the mean ${current.name} size`,
  'share of rows': () => 'share of rows',
};

/** As short as a table cell: "0.5 σ", "3.2%", "2 times the reference value". */
function brief({ value, unit }: Amount, sides: SidesWords): string {
  if (unit === 'share of rows') return share(value);
  return unit === 'reference standard deviations' ? `${effect(value)} σ` : `${effect(value)} ${units[unit](sides)}`;
}

/** In a sentence: "3.2% of rows". */
const amount = (size: Amount, sides: SidesWords): string =>
  size.unit === 'share of rows' ? `${brief(size, sides)} of rows` : brief(size, sides);

/** What kind of change is detected: of numbers a shift, of categories any. */
const shift = ({ unit }: Amount): string => (unit === 'share of rows' ? 'a change' : 'a shift');

/** Sizes of changes. */
export const amounts = { amount, brief, shift, units };
