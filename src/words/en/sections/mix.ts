import type { MixOfColumn, MixWithin } from '../../../facts/document/where.ts';
import { share } from '../../format.ts';
import { measureValue, measureValues } from '../../measure-value.ts';
import { listed, opening } from '../grammar.ts';
import { measureInSentence } from '../measures.ts';

type MixMeasure = MixWithin['measures'][number];

export const WRONG_ROWS = 'share of wrong rows';

/** The share of wrong rows is no measure of its own elsewhere. */
export const measureNamed = (id: string): string => (id === 'error_rate' ? WRONG_ROWS : measureInSentence(id));

export const ofMeasure = (id: string, figure: number | null): string =>
  id === 'error_rate' ? share(figure) : measureValue(id, figure);

const withSign = (figure: number, told: string): string => (figure < 0 ? `−${told}` : `+${told}`);
const signed = (id: string, figure: number): string => withSign(figure, ofMeasure(id, Math.abs(figure)));

/** Both parts of what a measure moved by, to the same digits. */
function mixParts(id: string, mix: number, within: number): [string, string] {
  const [first, second] = [Math.abs(mix), Math.abs(within)];
  const [told, other] = id === 'error_rate' ? [share(first), share(second)] : measureValues(id, first, second);
  return [withSign(mix, told), withSign(within, other)];
}

/** What rows are told apart by. */
export const mixColumn = ({ column, part }: Pick<MixOfColumn, 'column' | 'part'>): string =>
  part === undefined ? `“${column}”` : `${PARTS[part]} of “${column}”`;

const PARTS = { hour: 'the hour', weekday: 'the weekday', month: 'the month' };

/** Why a measure moved, by the column that explains most of it. */
export function mixSentence({ id, reference, current, columns: [first] }: MixMeasure): string {
  const told = `${opening(measureNamed(id))} ${ofMeasure(id, reference)} → ${ofMeasure(id, current)}`;
  if (first === undefined) return `${told}: no column’s mix explains more of it than chance would.`;
  const [mix, within] = mixParts(id, first.mix.value, first.within.value);
  return `${told}: ${mix} comes from another mix of rows by ${mixColumn(first)}, ${within} from rows that are alike in it.`;
}

/** With the interval, where there is one. */
export const mixInterval = (id: string, { value: figure, low, high }: MixOfColumn['mix']): string =>
  low === null || high === null
    ? signed(id, figure)
    : `${signed(id, figure)} (${signed(id, low)} to ${signed(id, high)})`;

export const mixWords = {
  heading: 'Why it moved: mix and within',
  table: 'Mix and within',
  column: 'By',
  measure: 'Measure',
  mix: 'Another mix',
  within: 'Within',
  hint: 'What another mix of the column’s bins makes of the difference, and what happened within them.',
  handbook: 'How a difference is split',
  refused: (ids: readonly string[]): string =>
    ids.length === 0 ? '' : `Not split: ${listed(ids.map(measureInSentence))}.`,
  ...{ named: measureNamed, parts: mixParts, by: mixColumn, sentence: mixSentence, interval: mixInterval },
};
