import type { ReasonKind, ReasonValues } from '../../../facts/statements/reasons.ts';
import { count, effect, number, share, significance } from '../../format.ts';
import { amounts } from './amounts.ts';
import { columnReasons } from './column-reasons.ts';
import { scoreClause, scoreSentence } from './evidently.ts';
import { counted, named, opening, verb } from '../grammar.ts';
import { notTested } from './not-tested.ts';
import { quoted } from './quotes.ts';
import type { SidesWords } from '../sides.ts';
import { noDateSentence } from './step.ts';
import { columnText } from './verdict.ts';

type StepWords = { [Kind in keyof ReasonValues]: (values: ReasonValues[Kind], sides: SidesWords) => string };

const { amount, shift } = amounts;

/** Over each step. */
const terms: Record<ReasonKind, string> = {
  effect: 'Effect',
  within: 'Like with like',
  rate: 'Rare category',
  evidence: 'Evidence',
  sizes: 'Size',
  outliers: 'Outliers',
  yardstick: 'Yardstick',
  resolution: 'Resolution',
  bins: 'Bins',
  worth: 'Worth of rows',
  emptied: 'Missing',
  'no-date': 'Since when',
  profiles: 'Profiles',
  score: 'Score',
  calibrated: 'Calibrated',
  counterfactual: 'Otherwise',
};

const steps: StepWords = {
  effect: ({ effect: size, minimum, reaches }, sides) =>
    `${amount(size, sides)} ${reaches ? 'reaches' : 'stays under'} the ${amount(minimum, sides)} that matters.`,
  within: ({ columns, strata, effect: size, whole, leftOut }, sides) => {
    const text = `Within the same ${named(columns)} (${counted(strata, 'group')}) it is ${amount(size, sides)}, over all rows ${amount(whole, sides)}.`;
    if (leftOut.strata === 0) return text;
    const rows = `${count(leftOut.current)} ${verb(leftOut.current, 'row', 'rows')} of ${sides.current.noun}`;
    return `${text} Left out: ${rows} in ${counted(leftOut.strata, 'group')} with fewer than 10 rows in ${sides.reference.noun}.`;
  },
  rate: ({ level, before, after, qValue }) =>
    `${quoted(level)} went from ${share(before)} to ${share(after)} of rows (${significance('q', qValue)}): twice or half as many matter, however rare.`,
  evidence: ({ pValue, qValue, alpha, holds }) =>
    `${significance('p', pValue)}; corrected for the number of columns ${significance('q', qValue)}, ${holds ? 'below' : 'not below'} ${effect(alpha)}.`,
  sizes: ({ rows, effectiveSize, pValueIndependent, dependent, tooFew }) => {
    if (!dependent) return 'Fewer than 10 rows on a side tell nothing.';
    const independent = `${count(effectiveSize.reference)} and ${count(effectiveSize.current)} independent ones`;
    const text = `Neighbouring rows depend on each other, so ${count(rows.reference)} and ${count(rows.current)} rows are worth ${independent} (counted in full, ${significance('p', pValueIndependent)}).`;
    return tooFew ? `${text} Fewer than 10 tell nothing.` : text;
  },
  outliers: ({ low, high, effectWithout, alone: outliersOnly }, sides) =>
    `Without values outside ${number(low)} to ${number(high)} the effect is ${amount(effectWithout, sides)}${outliersOnly ? ', so the change lives in them alone' : ''}.`,
  resolution: ({ detectable, needed, enough: isEnough }, sides) => {
    const smallest =
      detectable === null
        ? 'No change at all'
        : `${opening(shift(detectable))} of ${amount(detectable, sides)} or more`;
    return `${smallest} would be seen 4 times in 5; ${isEnough ? 'fine enough' : 'too coarse'} for an answer, which takes ${amount(needed, sides)}.`;
  },
  yardstick: ({ effect: size, windows, exceeded }, sides) =>
    `${counted(windows, 'stretch', 'stretches')} of ${sides.reference.noun} as long as this ${verb(windows, 'differs', 'differ')} from the rest of it by up to ${amount(size, sides)}; this is ${exceeded ? 'more' : 'no more'}.`,
  bins: ({ effect: least, atMost, gap, gapAtMost, coarse }, sides) =>
    `Counted in bins: the effect is ${amount(least, sides)}, at most ${amount(atMost, sides)}; the largest gap of the curves is ${share(gap)} of rows, at most ${share(gapAtMost)}.${coarse ? ' Too coarse to tell which side of the limit it is on: more bins would tell.' : ''}`,
  worth: ({ doubled, halved, decides }) =>
    `Hours tell only roughly how many independent rows these are. With twice as many ${significance('p', doubled)}, with half as many ${significance('p', halved)}.${decides ? ' Too coarse to tell which side of the limit it is on: the rows would tell.' : ''}`,
  emptied: ({ before, after, qValue }) =>
    `Rows without a value rose from ${share(before)} to ${share(after)}${qValue === null ? '' : ` (${significance('q', qValue)})`}.`,
  'no-date': (noDate, sides) => noDateSentence(noDate, sides),
  profiles: ({ score, disagreement }, sides) => {
    const view = score.drifted ? 'so it calls this drift' : 'so it sees no drift';
    return `${scoreClause(score)}, ${view}: ${cause(disagreement, sides)}.`;
  },
  score: (score) => scoreSentence(score),
  calibrated: ({ verdict }, sides) => columnText(verdict, sides),
  counterfactual: (values, sides) => counterfactualText(values, sides),
};

