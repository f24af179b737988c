import type { Cost, Costs } from '../../../facts/document/cost.ts';
import type { Difference, Estimate } from '../../../facts/document/model/estimates.ts';
import type { Side } from '../../../facts/document/side.ts';
import { beforeAfter, count, effect, NONE, number, withUnit } from '../../format.ts';
import { named, verb } from '../grammar.ts';
import type { SidesWords } from '../sides.ts';

type Measured = Cost & { state: 'measured' };
type Maybe<T> = T | null | undefined;
type Rule = Costs['rule'];

/** An amount in the currency: "1,240 €". */
const amount = (value: Maybe<number>, currency: string): string =>
  value === null || value === undefined ? NONE : withUnit(effect(value), currency);

const interval = ({ low, high }: Estimate): string =>
  low === null || high === null ? '' : `${effect(low)} to ${effect(high)}`;

/** What is done, as a line of the table says it. */
function ruleName(rule: Rule): string {
  if (rule.kind === 'model') return 'The model';
  if (rule.kind === 'median') return `Always the median, ${number(rule.value)}`;
  if (rule.kind === 'last') return 'Always the value of the row before';
  if (rule.kind === 'class') return `Always “${rule.label}”`;
  return rule.threshold === null
    ? 'Least cost: no score is high enough'
    : `Least cost: from a score of ${number(rule.threshold)} on`;
}

/** "Errors cost 1,240 € in 5,000 current rows, 0.25 € a row" */
function spent(
  { total, rows }: Costs,
  side: Side,
  { currency, name, aRow }: Record<'currency' | 'name' | 'aRow', string>,
): string {
  const counted = `${count(rows[side] ?? 0)} ${name} ${verb(rows[side] ?? 0, 'row', 'rows')}`;
  return `Errors cost ${amount(total[side]?.value, currency)} in ${counted}, ${withUnit(aRow, currency)} a row`;
}

const noise = (difference: Difference | null): string =>
  difference === null || difference.low === null
    ? 'too few rows, or too few that cost anything, to tell whether that is more than noise'
    : difference.beyondNoise
      ? 'more than noise'
      : 'no more than noise';

/** What a row costs in both files, with more digits where three would be the same. */
function rowCosts(reference: number, current: number): [string, string] {
  const told: [string, string] = [effect(reference), effect(current)];
  return told[0] === told[1] ? beforeAfter(reference, current) : told;
}

/** What the errors cost now, and what they cost before. */
function sentence({ costs, currency }: Measured, sides: SidesWords): string {
  const [model] = costs;
  const { reference, current } = model?.perRow ?? {};
  if (model === undefined || (!reference && !current)) return 'No row has what its cost is worked out from.';
  if (!reference || !current) {
    const side = current ? 'current' : 'reference';
    const aRow = effect((current ?? reference)?.value);
    return `${spent(model, side, { currency, name: sides[side].name, aRow })}.`;
  }
  const [referenceCost, currentCost] = rowCosts(reference.value, current.value);
  const told = spent(model, 'current', { currency, name: sides.current.name, aRow: currentCost });
  return `${told}, against ${withUnit(referenceCost, currency)} of ${sides.reference.noun}: ${noise(model.difference)}.`;
}

const againstModel = (difference: number, currency: string): string =>
  difference === 0
    ? 'as much as by the model'
    : `${amount(Math.abs(difference), currency)} ${difference < 0 ? 'less' : 'more'} than by the model`;

/** What something else would have cost in the newest file, beside the model. */
function alternative({ rule, perRow, beyondModel }: Costs, currency: string, sides: SidesWords): string {
  const side = perRow.current ? 'current' : 'reference';
  const difference = beyondModel[side];
  if (!perRow[side] || !difference) return '';
  const { value, low, high } = difference;
  const isClear = value === 0 || (low !== null && high !== null && (low > 0 || high < 0));
  const told = `${amount(perRow[side].value, currency)} a ${sides[side].name} row, ${againstModel(value, currency)}`;
  return `${ruleName(rule)}: ${told}${isClear ? '' : ', which may be noise'}.`;
}

const REASONS: Record<(Cost & { state: 'notMeasured' })['reason'], (task: 'regression' | 'classes') => string> = {
  otherTask: (task) =>
    task === 'regression'
      ? 'Costs are set for classes, and the model predicts numbers: set a cost of each unit too high and too low.'
      : 'Costs are set for numbers, and the model predicts classes: set a cost of each kind of error.',
  counted: () => 'The rows stayed elsewhere and were counted in bins, which do not tell what each of them costs.',
};

export const costWords = {
  ...{ sentence, alternative, ruleName, amount, interval },
  notMeasured: (reason: keyof typeof REASONS, task: 'regression' | 'classes'): string => REASONS[reason](task),
  unknownClasses: (labels: readonly string[]): string =>
    labels.length === 0 ? '' : `A cost is set for ${named(labels)}, which no file has: it is not counted.`,
  handbook: 'How costs are counted',
  table: 'Costs',
  rule: 'What is done',
  ofRow: (name: string): string => `A row, ${name}`,
  ofAll: (name: string): string => `All rows, ${name}`,
  change: 'Difference of a row',
  extra: 'More than the model',
  extraHint: 'How much more a row costs than by the model, in the same rows; below zero it is cheaper.',
  chosenThere:
    'The threshold of least cost was found in the reference itself, where it looks cheaper than it is; the current file tells what it is worth.',
  overTime: 'Cost of a row over time',
  byThreshold: {
    title: 'Cost of a row by threshold',
    description: 'What a row costs over the threshold from which on scores count as positive, one line a file.',
    x: 'Threshold',
    y: (currency: string): string => (currency === '' ? 'Cost of a row' : `Cost of a row, ${currency}`),
  },
};
