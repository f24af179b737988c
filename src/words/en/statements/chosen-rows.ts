import type { ChosenRowsValues, ShownCondition } from '../../../facts/statements/chosen-rows.ts';
import { SIDES } from '../../../facts/document/sides.ts';
import type { ClockPart } from '../../../facts/slice.ts';
import { count, hour, month, number, time, weekday } from '../../format.ts';
import { counted, listed } from '../grammar.ts';
import { quoted } from './quotes.ts';
import type { SidesWords } from '../sides.ts';

const NAMED_PARTS = { weekday, month };

/** "from 22:00 to 06:00", "on Monday to Friday", "in July". */
export function clockSpan({ part, first, last }: { part: ClockPart; first: number; last: number }): string {
  if (part === 'hour') return `from ${hour(first)} to ${hour((last + 1) % 24)}`;
  const name = NAMED_PARTS[part];
  const span = first === last ? name(first) : `${name(first)} to ${name(last)}`;
  return `${part === 'weekday' ? 'on' : 'in'} ${span}`;
}

type Range = ShownCondition & { test: 'range' };

function lowerLimit({ from: limit, withoutFrom, as: form }: Range): string[] {
  if (limit === null) return [];
  if (form === 'time') return [`${withoutFrom ? 'after' : 'from'} ${time(limit)}`];
  return [`${withoutFrom ? 'above' : 'at least'} ${number(limit)}`];
}

function upperLimit({ to: limit, withTo, as: form }: Range): string[] {
  if (limit === null) return [];
  if (form === 'time') return [`${withTo ? 'up to' : 'before'} ${time(limit)}`];
  return [`${withTo ? 'up to' : 'below'} ${number(limit)}`];
}

function rangeText(range: Range): string {
  const limits = [...lowerLimit(range), ...upperLimit(range)];
  return limits.length === 0 ? (range.as === 'time' ? 'a time' : 'a number') : limits.join(' and ');
}

/** “Load_Type” is “Light_Load”. */
function chosenBy(condition: ShownCondition): string {
  const name = `“${condition.column}”`;
  switch (condition.test) {
    case 'in':
      return `${name} is ${listed(condition.values.map(quoted), 'or')}`;
    case 'others':
      return `${name} is not ${listed(condition.values.map(quoted), 'or')}`;
    case 'range':
      return `${name} is ${rangeText(condition)}`;
    case 'clock':
      return `${name} is ${clockSpan(condition)}`;
    case 'missing':
      return `${name} is missing`;
  }
}

/** What a filter chose rows by: the same for any file. */
export const chosenByAll = ({ conditions }: Pick<ChosenRowsValues['filter'], 'conditions'>): string =>
  listed(conditions.map(chosenBy));

type Sentences = { [Kind in keyof ChosenRowsValues]: (values: ChosenRowsValues[Kind], sides: SidesWords) => string };

/** Which rows a report is made of, where they are not all. */
export const chosenRows: Sentences = {
  filter: ({ conditions, rows }) => {
    const parts = SIDES.flatMap((side) => {
      const file = rows[side];
      return file === undefined ? [] : [`${count(file.kept)} of ${count(file.all)}`];
    });
    return `Only rows where ${chosenByAll({ conditions })}: ${listed(parts)}.`;
  },
  split: ({ reference, current, rows }, sides) => {
    const partText = (condition: ShownCondition, kept = 0): string =>
      `${chosenBy(condition)} (${counted(kept, 'row')})`;
    return `One file in two: in ${sides.reference.noun} ${partText(reference, rows.reference?.kept)}, in ${sides.current.noun} ${partText(current, rows.current?.kept)}.`;
  },
};

export const exploratory = {
  part: 'Exploratory: this holds for the rows that a filter chose.',
  detail:
    'Who chooses rows after looking at a report finds more than there is: take what stands out here as a question to new data, whatever its q-value.',
  short: 'exploratory',
};
