import { exploratory } from './chosen-rows.ts';
import { sampleName } from '../read-as.ts';
import type { ColumnVerdict, ColumnVerdictValues } from '../../../facts/statements/column-verdict.ts';
import type { DriftState } from '../../../facts/document/verdict.ts';
import type { VerdictDetailValues, VerdictSummaryValues } from '../../../facts/statements/verdict.ts';
import { count, duration, effect, number, share, significance } from '../../format.ts';
import { amounts } from './amounts.ts';
import { scoreSentence } from './evidently.ts';
import { counted, listed, verb } from '../grammar.ts';
import { parts } from './headline.ts';
import { moves } from './moves.ts';
import { notTestedText } from './not-tested.ts';
import { stepSentences } from './step.ts';
import { withinDetail, withinSentences } from './within.ts';
import type { SidesWords } from '../sides.ts';

type ColumnWords = {
  [Kind in keyof ColumnVerdictValues]: (values: ColumnVerdictValues[Kind], sides: SidesWords) => string;
};

const { amount, shift } = amounts;

/** Several sentences behind each other. */
const sentences = (texts: readonly string[]): string => texts.join(' ');

const matched = ({ reference }: SidesWords): string => `Compared with the same hours or days of ${reference.noun}.`;

/** Why a column has its state. */
const column: ColumnWords = {
  changed: ({ effect: size, minimum, move, samePhases }, sides) => {
    const what =
      move === null
        ? `Changed by ${amount(size, sides)}, more than the ${amount(minimum, sides)} that matters.`
        : moves.sentence(move);
    return samePhases ? sentences([what, matched(sides)]) : what;
  },
  moved: (values, sides) => {
    const what = `Moved: ${values.move === null ? amount(values.effect, sides) : moves.clause(values.move)}.`;
    return sentences([what, ...(values.samePhases ? [matched(sides)] : []), unproven(values, sides)]);
  },
  emptied: ({ before, after }) => `Emptied: ${share(after)} of rows have no value; ${share(before)} before.`,
  identical: () => 'The same values, the same number of times.',
  calendar: ({ cycle, slots, lacking }, { current }) => {
    const slot = cycle === 'day' ? 'times of the day' : 'times of the week';
    const rule = 'The clock decides it, so it is not tested';
    return lacking === 0
      ? `${rule}; ${current.noun} has all ${count(slots)} ${slot}.`
      : `${rule}; ${current.noun} lacks ${count(lacking)} of ${count(slots)} ${slot}.`;
  },
  'too-small': ({ effect: size, minimum, qValue }, sides) =>
    `Detectable (${significance('q', qValue)}), but at ${amount(size, sides)} smaller than the ${amount(minimum, sides)} that matters.`,
  chance: ({ detectable, qValue }, sides) =>
    `No change beyond chance (${significance('q', qValue)}); ${shift(detectable)} of ${amount(detectable, sides)} or more would have been seen.`,
  unchanged: ({ effect: size, detectable, qValue }, sides) =>
    `No change seen (${amount(size, sides)}, ${significance('q', qValue)}); ${shift(detectable)} of ${amount(detectable, sides)} or more would have been.`,
  insufficient: ({ effectiveSize, dependent, detectable, reaches }, sides) => {
    const noun = dependent ? 'independent rows’ worth of values' : 'values';
    const rows = `${count(effectiveSize.reference)} and ${count(effectiveSize.current)} ${noun}`;
    const seen = reaches ? 'No move beyond chance seen' : 'No move seen';
    return detectable === null
      ? `${seen}; with ${rows} none would be.`
      : `${seen}; ${shift(detectable)} of ${amount(detectable, sides)} or less would not be, with ${rows}.`;
  },
  outliers: ({ effect: size, rows, effectWithout }, sides) =>
    `Outliers, not drift: the ${amount(size, sides)} come from ${counted(rows, 'outlying row')}; without outliers it is ${amount(effectWithout, sides)}.`,
  score: (values) => scoreSentence(values),
  'not-tested': ({ reason }, sides) => `Not tested: ${notTestedText(reason, sides)}.`,
};

type MovedValues = ColumnVerdictValues['moved'];

