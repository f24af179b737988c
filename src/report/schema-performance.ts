import * as v from 'valibot';
import { count, counts, curve, finding, names, orNull, perSide } from './schema-parts.ts';

const estimate = v.looseObject({ value: v.number(), low: orNull, high: orNull });
const metrics = v.array(
  v.looseObject({
    id: v.string(),
    label: v.optional(v.string()),
    values: perSide(v.nullable(estimate)),
    difference: v.nullable(
      v.looseObject({ ...estimate.entries, relative: v.nullable(estimate), beyondNoise: v.boolean() }),
    ),
  }),
);
const feature = v.looseObject({
  name: v.string(),
  bins: v.variant('kind', [
    v.looseObject({ kind: v.literal('numeric'), edges: curve }),
    v.looseObject({ kind: v.literal('categorical'), names, others: v.boolean() }),
  ]),
  cells: perSide(v.array(v.looseObject({ count }))),
  explained: perSide(orNull),
  histogram: v.nullable(v.looseObject({ edges: curve, scale: v.picklist(['linear', 'log', 'time']) })),
  plane: v.nullable(
    v.looseObject({
      edges: curve,
      cells: perSide(v.looseObject({ at: counts, rows: counts, values: v.array(curve) })),
    }),
  ),
  groups: v.array(v.looseObject({ name: v.string(), label: v.optional(v.string()), counts: perSide(counts) })),
});
const pairing = v.looseObject({
  by: v.picklist(['id', 'order']),
  column: v.nullable(v.string()),
  pairs: count,
  without: perSide(count),
  double: perSide(count),
  alone: perSide(count),
  targetsApart: count,
});
/** How good the model is, as the document says it. */
export const performance = v.variant('state', [
  v.looseObject({ state: v.literal('notMeasured'), reason: v.string(), summary: v.string() }),
  v.looseObject({
    state: v.literal('measured'),
    summary: v.string(),
    task: v.picklist(['regression', 'binary', 'multiclass']),
    target: v.string(),
    prediction: v.nullable(v.string()),
    probabilities: v.array(v.looseObject({ column: v.string(), label: v.string() })),
    names: v.looseObject({ reference: v.string(), current: v.string() }),
    pairing: v.nullable(pairing),
    notes: names,
    findings: v.array(finding),
    whole: v.looseObject({ task: v.picklist(['regression', 'binary', 'multiclass']), metrics }),
    features: v.array(feature),
  }),
]);
