import type { AdviceValues, Problem, ProblemValues } from '../../../facts/statements/advice.ts';
import { count, number, share } from '../../format.ts';
import { measureValue, measureValues } from '../../measure-value.ts';
import { counted, named, verb } from '../grammar.ts';
import { errorName, measureInSentence } from '../measures.ts';
import { whereWords } from '../sections/where.ts';
import type { SidesWords } from '../sides.ts';
import { stepText } from './step.ts';

type Sentences = { [Kind in keyof AdviceValues]: (values: AdviceValues[Kind], sides: SidesWords) => string };
type Problems = { [Kind in keyof ProblemValues]: (values: ProblemValues[Kind], sides: SidesWords) => string };

const { mix: mixWords } = whereWords;

const missingNow = ({ before, after }: ProblemValues['missing']): string =>
  `${share(after)} of rows have no value, ${share(before)} before`;

/** What speaks for a broken column, as a clause. */
const problems: Problems = {
  emptied: missingNow,
  missing: missingNow,
  'only-in-one-file': (_, { current }) => `${current.noun} does not have it`,
  'type-change': (kinds) => `it holds ${kinds.current}, ${kinds.reference} before`,
  constant: (_, { reference, current }) => `every ${current.name} value is the same; in ${reference.noun} they vary`,
  unreadable: ({ cells }, { current }) => `${counted(cells, 'cell')} of ${current.noun} could not be read`,
  infinite: ({ cells }, { current }) =>
    `${counted(cells, `${current.name} value`)} ${verb(cells, 'is', 'are')} infinite`,
  'leading-zeros-lost': (_, { current }) => `leading zeros were lost in ${current.noun}`,
  'out-of-range': ({ rows, low, high }, { reference, current }) =>
    `${counted(rows, `${current.name} value`)} ${verb(rows, 'lies', 'lie')} beyond everything in ${reference.noun}, ${number(low)} to ${number(high)}`,
  outliers: ({ rows, low, high }, { reference, current }) =>
    `${counted(rows, `${current.name} value`)} ${verb(rows, 'lies', 'lie')} outside the ordinary range of ${reference.noun}, ${number(low)} to ${number(high)}`,
};

const problemText = ({ kind, values }: Problem, sides: SidesWords): string =>
  (problems[kind] as (values: Problem['values'], sides: SidesWords) => string)(values, sides);

/** Its own date behind missing cells; behind other findings that of the column's level. */
function problemSince({ problem, step }: AdviceValues['check-data']): string {
  if (step === undefined) return '.';
  const isOwn = problem.kind === 'emptied' || problem.kind === 'missing';
  return isOwn ? `, ${stepText(step)}.` : `. Its level has been another ${stepText(step)}.`;
}

/** What is to be done before, where there is something. */
const first = (later: boolean, action: string): string =>
  later ? `When that is clear, ${action}` : `${action.charAt(0).toUpperCase()}${action.slice(1)}`;

type Grown = Pick<AdviceValues['retrain'], 'metric' | 'reference' | 'current'>;

function grown({ metric, reference, current }: Grown): string {
  const figures =
    metric === 'error_rate' ? [share(reference), share(current)] : measureValues(metric, reference, current);
  return `${errorName(metric)} ${figures.join(' → ')}`;
}

/** "+2 comes from another mix of rows by “x”, +0.6 from rows that are alike in it" */
function splitText(metric: string, split: NonNullable<AdviceValues['retrain']['split']>): string {
  const column = mixWords.by(split);
  const [mix, within] = mixWords.parts(metric, split.mix, split.within);
  return `${mix} comes from another mix of rows by ${column}, ${within} from rows that are alike in it`;
}

function whyAgain({ split, relation, sameInputs, ...error }: AdviceValues['retrain']): string {
  const bySplit =
    split === undefined
      ? ''
      : split === null
        ? '; no column’s mix explains more of it than chance would'
        : `; ${splitText(error.metric, split)}`;
  const byRelation = relation === null ? '' : `; at the same values of “${relation}” the target is another than before`;
  return `${grown(error)}${sameInputs ? ', while no input changed' : ''}${bySplit}${byRelation}`;
}

/** Up, to two digits: how many rows are enough is an estimate. */
function roughly(rows: number): string {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(rows)) - 1);
  return count(Math.ceil(rows / unit) * unit);
}

function moreRows({ reference, current }: AdviceValues['collect-rows']['lacking'], sides: SidesWords): string {
  if (reference > 0 && current > 0)
    return `about ${roughly(Math.max(reference, current))} more rows like these in each file`;
  const side = current > 0 ? sides.current : sides.reference;
  return `about ${roughly(Math.max(reference, current))} more ${side.name} rows like these`;
}

/** What to do now. */
export const advice: Sentences = {
  'check-data': (values, sides) => {
    const { column, problem, others } = values;
    const more = others.count === 0 ? '' : ` Check ${named(others.named, others.count)} too.`;
    return `Check the source of “${column}”: ${problemText(problem, sides)}${problemSince(values)}${more}`;
  },
  'avoid-model': ({ metric, value, naive, side, twoModels }, sides) => {
    const model = twoModels ? sides[side].noun : 'the model as it is';
    const measured = `${measureInSentence(metric)} ${measureValue(metric, value)}`;
    return naive === null
      ? `Do not rely on ${model}: it is worse than chance, ${measured}.`
      : `Do not rely on ${model}: ${measured}; always the median gives ${measureValue(metric, naive)}.`;
  },
  'choose-model': ({ better, metric, ...figures }, sides) => {
    const poorer = better === 'current' ? 'reference' : 'current';
    return `Use ${sides[better].noun}: ${measureInSentence(metric)} ${measureValue(metric, figures[better])} against ${measureValue(metric, figures[poorer])}.`;
  },
  retrain: (values) => `${first(values.later, 'train the model again on newer rows')}: ${whyAgain(values)}.`,
  'weigh-rows': ({ split, later, ...error }) =>
    `${first(later, 'train the model again with more weight on rows like the current ones')}: ${grown(error)}; ${splitText(error.metric, split)}.`,
  'look-at-rows': ({ segment, basis }, sides) =>
    `Look at these rows first: ${whereWords.sentence(segment, basis, sides)}`,
  'collect-rows': ({ column, lacking }, sides) =>
    `Collect ${moreRows(lacking, sides)}: enough to say whether “${column}” changed.`,
  keep: ({ model, identical }) => {
    if (identical) return 'Nothing to do: the columns that were compared hold the same values.';
    return model
      ? 'Keep the model as it is: nothing changed that matters.'
      : 'Nothing to do: nothing changed that matters.';
  },
};