/** Why chance is not excluded. */
function unproven({ yardstick, rows, effectiveSize, dependent }: MovedValues, sides: SidesWords): string {
  const { reference } = sides;
  if (yardstick !== null) {
    const size =
      yardstick.raw === null ? amount(yardstick.effect, sides) : (yardstick.time ? duration : number)(yardstick.raw);
    return yardstick.exceeded
      ? `Stretches of ${reference.noun} as long as this differ by up to ${size}; too few of them to call it unusual.`
      : `Stretches of ${reference.noun} as long as this differ as much: by up to ${size}.`;
  }
  const all = `${count(rows.reference)} and ${count(rows.current)} rows`;
  if (!dependent) return `With ${all} that is too little to call it unusual.`;
  const independent = `${count(effectiveSize.reference)} and ${count(effectiveSize.current)} independent ones`;
  return `Neighbouring rows depend on each other: ${all} are worth ${independent}, too few to call it unusual.`;
}

/** A column's verdict, from kind and values. */
export const columnText = ({ kind, values }: ColumnVerdict, sides: SidesWords): string =>
  (column[kind] as (values: ColumnVerdict['values'], sides: SidesWords) => string)(values, sides);

type SummaryWords = {
  [Kind in keyof VerdictSummaryValues]: (values: VerdictSummaryValues[Kind], sides: SidesWords) => string;
};

const summary: SummaryWords = {
  'nothing-compared': () => 'No column could be compared.',
  changed: ({ changed, moved, tested, most: mostChanged }) => {
    const others = moved === 0 ? '' : ` ${count(moved)} ${verb(moved, 'has', 'have')} moved, perhaps by chance.`;
    return `${count(changed)} of ${counted(tested, 'column')} ${verb(changed, 'has', 'have')} changed, “${mostChanged}” the most.${others}`;
  },
  moved: ({ moved, tested, most: mostMoved }) =>
    `${count(moved)} of ${counted(tested, 'column')} ${verb(moved, 'has', 'have')} moved, perhaps by chance, “${mostMoved}” the most.`,
  identical: ({ tested }) => `The same values in ${counted(tested, 'column')}.`,
  stable: ({ stable, tested, insufficient }, sides) => {
    const unchanged = parts.unchanged({ count: stable, tested }, sides);
    return insufficient === 0
      ? unchanged
      : sentences([unchanged, parts.insufficient({ count: insufficient, tested }, sides)]);
  },
  insufficient: ({ tested }, sides) => parts.insufficient({ count: tested, tested }, sides),
  'evidently-drifted': parts['evidently-drifted'],
  'evidently-not-drifted': parts['evidently-not-drifted'],
  quality: parts.quality,
};

type DetailWords = {
  [Kind in keyof VerdictDetailValues]: (values: VerdictDetailValues[Kind], sides: SidesWords) => string;
};

const detail: DetailWords = {
  sample: ({ files }, sides) => {
    const fileTexts = files.map(
      ({ side, used, rows, sample }) =>
        `${count(used)} of ${count(rows)} rows of the ${sides[side].name} file (${sample === null ? 'sample' : sampleName(sample)})`,
    );
    return `This rests on a sample: ${listed(fileTexts)}.`;
  },
  'row-order': ({ by, timeColumn, machine }) => {
    if (by === 'none') return 'Every row counts in full, as it was set: neighbouring rows are taken as independent.';
    const order = by === 'time' && timeColumn !== null ? `in the order of “${timeColumn}”` : 'in the order of the file';
    const machines = machine === null ? '' : `, each machine (“${machine}”) by itself`;
    return `Rows are taken ${order}${machines}; where neighbouring rows repeat each other, they count as fewer.`;
  },
  exploratory: () => exploratory.detail,
  within: (values, sides) => withinDetail(values, sides),
  chance: ({ tested, alpha, expected, raw, corrected, changed }) => {
    const chance = `Of ${counted(tested, 'tested column')}, chance alone would put about ${effect(expected)} below p = ${effect(alpha)}`;
    return `${chance}; ${count(raw)} ${verb(raw, 'is', 'are')}. ${count(corrected)} ${verb(corrected, 'remains', 'remain')} after correction, and ${count(changed)} of these changed by enough to matter.`;
  },
  'evidently-rule': () =>
    'Each column is judged by its own score alone: without effective sizes, correction for the number of columns, or a third state.',
};

const states: Record<DriftState, string> = {
  changed: 'Changed',
  moved: 'Moved',
  insufficient: 'Not enough data',
  stable: 'Stable',
  calendar: 'Set by the clock',
  identical: 'Identical',
  notTested: 'Not tested',
};

export const verdict = {
  within: withinSentences,
  step: stepSentences,
  column,
  parts,
  summary,
  detail,
  sentences,
  states,
};
