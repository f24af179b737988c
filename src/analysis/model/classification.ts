import { CLASS_MEASURES, OVERALL_MEASURES } from '../../stats/model/confusion.ts';
import { difference } from '../../stats/model/metric-differences.ts';
import { estimate, type Measured } from '../../stats/model/metric-estimates.ts';
import { predictedClasses, type ClassRows } from '../../stats/model/predicted-classes.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { periodsOf, periodSums, type SharedAxis } from '../summarise/periods.ts';
import type { Period } from '../../facts/document/distribution.ts';
import { confusionsOf, type Confusion } from './drawn/confusion-measures.ts';
import { comparedOf, overallOf } from './overall.ts';
import type { Overall } from '../../facts/document/performance.ts';
import type { ClassificationResult } from '../../facts/document/model/classification.ts';
import type { Metric, RowsUsed } from '../../facts/document/model/estimates.ts';
import { scoreResults, type ScoreMeasures } from './scores.ts';
import { byBlocks } from './drawn/drawn-measures.ts';
import type { ClassSettings, Classified } from './measured-rows.ts';

/** Everything about a classification but its features, with what all measures together say. */
export function classificationResult(
  given: PerSide<ClassRows>,
  { axis, ...settings }: ClassSettings & { axis: SharedAxis | null },
): ClassificationResult & { overall: Overall } {
  const { classes, positive, paired, seed } = settings;
  const rows = mapSides(given, withPartner);
  const predicted = mapSides(rows, (classRows) => predictedClasses(classRows, settings.threshold ?? 0.5));
  const sides = mapSides(rows, (classRows, side): Classified => ({
    ...{ rows: classRows, predicted: predicted[side]! },
    seed: paired || side === 'reference' ? seed : seed + 1,
  }));
  const confusions = confusionsOf(sides, classes.length, settings.orders);
  const scored = scoreResults(sides, settings);
  const k = classes.length;
  const counted = wholeMeasures(confusions, positive);
  const byScore = sharedMeasures(mapSides(scored.sides, ({ whole: ofAll }) => ofAll));
  const whole: ClassificationResult = {
    task: positive === null ? 'multiclass' : 'binary',
    ...{ classes, onlyIn: settings.onlyIn, positive, threshold: settings.threshold },
    rows: mapSides(sides, rowsUsed),
    metrics: [...counted, ...byScore].map(asMetric),
    byClass: [
      ...classMetrics(confusions, classes),
      ...sharedMeasures(mapSides(scored.sides, ({ byClass }) => byClass)).map(asMetric),
    ],
    confusion: mapSides(confusions, ({ total }) => classes.map((_, i) => [...total.subarray(i * k, (i + 1) * k)])),
    ...(axis !== null && { overTime: wrongOverTime(sides, axis) }),
    ...scored.figures,
  };
  return { ...whole, overall: overallOf(whole, measureGroups(counted, byScore).map(comparedOf)) };
}

/** Measures of a ranking, which have blocks of their own. */
const RANKINGS: readonly string[] = ['roc_auc', 'macro_roc_auc', 'average_precision'];

/** Measures in groups whose replicates belong together: of classes, of rankings, of probabilities, each by the blocks they are drawn from. */
export function measureGroups(counted: MeasureSides[], byScore: MeasureSides[]): MeasureSides[][] {
  const isRanking = ({ id }: MeasureSides): boolean => RANKINGS.includes(id);
  const probabilities = byScore.filter((measure) => !isRanking(measure));
  return [counted, byScore.filter(isRanking), probabilities].flatMap(byBlocks);
}

/** 1 where a row is wrong, 0 where it is right, NaN where that is not known. */
const wrongRows = (target: Int32Array, predicted: Int32Array): Float64Array =>
  Float64Array.from(target, (truth, row) =>
    truth >= 0 && predicted[row]! >= 0 ? Number(truth !== predicted[row]) : NaN,
  );

