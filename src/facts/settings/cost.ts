import * as v from 'valibot';
import type { ConfigRule } from '../statements/config-problems.ts';

/** No currency has a longer name. */
const LONGEST_CURRENCY = 20;
/** All cells of a matrix of a hundred classes. */
const MOST_CELLS = 10_000;

const unitCost = (words: string) => v.optional(v.pipe(v.number(), v.minValue(0), v.description(words)));

/** A class as it is written: YAML takes 0 and true for no texts. */
const label = (words: string) =>
  v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String), v.description(words));

const cellSchema = v.strictObject({
  actual: label('The true class.'),
  predicted: label('The class that was predicted.'),
  cost: v.pipe(v.number(), v.description('Of one such row; below zero for a gain.')),
});
type CostCell = v.InferOutput<typeof cellSchema>;

const isOnce = (cells: CostCell[]): boolean =>
  new Set(cells.map(({ actual, predicted }) => JSON.stringify([actual, predicted]))).size === cells.length;

/** What an error costs: of numbers by the unit of the target, of classes by the cell of the confusion matrix. */
export const costSchema = v.strictObject({
  currency: v.optional(
    v.pipe(v.string(), v.maxLength(LONGEST_CURRENCY), v.description('What amounts are in, as it is written: "€".')),
  ),
  over: unitCost('Of each unit that a number was predicted too high.'),
  under: unitCost('Of each unit that a number was predicted too low.'),
  free: unitCost("Errors up to this size cost nothing, and larger ones what lies beyond; in the target's unit."),
  cells: v.optional(
    v.pipe(
      v.array(cellSchema),
      v.maxLength(MOST_CELLS),
      v.check(isOnce, 'each-cell-once' satisfies ConfigRule),
      v.description('Of classes: what a row of a class that was predicted as another costs. Others cost nothing.'),
    ),
  ),
});

export type CostConfig = v.InferOutput<typeof costSchema>;

/** Costs as they were written, once they are known to be valid. */
export const writtenCost = (written: v.InferInput<typeof costSchema>): CostConfig => v.parse(costSchema, written);

/** Whether costs are set for what a model predicts. */
export const isCostOf = (task: 'regression' | 'classification', cost: CostConfig): boolean =>
  task === 'regression' ? cost.over !== undefined || cost.under !== undefined : (cost.cells ?? []).length > 0;

/** Whether any cost is set. */
export const isCostSet = (config: CostConfig | undefined): config is CostConfig =>
  config !== undefined && (isCostOf('regression', config) || isCostOf('classification', config));
