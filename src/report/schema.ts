import * as v from 'valibot';
import { performance } from './schema-performance.ts';
import { count, counts, curve, finding, names, orNull, perSide, side } from './schema-parts.ts';

/*
 * The document as it may come from a file. Objects are loose: a newer minor version may add names, none may go.
 */
const state = v.picklist(['changed', 'stable', 'insufficient', 'notTested']);

const outlyingRow = v.looseObject({ side, row: count, value: v.number(), id: v.optional(v.string()) });
const outliers = v.looseObject({
  low: v.number(),
  high: v.number(),
  counts: perSide(count),
  currentShare: v.number(),
  effectWithout: orNull,
  rows: v.array(outlyingRow),
});

const quality = v.looseObject({
  count,
  missing: count,
  nan: count,
  infinite: count,
  coerced: count,
  distinct: count,
  constant: v.boolean(),
  almostConstant: v.boolean(),
  identifierLike: v.boolean(),
  min: orNull,
  max: orNull,
  mean: orNull,
  std: orNull,
  quantiles: v.record(v.string(), v.number()),
  mostCommon: v.array(v.looseObject({ value: v.string(), count })),
});

const binScores = v.optional(
  v.array(v.looseObject({ method: v.string(), value: v.number(), parts: v.array(v.number()) })),
  [],
);
const numeric = v.looseObject({
  kind: v.literal('numeric'),
  edges: v.array(v.number()),
  scale: v.picklist(['linear', 'log', 'time']),
  counts: perSide(counts),
  below: perSide(count),
  above: perSide(count),
  total: perSide(count),
  scores: binScores,
});
const nameList = v.looseObject({ count, names });
const categorical = v.looseObject({
  kind: v.literal('categorical'),
  categories: v.array(
    v.looseObject({ name: v.string(), counts: perSide(count), status: v.picklist(['both', 'new', 'vanished']) }),
  ),
  other: v.nullable(v.looseObject({ levels: count, counts: perSide(count) })),
  total: perSide(count),
  appeared: nameList,
  vanished: nameList,
  scores: binScores,
});

const gap = v.looseObject({ x: v.number(), reference: v.number(), current: v.number() });
const cumulative = v.looseObject({ x: curve, reference: curve, current: curve, gap });
const period = v.looseObject({ start: v.number(), end: v.number(), count, mean: orNull, std: orNull });
const overTime = v.looseObject({ timeColumn: v.string(), unit: v.string(), periods: perSide(v.array(period)) });

const drift = v.looseObject({
  state,
  text: v.string(),
  reason: v.optional(v.string()),
  effect: v.optional(
    v.looseObject({
      method: v.string(),
      value: v.number(),
      unit: v.string(),
      raw: v.optional(v.number()),
      scale: v.optional(v.number()),
      threshold: v.number(),
    }),
  ),
  evidence: v.optional(
    v.looseObject({
      method: v.string(),
      statistic: v.number(),
      degreesOfFreedom: v.optional(v.number()),
      pValue: v.number(),
      qValue: v.optional(v.number()),
      rows: v.looseObject({ reference: count, current: count }),
      effectiveSize: v.looseObject({ reference: count, current: count }),
      pValueIndependent: v.number(),
    }),
  ),
  smallestDetectable: v.optional(
    v.looseObject({ value: orNull, unit: v.string(), power: v.number(), rowsEnough: count }),
  ),
  why: v.array(v.looseObject({ text: v.string(), forChange: v.nullable(v.boolean()) })),
  outliers: v.optional(outliers),
  findings: v.array(finding),
  scores: v.array(
    v.looseObject({
      method: v.string(),
      profile: v.string(),
      value: orNull,
      threshold: v.number(),
      drifted: v.boolean(),
      reason: v.optional(v.string()),
    }),
  ),
  drawnScores: v.optional(v.array(v.looseObject({ method: v.string(), value: v.number(), byLuck: v.number() }))),
});

const column = v.looseObject({
  name: v.string(),
  type: v.picklist(['numeric', 'categorical', 'datetime', 'boolean', 'text', 'identifier']),
  role: v.picklist(['feature', 'target', 'prediction', 'probability', 'time', 'id', 'ignored']),
  typeReason: v.string(),
  roleReason: v.string(),
  presentIn: v.array(side),
  quality: perSide(quality),
  drift: v.nullable(drift),
  distribution: v.nullable(v.variant('kind', [numeric, categorical])),
  cumulative: v.nullable(cumulative),
  overTime: v.nullable(overTime),
});

const input = v.looseObject({
  name: v.string(),
  bytes: count,
  rows: count,
  rowsUsed: count,
  parts: v.optional(v.array(v.looseObject({ name: v.string(), bytes: count, rows: count }))),
  columns: count,
  format: v.string(),
  readAs: v.array(v.looseObject({ label: v.string(), value: v.string(), choices: v.optional(v.array(v.string())) })),
  notes: v.array(
    v.looseObject({
      severity: v.picklist(['info', 'warning']),
      text: v.string(),
      column: v.optional(v.string()),
      row: v.optional(count),
      examples: v.optional(v.array(v.looseObject({ row: count, value: v.string() }))),
    }),
  ),
});

const datasetQuality = v.looseObject({
  rows: count,
  columns: count,
  duplicateRows: count,
  duplicateColumns: v.array(names),
  emptyRows: count,
  emptyColumns: names,
  missingCells: count,
  missingShare: v.number(),
});

const matrix = v.array(v.array(orNull));
const correlations = v.looseObject({
  method: v.picklist(['pearson', 'spearman', 'cramers_v']),
  columns: names,
  values: perSide(matrix),
  rowsUsed: perSide(count),
  sampled: v.boolean(),
  columnsLeftOut: count,
  changedMost: v.array(
    v.looseObject({
      a: v.string(),
      b: v.string(),
      reference: v.number(),
      current: v.number(),
      difference: v.number(),
    }),
  ),
});

export const reportSchema = v.looseObject({
  format: v.literal('plumbline-report/1'),
  createdAt: v.string(),
  app: v.looseObject({ name: v.literal('plumbline'), version: v.string() }),
  inputs: perSide(input),
  config: v.looseObject({ profile: v.string(), alpha: v.number() }),
  verdict: v.looseObject({
    state: v.picklist(['changed', 'stable', 'insufficient', 'notTested', 'qualityOnly']),
    summary: v.string(),
    detail: v.optional(v.string()),
    counts: v.looseObject({ changed: count, stable: count, insufficient: count, notTested: count }),
  }),
  columns: v.array(column),
  dataset: v.looseObject({
    quality: perSide(datasetQuality),
    drift: v.nullable(v.looseObject({ share: v.number(), drifted: count, tested: count, expectedByLuck: v.number() })),
    findings: v.array(finding),
  }),
  correlations: v.array(correlations),
  performance: v.optional(v.nullable(performance), null),
  conditions: v.optional(
    v.array(v.looseObject({ id: v.string(), status: v.picklist(['pass', 'fail', 'unknown']), text: v.string() })),
    [],
  ),
  unmatchedColumns: v.optional(names, []),
  timings: v.looseObject({ loadMs: v.number(), analysisMs: v.number() }),
});
