import type { ReportWithin } from '../../../facts/document/within.ts';
import type { WithinSentence } from '../../../facts/statements/column-verdict.ts';
import { count, duration, number, share } from '../../format.ts';
import { refusedCondition } from '../config.ts';
import { counted, listed, named, verb } from '../grammar.ts';
import { quoted } from './quotes.ts';
import type { SidesWords } from '../sides.ts';

/** From here on the larger of two effects is mostly not the other. */
const MOST_OF_IT = 2;

const sizes: Record<WithinSentence['values']['unit'], (size: number) => string> = {
  own: number,
  time: duration,
  share: (size) => `${share(size)} of rows`,
};

/** "Within the same “shift” it moved by 0.1, over all rows by 1.7: most of that is another mix of “shift”." */
function sentence({ columns, effect, whole, unit }: WithinSentence['values']): string {
  const sizesText = `Within the same ${named(columns)} it moved by ${sizes[unit](effect)}, over all rows by ${sizes[unit](whole)}`;
  if (whole >= MOST_OF_IT * effect && whole > 0)
    return `${sizesText}: most of that is another mix of ${named(columns)}.`;
  return effect >= MOST_OF_IT * whole && effect > 0
    ? `${sizesText}: another mix of ${named(columns)} hides most of it.`
    : `${sizesText}.`;
}

/** Behind the sentence of a column. */
export const withinSentences = { within: sentence };

type LeftOut = ReportWithin['leftOut']['named'][number];

const groupName = ({ values, missing }: LeftOut): string =>
  values.map((value, i) => (missing[i] === true ? 'no value' : quoted(value))).join(' and ');

/** What is compared within what, and what is left out of it. */
export function withinDetail({ columns, strata, leftOut, refused }: ReportWithin, sides: SidesWords): string {
  const { reference, current } = sides;
  const texts = refused.map(refusedCondition);
  if (columns.length === 0) return [...texts, 'Columns are compared over all rows.'].join(' ');
  const groupsText = `Columns are compared within the same ${named(columns)} (${counted(strata, 'group')}): each group of ${reference.noun} counts as much as it has rows in ${current.noun}.`;
  if (leftOut.strata === 0) return [...texts, groupsText].join(' ');
  const groups = leftOut.named.map(
    (stratum) => `${groupName(stratum)} (${counted(stratum.current, 'row')}, ${count(stratum.reference)} before)`,
  );
  const rest = leftOut.strata - groups.length;
  const list = listed(rest > 0 ? [...groups, `${count(rest)} more`] : groups);
  const verbed = verb(leftOut.strata, 'is', 'are');
  return [
    ...texts,
    groupsText,
    `${counted(leftOut.strata, 'group')} with ${counted(leftOut.current, 'row')} ${verbed} left out, with fewer than 10 rows in ${reference.noun}: ${list}.`,
  ].join(' ');
}
