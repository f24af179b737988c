import type { VerdictPartValues } from '../../../facts/statements/verdict.ts';
import { count, share, signedShare } from '../../format.ts';
import { measureValue, measureValues } from '../../measure-value.ts';
import { counted, named, opening, verb } from '../grammar.ts';
import { errorName, measureInSentence } from '../measures.ts';
import { exploratory } from './chosen-rows.ts';
import { moves } from './moves.ts';
import { stepText } from './step.ts';
import type { SidesWords } from '../sides.ts';

type Parts = { [Kind in keyof VerdictPartValues]: (values: VerdictPartValues[Kind], sides: SidesWords) => string };

/** The sentences of the headline. */
export const parts: Parts = {
  'nothing-compared': () => 'No column could be compared.',
  identical: ({ columns, others }) =>
    others === 0
      ? 'The two files hold the same values.'
      : `The two files hold the same values in the ${counted(columns, 'column')} that ${verb(columns, 'was', 'were')} compared; ${count(others)} ${verb(others, 'was', 'were')} not.`,
  model: (values) => {
    const { within } = values;
    const alike =
      within === undefined ? '' : `; within the same ${named(within.columns)} ${measureText(within, values.metric)}`;
    const told = `${measureText(values)}${sinceText(values)}${alike}`;
    if (values.moved === true)
      return `The model may have got ${values.leadBetter ? 'better' : 'worse'}: ${told}, perhaps by chance.`;
    return `${modelHeads[values.change]}: ${told}${modelTails[values.change]}.`;
  },
  models: (values, sides) => {
    const { metric, reference, current, relative, change, leadBetter } = values;
    const name = measureInSentence(metric);
    const [a, b] = measureValues(metric, reference, current);
    if (change === 'noMoreThanNoise') return `Neither model is better by more than noise: ${name} ${a} and ${b}.`;
    if (change === 'notComparable') return `Which model is better cannot be said: ${name} ${a} and ${b}.`;
    const [better, sizes] = leadBetter ? [sides.current, `${b} against ${a}`] : [sides.reference, `${a} against ${b}`];
    const size = leadBetter && relative !== null ? `, ${signedShare(relative)}` : '';
    const limit = change === 'mixed' ? '; by other measures the other one is' : '';
    return `${opening(better.noun)} is better: ${name} ${sizes}${size}${limit}.`;
  },
  'model-naive': ({ metric, value, naive, side, twoModels }, sides) => {
    const model = twoModels ? opening(sides[side].noun) : 'The model';
    const measured = `${measureInSentence(metric)} ${measureValue(metric, value)}`;
    return naive === null
      ? `${model} is worse than chance: ${measured}.`
      : `${model} is worse than one and the same guess: ${measured}; always the median gives ${measureValue(metric, naive)}.`;
  },
  emptied: ({ count: n, named }) => {
    const columns = named.map(
      ({ name, before, after, step }) =>
        `“${name}” (${share(before)} → ${share(after)} without a value)${step === undefined ? '' : ` ${stepText(step)}`}`,
    );
    return `${counted(n, 'column')} emptied: ${withOthers(columns, n)}.`;
  },
  target: ({ state, ...column }) => `The target ${targetStates[state]}: ${namedColumn(column)}.`,
  changed: (values) => `${headOf(values)} changed: ${columnList(values)}.`,
  moved: (values) => `${headOf(values)} moved, perhaps by chance: ${columnList(values)}.`,
  unchanged: ({ count: n, tested }) =>
    n === 1 && tested === 1
      ? 'No change in the one column that was compared.'
      : `No change in ${count(n)} of ${counted(tested, 'column')}.`,
  insufficient: ({ count: n, tested }) =>
    n === tested && tested !== 1
      ? `There are too few data to see a change in any of ${counted(tested, 'column')}.`
      : `For ${counted(n, 'column')} there are too few data to see a change.`,
  within: ({ columns, leftOut, rows }, { reference }) => {
    const alike = `Compared within the same ${named(columns)}`;
    return leftOut === 0
      ? `${alike}.`
      : `${alike}; ${count(leftOut)} of ${counted(rows, 'row')} ${verb(leftOut, 'is', 'are')} left out, with too few alike in ${reference.noun}.`;
  },
  exploratory: () => exploratory.part,
  'evidently-drifted': ({ changed, tested, share: part }) =>
    `By Evidently’s rule ${count(changed)} of ${counted(tested, 'column')} drifted (${share(part)}); the data set drifted.`,
  'evidently-not-drifted': ({ changed, tested, share: part }) =>
    `By Evidently’s rule ${count(changed)} of ${counted(tested, 'column')} drifted (${share(part)}); the data set did not drift.`,
  quality: ({ rows, columns, findings }) => {
    const size = `${counted(rows, 'row')}, ${counted(columns, 'column')}`;
    return `${size}: ${findings === 0 ? 'nothing serious found' : `${counted(findings, 'finding')} to look at`}.`;
  },
};

const modelHeads: Record<VerdictPartValues['model']['change'], string> = {
  worse: 'The model got worse',
  better: 'The model got better',
  mixed: 'The model is better by some measures and worse by others',
  noMoreThanNoise: 'The model is about as good as before',
  notComparable: 'Whether the model got worse cannot be said',
};

const modelTails: Record<VerdictPartValues['model']['change'], string> = {
  ...{ worse: '', better: '', mixed: '' },
  noMoreThanNoise: ', no more than noise',
  notComparable: ', too few independent rows',
};

type MeasureChange = Pick<VerdictPartValues['model'], 'metric' | 'reference' | 'current' | 'relative'>;

/** "mean absolute error 8.1 → 11.6, +43%"; without the name where that was said. */
function measureText({ metric, reference, current, relative }: MeasureChange, named = ''): string {
  const name = metric === named ? '' : `${measureInSentence(metric)} `;
  const change = `${name}${measureValues(metric, reference, current).join(' → ')}`;
  return relative === null ? change : `${change}, ${signedShare(relative)}`;
}

/** What the error is the mean of, by the measure that tells it. */
const TOLD_BY: Record<string, string> = { mae: 'mae', accuracy: 'error_rate' };

/** " since about Nov 12", of the measure that was named; else with the name of the error. */
function sinceText({ dating, metric }: Pick<VerdictPartValues['model'], 'dating' | 'metric'>): string {
  if (dating === undefined) return '';
  const { measure, larger, step } = dating;
  if (TOLD_BY[metric] === measure) return ` ${stepText(step)}`;
  return `; the ${errorName(measure)} has been ${larger ? 'larger' : 'smaller'} ${stepText(step)}`;
}

type Columns = VerdictPartValues['changed'];

const headOf = ({ count: n, tested, other = false }: Columns): string =>
  `${count(n)} of ${counted(tested, other ? 'other column' : 'column')} ${verb(n, 'has', 'have')}`;

const targetStates = { changed: 'has changed', moved: 'has moved, perhaps by chance' } as const;

const namedColumn = ({ name, move, step }: Columns['named'][number]): string =>
  `“${name}”${move === null ? '' : moves.remark(move)}${step === undefined ? '' : ` ${stepText(step)}`}`;

const columnList = ({ count: n, named }: Columns): string => withOthers(named.map(namedColumn), n);

const withOthers = (texts: readonly string[], total: number): string => {
  const rest = total - texts.length;
  return [...texts, ...(rest > 0 ? [`and ${count(rest)} more`] : [])].join('; ');
};