const wrongOverTime = (sides: PerSide<Classified>, { timeColumn, unit, axes }: SharedAxis) => ({
  ...{ timeColumn, unit },
  wrong: mapSides(sides, ({ rows: { target }, predicted }, side): Period[] => {
    const axis = axes[side];
    if (axis === undefined) return [];
    const periods = periodsOf(periodSums({ values: wrongRows(target, predicted), missing: null }, axis));
    return periods.map((period) => ({ ...period, std: null }));
  }),
});

/** Rows without a partner count as rows without a target. */
export function withPartner(rows: ClassRows): ClassRows {
  const { places } = rows;
  return places === null ? rows : { ...rows, target: rows.target.map((truth, row) => (places[row]! < 0 ? -1 : truth)) };
}

function rowsUsed({ rows: { target, places }, predicted }: Classified): RowsUsed {
  const used: RowsUsed = { rows: target.length, used: 0, missingTarget: 0, missingPrediction: 0, unpaired: 0 };
  for (let row = 0; row < target.length; row++) {
    if (places !== null && places[row]! < 0) used.unpaired++;
    else if (target[row]! < 0) used.missingTarget++;
    else if (predicted[row]! < 0) used.missingPrediction++;
    else used.used++;
  }
  return used;
}

/** One measure of both files. */
export interface MeasureSides {
  id: string;
  label?: string | undefined;
  sides: PerSide<Measured>;
}

/** A measure of both files as it is told. */
export function asMetric({ id, label, sides }: MeasureSides): Metric {
  const { reference, current } = sides;
  const isCompared = reference !== undefined && current !== undefined;
  return {
    id,
    ...(label !== undefined && { label }),
    values: mapSides(sides, estimate),
    difference: isCompared ? difference(reference, current, RELATIVE.includes(id)) : null,
  };
}

/** Measures whose change in percent says something. */
const RELATIVE: readonly string[] = ['log_loss', 'brier', 'ece'];

/** Measures of all classes together, and of the positive one. */
export function wholeMeasures(confusions: PerSide<Confusion>, positive: number | null): MeasureSides[] {
  const measureAt = (id: string, index: number): MeasureSides => ({ id, sides: measuredSides(confusions, index) });
  const overall = OVERALL_MEASURES.map((id, i) => measureAt(id, i));
  if (positive === null) return overall;
  const first = OVERALL_MEASURES.length + positive * CLASS_MEASURES.length;
  const ofPositive = CLASS_MEASURES.map((id, i) => measureAt(id, first + i));
  return [...ofPositive.filter(({ id }) => id !== 'support'), ...overall];
}

const measuredSides = (confusions: PerSide<Confusion>, index: number): PerSide<Measured> =>
  mapSides(confusions, (confusion) => confusion.measureAt(index));

/** Measures of each class. */
export function classMetrics(confusions: PerSide<Confusion>, classes: readonly string[]): Metric[] {
  return CLASS_MEASURES.flatMap((id, i) =>
    classes.map((label, classIndex) => {
      const index = OVERALL_MEASURES.length + classIndex * CLASS_MEASURES.length + i;
      const metric = asMetric({ id, label, sides: measuredSides(confusions, index) });
      return id === 'support' ? asCount(metric) : metric;
    }),
  );
}

/** How many rows there are is a fact, and a difference in it no sign of anything. */
const asCount = (metric: Metric): Metric => ({
  ...metric,
  values: mapSides(metric.values, (estimated) =>
    estimated === null ? null : { value: estimated.value, low: null, high: null },
  ),
  difference: null,
});

/** Measures that both files have, by their place. */
export function sharedMeasures(sides: PerSide<ScoreMeasures[]>): MeasureSides[] {
  const listed = sides.reference ?? sides.current ?? [];
  return listed.map(({ id, label }, i) => {
    const measuredOf: PerSide<Measured> = {};
    mapSides(sides, (measures, side) => {
      const measured = measures[i]?.measured;
      if (measured !== undefined) measuredOf[side] = measured;
    });
    return { id, label, sides: measuredOf };
  });
}