function cause(disagreement: ReasonValues['profiles']['disagreement'], { reference }: SidesWords): string {
  switch (disagreement.cause) {
    case 'outliers':
      return `its score counts ${counted(disagreement.rows, 'row')} outside the ordinary range of ${reference.noun}`;
    case 'no-minimum':
      return 'it asks whether there is a change, not whether it is large enough to matter';
    case 'all-rows':
      return 'it compares all rows, whatever their mix';
    case 'dependent-rows':
      return 'it counts every row in full, though neighbouring rows depend on each other';
    case 'no-correction':
      return 'it does not correct for the number of columns';
    case 'no-chance':
      return `it does not ask whether chance alone would do that with ${count(disagreement.rows.reference)} and ${count(disagreement.rows.current)} rows`;
    case 'other-differences':
      return 'its test looks at other differences';
    case 'threshold':
      return 'its distance puts the change under its fixed threshold';
  }
}

function counterfactualText(values: ReasonValues['counterfactual'], sides: SidesWords): string {
  switch (values.change) {
    case 'larger-minimum':
      return `It would not count as changed if only changes above ${amount(values.effect, sides)} mattered.`;
    case 'more-rows':
      return `About ${counted(values.rows, 'row')} like these on each side would be enough to say.`;
    case 'other-rows':
      return 'It would count as changed if the other rows, too, had moved that far.';
    case 'rate':
      return 'It would not count as changed if rare categories did not matter.';
    case 'evidence':
      return 'More rows like these could say whether it is more than chance.';
    case 'nothing':
      return 'Differences like this are what chance makes; no sensible setting would call it changed.';
    case 'smaller-minimum':
      return `It would count as changed if changes of ${amount(values.effect, sides)} mattered.`;
    case 'larger-alpha':
      return `It would count as changed if α were above ${effect(values.alpha)}.`;
    case 'smaller-minimum-and-larger-alpha':
      return `It would count as changed if changes of ${amount(values.effect, sides)} mattered and α were above ${effect(values.alpha)}.`;
  }
}

/** Whether a step speaks for a change, and what its marks mean. */
const speaks = { for: 'speaks for a change', against: 'speaks against a change' };
const marks = '● speaks for a change · ○ speaks against one';
const heading = 'Why this verdict';

export const reasons = { heading, terms, steps, speaks, marks, notTested, ...columnReasons };
