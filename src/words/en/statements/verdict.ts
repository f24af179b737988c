import { sampleName } from '../reading.ts';
import type { ColumnVerdict, ColumnVerdictValues } from '../../../facts/statements/column-verdict.ts';
import type { DriftState } from '../../../facts/document/document.ts';
import type { VerdictDetailValues, VerdictSummaryValues } from '../../../facts/statements/verdict.ts';
import { count, effect, share, significance } from '../../format.ts';
import { amounts } from './amounts.ts';
import { scoreSentence } from './evidently.ts';
import { counted, listed, verb } from '../grammar.ts';
import { notTestedText } from './not-tested.ts';
import type { SidesWords } from '../sides.ts';

type ColumnWords = {
  [Kind in keyof ColumnVerdictValues]: (values: ColumnVerdictValues[Kind], sides: SidesWords) => string;
};

const { amount } = amounts;

/** Why a column has its state. */
const column: ColumnWords = {
  changed: ({ effect: size, minimum, qValue }, sides) =>
    `Changed by ${amount(size, sides)}, more than the ${amount(minimum, sides)} that matters; not chance (${significance('q', qValue)}).`,
  'too-small': ({ effect: size, minimum, qValue }, sides) =>
    `Detectable (${significance('q', qValue)}), but at ${amount(size, sides)} smaller than the ${amount(minimum, sides)} that matters.`,
  chance: ({ detectable, qValue }, sides) =>
    `No change beyond chance (${significance('q', qValue)}); one of ${amount(detectable, sides)} or more would have been seen.`,
  unchanged: ({ effect: size, detectable, qValue }, sides) =>
    `No change seen (${amount(size, sides)}, ${significance('q', qValue)}); one of ${amount(detectable, sides)} or more would have been.`,
  insufficient: ({ effectiveSize, dependent, detectable }, sides) => {
    const noun = dependent ? 'independent rows’ worth of values' : 'values';
    const limit = detectable === null ? 'no change' : `only a change of ${amount(detectable, sides)} or more`;
    return `Not enough data to say: with ${count(effectiveSize.reference)} and ${count(effectiveSize.current)} ${noun}, ${limit} would be seen 4 times in 5.`;
  },
  outliers: ({ effect: size, rows, effectWithout }, sides) =>
    `Outliers, not drift: the ${amount(size, sides)} come from ${counted(rows, 'outlying row')}; without outliers it is ${amount(effectWithout, sides)}.`,
  score: (values) => scoreSentence(values),
  'not-tested': ({ reason }, sides) => `Not tested: ${notTestedText(reason, sides)}.`,
};

/** A column's verdict, from kind and values. */
export const columnText = ({ kind, values }: ColumnVerdict, sides: SidesWords): string =>
  (column[kind] as (values: ColumnVerdict['values'], sides: SidesWords) => string)(values, sides);

type SummaryWords = { [Kind in keyof VerdictSummaryValues]: (values: VerdictSummaryValues[Kind]) => string };

const summary: SummaryWords = {
  'nothing-compared': () => 'No column could be compared.',
  changed: ({ changed, tested, most: mostChanged }) =>
    `${count(changed)} of ${counted(tested, 'column')} ${verb(changed, 'has', 'have')} changed, “${mostChanged}” the most.`,
  stable: ({ stable, tested, insufficient }) => {
    const unchanged = `No change in ${count(stable)} of ${counted(tested, 'column')}.`;
    return insufficient === 0
      ? unchanged
      : `${unchanged} For ${counted(insufficient, 'column')} there is not enough data to say.`;
  },
  insufficient: ({ tested }) => `Not enough data to say whether any of ${counted(tested, 'column')} has changed.`,
  'evidently-drifted': ({ changed, tested, share: part }) =>
    `By Evidently’s rule ${count(changed)} of ${counted(tested, 'column')} drifted (${share(part)}); the data set drifted.`,
  'evidently-not-drifted': ({ changed, tested, share: part }) =>
    `By Evidently’s rule ${count(changed)} of ${counted(tested, 'column')} drifted (${share(part)}); the data set did not drift.`,
  quality: ({ rows, columns, findings }) => {
    const size = `${counted(rows, 'row')}, ${counted(columns, 'column')}`;
    return `${size}: ${findings === 0 ? 'nothing serious found' : `${counted(findings, 'finding')} to look at`}.`;
  },
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
  chance: ({ tested, alpha, expected, raw, corrected, changed }) => {
    const chance = `Of ${counted(tested, 'tested column')}, chance alone would put about ${effect(expected)} below p = ${effect(alpha)}`;
    return `${chance}; ${count(raw)} ${verb(raw, 'is', 'are')}. ${count(corrected)} ${verb(corrected, 'remains', 'remain')} after correction, and ${count(changed)} of these changed by enough to matter.`;
  },
  'evidently-rule': () =>
    'Each column is judged by its own score alone: without effective sizes, correction for the number of columns, or a third state.',
};

const states: Record<DriftState, string> = {
  changed: 'Changed',
  stable: 'Stable',
  insufficient: 'Not enough data',
  notTested: 'Not tested',
};

/** Several sentences of the detail. */
const sentences = (texts: readonly string[]): string => texts.join(' ');

export const verdict = { column, summary, detail, sentences, states };
