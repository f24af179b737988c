import type { Costs } from '../../facts/document/cost.ts';
import type { Difference, Estimate } from '../../facts/document/model/estimates.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { costMeasures, costSums } from '../../stats/model/blocks/costs.ts';
import { difference } from '../../stats/model/metric-differences.ts';
import { estimate, type Measured } from '../../stats/model/metric-estimates.ts';
import type { MeasureSettings } from '../model/measured-rows.ts';
import { alongSums, drawnMeasures, eachRow, type SummedRows } from '../model/drawn/drawn-measures.ts';
import type { RuleCosts } from './cost-rules.ts';

/** With fewer rows a file that cost something else than most do, nothing can be said of how much chance does. */
const FEWEST_COSTLY = 10;
/** Classes have few costs, numbers one a row. */
const MOST_KINDS = 10_000;

/** How costs are estimated. */
export interface CostSettings extends MeasureSettings {
  /** Where the other file holds each row; null where rows are not paired. */
  placesIn: (side: Side) => Int32Array | null;
}

interface SideCosts {
  rows: number;
  perRow: Measured;
  beyondModel: Measured;
  costly: number;
}

/**
 * What a row costs by a rule in each file, with intervals, and how much more than by the model.
 * @param costs of the rule
 * @param model of the model, of the same rows
 * @param settings see `CostSettings`
 */
export function costEstimates({ rule, sides }: RuleCosts, model: RuleCosts, settings: CostSettings): Costs {
  const byModel = (side: Side): Float64Array => model.sides[side] ?? new Float64Array();
  const summed = mapSides(sides, (costs, side): SummedRows => ({
    ...{ rows: costs.length, places: settings.placesIn(side) },
    seed: settings.paired || side === 'reference' ? settings.seed : settings.seed + 1,
    sumsIn: (blocks) => costSums(byModel(side), costs, blocks),
    pick(pickedRows) {
      const picked = (values: Float64Array): Float64Array => Float64Array.from(pickedRows, (row) => values[row]!);
      const sums = costSums(picked(byModel(side)), picked(costs), eachRow(pickedRows.length));
      return (direction) => alongSums(sums, direction);
    },
  }));
  const drawn = drawnMeasures(summed, { measures: costMeasures, telling: 2 }, settings.orders);
  const measured = mapSides(drawn, ({ total, measureAt }, side): SideCosts => ({
    rows: total[0] ?? 0,
    perRow: { ...measureAt(0), ...(sides[side]?.some((cost) => cost < 0) !== true && { lowerBound: 0 }) },
    beyondModel: measureAt(1),
    costly: costlyRows(sides[side] ?? new Float64Array()),
  }));
  const perRow = mapSides(measured, ({ perRow: value, costly }) => known(estimate(value), costly >= FEWEST_COSTLY));
  return {
    rule,
    rows: mapSides(measured, ({ rows }) => rows),
    perRow,
    total: mapSides(measured, ({ rows }, side) => times(perRow[side] ?? null, rows)),
    difference: differenceOf(measured),
    beyondModel:
      rule.kind === 'model'
        ? {}
        : mapSides(measured, ({ beyondModel: value, costly }) => known(estimate(value), costly >= FEWEST_COSTLY)),
  };
}

/** The cost that most rows have, which is that of no error where errors are rare. */
function usualCost(costs: Float64Array): number {
  const counts = new Map<number, number>();
  for (const cost of costs) {
    if (cost !== cost) continue;
    // Where there are more kinds than this, no cost is usual.
    if (counts.size > MOST_KINDS) return 0;
    counts.set(cost, (counts.get(cost) ?? 0) + 1);
  }
  let usual = 0;
  for (const [cost, rows] of counts) if (rows > (counts.get(usual) ?? 0)) usual = cost;
  return usual;
}

/**
 * How many rows cost something else than most do, if all of these cost alike: (Σd)² / Σd², so that few dear rows count little beside
 * many cheap ones (Kish's effective size).
 */
function costlyRows(costs: Float64Array): number {
  const usual = usualCost(costs);
  let [sum, squares] = [0, 0];
  for (const cost of costs) {
    if (cost !== cost) continue;
    const deviation = Math.abs(cost - usual);
    sum += deviation;
    squares += deviation * deviation;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}

const known = (found: Estimate | null, isKnown: boolean): Estimate | null =>
  found === null || isKnown ? found : { ...found, low: null, high: null };

const times = (found: Estimate | null, rows: number): Estimate | null =>
  found && {
    value: rows * found.value,
    low: found.low === null ? null : rows * found.low,
    high: found.high === null ? null : rows * found.high,
  };

/** A percentage of a gain says nothing. */
function differenceOf({ reference, current }: PerSide<SideCosts>): Difference | null {
  if (reference === undefined || current === undefined) return null;
  const found = difference(reference.perRow, current.perRow, reference.perRow.value > 0);
  // Of both together: to ask it of either alone would choose those that lie apart.
  if (found === null || reference.costly + current.costly >= 2 * FEWEST_COSTLY) return found;
  return { ...found, low: null, high: null, relative: null, beyondNoise: false };
}
