import { elementAt } from '../../facts/element-at.ts';
import type { Cost } from '../../facts/document/cost.ts';
import type { Period } from '../../facts/document/distribution.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { isCostOf, type CostConfig } from '../../facts/settings/cost.ts';
import type { ClassRows } from '../../stats/model/predicted-classes.ts';
import type { KindCosts } from '../../stats/model/thresholds.ts';
import type { MeasureSettings, RegressionRows } from '../model/measured-rows.ts';
import type { ModelTask } from '../model/model-rows.ts';
import { periodsOf, periodSums, type SharedAxis } from '../summarise/periods.ts';
import { costEstimates } from './cost-estimates.ts';
import { cellsOf, costsOfClasses, costsOfNumbers, kindCosts, type RuleCosts } from './cost-rules.ts';

/** The rows of a model, by its task. */
export type CostedRows =
  | { kind: 'regression'; rows: PerSide<RegressionRows> }
  | { kind: 'classification'; rows: PerSide<ClassRows>; task: ModelTask & { kind: 'classification' } };

/** What a model's errors cost, and what each row does. */
export interface CostFound {
  cost: Cost;
  rows: PerSide<Float64Array>;
}

/** How costs are worked out. */
export interface CostOptions extends MeasureSettings {
  /** The files hold two models' predictions. */
  twoModels: boolean;
}

/** What errors cost, where costs are set for what the model predicts. */
export function costOf(
  given: CostedRows,
  config: CostConfig,
  { axis, twoModels, ...settings }: CostOptions & { axis: SharedAxis | null },
): CostFound {
  if (!isCostOf(given.kind, config)) return { cost: { state: 'notMeasured', reason: 'otherTask' }, rows: {} };
  const { rules, kinds, unknown } = rulesOf(given, config, { isInTime: axis !== null, twoModels });
  const model = elementAt(rules, 0);
  const periods = axis === null ? {} : { overTime: overTime(model.sides, axis) };
  const costs = rules.map((rule) =>
    costEstimates(rule, model, { ...settings, placesIn: (side) => given.rows[side]?.places ?? null }),
  );
  const { currency = '' } = config;
  return {
    cost: {
      state: 'measured',
      currency,
      costs,
      ...periods,
      ...(kinds !== undefined && { kinds }),
      unknownClasses: unknown,
    },
    rows: model.sides,
  };
}

/** Ways to do things, and what is said of the cells of classes. */
interface Rules {
  rules: RuleCosts[];
  kinds?: KindCosts;
  unknown: string[];
}

function rulesOf(
  given: CostedRows,
  config: CostConfig,
  { isInTime, twoModels }: { isInTime: boolean; twoModels: boolean },
): Rules {
  if (given.kind === 'regression') return { rules: costsOfNumbers(given.rows, config, isInTime), unknown: [] };
  const { task, rows } = given;
  const { costs: cells, unknown } = cellsOf(task.classes, config);
  const isScored = task.positive !== null && Object.values(rows).some(({ scores }) => scores.length > 0);
  return {
    rules: costsOfClasses(rows, task, { cells, twoModels }),
    ...(isScored && { kinds: kindCosts(cells) }),
    unknown,
  };
}

const overTime = (sides: PerSide<Float64Array>, { timeColumn, unit, axes }: SharedAxis) => ({
  ...{ timeColumn, unit },
  perRow: mapSides(sides, (values, side): Period[] => {
    const axis = axes[side];
    return axis === undefined ? [] : periodsOf(periodSums({ values, missing: null }, axis));
  }),
});
