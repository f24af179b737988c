import * as v from 'valibot';
import { period } from './distribution.ts';
import { difference, estimate } from './model/estimates.ts';
import { count, numberOrNull, optional, record } from './record.ts';
import { perSide } from './side.ts';

/** Whose errors: those of the model, or of something that is done in place of it. */
const rule = v.variant('kind', [
  record({ kind: v.literal('model') }),
  /** Always the median of the reference's targets. */
  record({ kind: v.literal('median'), value: v.number() }),
  /** The target of the row before. */
  record({ kind: v.literal('last') }),
  /** Always one class: the one that the reference has most of, or of two the negative one. */
  record({ kind: v.literal('class'), label: v.string() }),
  /** The model's scores from the threshold on at which the reference costs least; null: at none of them. */
  record({ kind: v.literal('threshold'), threshold: numberOrNull }),
]);

const estimates = perSide(v.nullable(estimate));

/** What errors cost in each file. */
const costs = record({
  rule,
  /** Rows whose cost is known. */
  rows: perSide(count),
  /** Null limits where too few rows cost anything. */
  perRow: estimates,
  total: estimates,
  /** Of the cost of a row; null for one file alone. */
  difference: v.nullable(difference),
  /** How much more than the model a row costs; empty for the model itself. */
  beyondModel: estimates,
});
export type Costs = v.InferOutput<typeof costs>;

/** What the model's errors cost, by what a cost was set for. */
export const cost = v.variant('state', [
  record({
    state: v.literal('measured'),
    /** As it was set; empty where it was not. */
    currency: v.string(),
    /** The model first. */
    costs: v.array(costs),
    /** What a row costs, by period; absent where no column tells the time. */
    overTime: optional(record({ unit: v.string(), timeColumn: v.string(), perRow: perSide(v.array(period)) })),
    /** Of two classes with scores: what a row of each kind costs. */
    kinds: optional(record({ tp: v.number(), fp: v.number(), fn: v.number(), tn: v.number() })),
    /** Classes that a cost is set for and that no file has. */
    unknownClasses: v.array(v.string()),
  }),
  /** `otherTask`: costs of numbers were set and the model predicts classes, or the other way round. `counted`: the rows stayed elsewhere. */
  record({ state: v.literal('notMeasured'), reason: v.picklist(['otherTask', 'counted']) }),
]);
export type Cost = v.InferOutput<typeof cost>;
