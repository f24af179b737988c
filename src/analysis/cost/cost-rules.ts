import { largest } from '../../facts/extremes.ts';
import { elementAt } from '../../facts/element-at.ts';
import type { Costs } from '../../facts/document/cost.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { CostConfig } from '../../facts/settings/cost.ts';
import { sortedQuantile } from '../../stats/describe/small-summaries.ts';
import { cellCosts, errorCosts } from '../../stats/model/blocks/costs.ts';
import { sortedFinite } from '../../stats/model/error-groups.ts';
import { pairRows } from '../../stats/model/pairs.ts';
import { predictedClasses, type ClassRows } from '../../stats/model/predicted-classes.ts';
import { thresholdCurve } from '../../stats/model/threshold-curve.ts';
import { leastCost, type KindCosts } from '../../stats/model/thresholds.ts';
import { withPartner } from '../model/classification.ts';
import type { RegressionRows } from '../model/measured-rows.ts';
import type { ModelTask } from '../model/model-rows.ts';

type Classes = ModelTask & { kind: 'classification' };

/** What each row costs where things are done by a rule; NaN where that is not known. */
export interface RuleCosts {
  rule: Costs['rule'];
  sides: PerSide<Float64Array>;
}

/**
 * What rows of numbers cost: by the model, by the reference's median, and where rows stand in time by the target of the row before.
 * @param rows of each file
 * @param costs by unit
 * @param isInTime whether a column tells the time
 */
export function costsOfNumbers(rows: PerSide<RegressionRows>, costs: CostConfig, isInTime: boolean): RuleCosts[] {
  const pairs = mapSides(rows, ({ target, prediction, places }) => pairRows(target, prediction, places));
  const unitCosts = { tooHigh: costs.over ?? 0, tooLow: costs.under ?? 0, free: costs.free ?? 0 };
  const byErrors = (rule: Costs['rule'], errorsOf: (side: (typeof pairs)['current'] & object) => Float64Array) => ({
    rule,
    sides: mapSides(pairs, (side) => errorCosts(errorsOf(side), unitCosts)),
  });
  const known = sortedFinite((pairs.reference ?? pairs.current)?.target ?? new Float64Array());
  const middle = known.length === 0 ? NaN : sortedQuantile(known, 0.5);
  return [
    byErrors({ kind: 'model' }, ({ error }) => error),
    ...(known.length === 0
      ? []
      : [byErrors({ kind: 'median', value: middle }, ({ target }) => target.map((value) => middle - value))]),
    ...(isInTime ? [byErrors({ kind: 'last' }, ({ target }) => errorsOfLast(target))] : []),
  ];
}

function errorsOfLast(target: Float64Array): Float64Array {
  const errors = new Float64Array(target.length);
  let previous = NaN;
  for (let row = 0; row < target.length; row++) {
    const value = target[row]!;
    errors[row] = previous - value;
    if (value === value) previous = value;
  }
  return errors;
}

/** What each cell of a confusion matrix costs, row = truth, and classes that a cost is set for and that no file has. */
export function cellsOf(
  classes: readonly string[],
  { cells = [] }: CostConfig,
): { costs: Float64Array; unknown: string[] } {
  const k = classes.length;
  const places = new Map(classes.map((label, i) => [label, i]));
  const costs = new Float64Array(k * k);
  for (const { actual, predicted, cost } of cells) {
    const [truth, guess] = [places.get(actual), places.get(predicted)];
    if (truth !== undefined && guess !== undefined) costs[truth * k + guess] = cost;
  }
  const named = cells.flatMap(({ actual, predicted }) => [actual, predicted]);
  return { costs, unknown: [...new Set(named)].filter((label) => !places.has(label)) };
}

/**
 * What rows of classes cost: by the model, by always the same class, and by the threshold at which the reference costs least.
 * @param given of each file
 * @param task the model's
 * @param options what each cell costs (k × k, row = truth), and whether the files hold two models' predictions, whose scores need not agree
 */
export function costsOfClasses(
  given: PerSide<ClassRows>,
  task: Classes,
  { cells, twoModels }: { cells: Float64Array; twoModels: boolean },
): RuleCosts[] {
  const rows = mapSides(given, withPartner);
  const byClasses = (rule: Costs['rule'], predictedOf: (side: ClassRows) => Int32Array): RuleCosts => ({
    rule,
    sides: mapSides(rows, (side) => cellCosts(side.target, predictedOf(side), cells)),
  });
  const constant = (label: number): RuleCosts =>
    byClasses({ kind: 'class', label: elementAt(task.classes, label) }, ({ target }) =>
      new Int32Array(target.length).fill(label),
    );
  const threshold = twoModels ? null : leastThreshold(rows.reference ?? rows.current, task, cells);
  return [
    byClasses({ kind: 'model' }, (side) => predictedClasses(side, task.threshold ?? 0.5)),
    ...constantClasses(rows.reference ?? rows.current, task).map(constant),
    ...(threshold === null
      ? []
      : [
          byClasses({ kind: 'threshold', threshold: Number.isFinite(threshold) ? threshold : null }, (side) =>
            predictedClasses({ ...side, prediction: null }, threshold),
          ),
        ]),
  ];
}

/** The negative class of two, and the one that most rows are of. */
function constantClasses(rows: ClassRows | undefined, { classes, positive }: Classes): number[] {
  const counts = classes.map(() => 0);
  for (const truth of rows?.target ?? []) if (truth >= 0) counts[truth]!++;
  const mostFrequent = counts.indexOf(largest(counts));
  return [...new Set([...(positive === null ? [] : [1 - positive]), mostFrequent])];
}

/** The threshold at which a file of two classes costs least; null without scores, or without both classes. */
function leastThreshold(rows: ClassRows | undefined, { positive }: Classes, cells: Float64Array): number | null {
  const [scores] = rows?.scores ?? [];
  if (rows === undefined || positive === null || scores === undefined) return null;
  const truth = Int8Array.from(rows.target, (label) => (label < 0 ? -1 : Number(label === positive)));
  const curve = thresholdCurve(scores, truth);
  if (curve.positives + curve.negatives === 0) return null;
  return leastCost(curve, kindCosts(cells));
}

/** The cells of two classes, the negative one first. */
export const kindCosts = ([tn = 0, fp = 0, fn = 0, tp = 0]: Float64Array): KindCosts => ({ tp, fp, fn, tn });
