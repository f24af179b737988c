import { effectiveSize } from '../../stats/adjust/effective-size.ts';
import {
  blockLength,
  bootstrap,
  missedShare,
  replicatesOf,
  rowBlocks,
  totalSums,
  type Replicates,
} from '../../stats/model/block-bootstrap.ts';
import {
  CLASS_MEASURES,
  classMeasures,
  confusionSums,
  OVERALL_MEASURES,
  overallMeasures,
} from '../../stats/model/confusion.ts';
import { difference, estimate, type Measured } from '../../stats/model/metric-estimates.ts';
import { predictedClasses, type ClassRows } from '../../stats/model/predicted-classes.ts';
import { orderWindow } from '../compare/effective.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { ClassificationResult, Metric, RowsUsed } from '../../facts/document/performance.ts';
import { scoreResults, type ScoreMeasures } from './scores.ts';
import type { ClassSettings, Classified } from './measured-rows.ts';

/** Counts of confusion a file's blocks may hold together. */
const MOST_COUNTS = 2_000_000;

/** Everything about a classification but its features. */
export function classificationResult(given: PerSide<ClassRows>, settings: ClassSettings): ClassificationResult {
  const { classes, positive, paired, seed } = settings;
  const rows = mapSides(given, withPartner);
  const predicted = mapSides(rows, (classRows) => predictedClasses(classRows, settings.threshold ?? 0.5));
  const times = mapSides(rows, (classRows, side) => (settings.ordered ? timeOf(classRows, predicted[side]!) : 1));
  const time = Math.max(1, ...Object.values(times));
  const sides = mapSides(rows, (classRows, side): Classified => ({
    ...{ rows: classRows, time, predicted: predicted[side]! },
    seed: paired || side === 'reference' ? seed : seed + 1,
  }));
  const confusions = mapSides(sides, (side) => confusionOf(side, classes.length));
  const scored = scoreResults(sides, settings);
  const k = classes.length;
  return {
    task: positive === null ? 'multiclass' : 'binary',
    ...{ classes, onlyIn: settings.onlyIn, positive, threshold: settings.threshold },
    rows: mapSides(sides, rowsUsed),
    metrics: [...wholeMetrics(confusions, positive), ...metricsOf(mapSides(scored.sides, ({ whole }) => whole))],
    byClass: [...classMetrics(confusions, classes), ...metricsOf(mapSides(scored.sides, ({ byClass }) => byClass))],
    confusion: mapSides(confusions, ({ total }) => classes.map((_, i) => [...total.subarray(i * k, (i + 1) * k)])),
    ...scored.figures,
  };
}

function timeOf({ target }: ClassRows, predicted: Int32Array): number {
  const { start, end } = orderWindow(target.length);
  const wrong = new Float64Array(end - start);
  for (let row = start; row < end; row++) {
    const known = target[row]! >= 0 && predicted[row]! >= 0;
    wrong[row - start] = known ? Number(target[row] !== predicted[row]) : NaN;
  }
  return effectiveSize(wrong).time;
}

/** Rows without a partner count as rows without a target. */
function withPartner(rows: ClassRows): ClassRows {
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

interface Confusion {
  total: Float64Array;
  /** All measures in one row: overall ones, then those of each class. */
  values: number[];
  replicates: Replicates;
}

function confusionOf({ rows, predicted, time, seed }: Classified, classes: number): Confusion {
  const maxBlocks = Math.min(1000, Math.max(50, Math.floor(MOST_COUNTS / classes ** 2)));
  const blocks = rowBlocks(rows.target.length, rows.places, (places) => blockLength(places, time, maxBlocks));
  const sums = confusionSums(rows.target, predicted, classes, blocks);
  const measuresOf = (counts: Float64Array): number[] => [
    ...overallMeasures(counts),
    ...Array.from({ length: classes }, (_, classIndex) => classMeasures(counts, classIndex)).flat(),
  ];
  const total = totalSums(sums);
  const replicates = classes > 12 ? 200 : 1000;
  return {
    total,
    values: measuresOf(total),
    replicates: bootstrap(sums, measuresOf, { seed, replicates, missed: missedShare(blocks, time) }),
  };
}

const measuredAt = ({ values, replicates }: Confusion, index: number): Measured => ({
  value: values[index] ?? NaN,
  ...replicatesOf(replicates, index),
});

/** One measure of both files. */
export function metricOf(id: string, label: string | undefined, sides: PerSide<Measured>, relative = false): Metric {
  const { reference, current } = sides;
  const isCompared = reference !== undefined && current !== undefined;
  return {
    id,
    ...(label !== undefined && { label }),
    values: mapSides(sides, estimate),
    difference: isCompared ? difference(reference, current, relative) : null,
  };
}

function wholeMetrics(confusions: PerSide<Confusion>, positive: number | null): Metric[] {
  const metricAt = (id: string, index: number): Metric =>
    metricOf(
      id,
      undefined,
      mapSides(confusions, (confusion) => measuredAt(confusion, index)),
    );
  const overall = OVERALL_MEASURES.map((id, i) => metricAt(id, i));
  if (positive === null) return overall;
  const first = OVERALL_MEASURES.length + positive * CLASS_MEASURES.length;
  const ofPositive = CLASS_MEASURES.map((id, i) => metricAt(id, first + i));
  return [...ofPositive.filter(({ id }) => id !== 'support'), ...overall];
}

function classMetrics(confusions: PerSide<Confusion>, classes: readonly string[]): Metric[] {
  return CLASS_MEASURES.flatMap((id, i) =>
    classes.map((label, classIndex) => {
      const index = OVERALL_MEASURES.length + classIndex * CLASS_MEASURES.length + i;
      const metric = metricOf(
        id,
        label,
        mapSides(confusions, (confusion) => measuredAt(confusion, index)),
      );
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
function metricsOf(sides: PerSide<ScoreMeasures[]>): Metric[] {
  const listed = sides.reference ?? sides.current ?? [];
  return listed.map(({ id, label }, i) => {
    const measuredSides: PerSide<Measured> = {};
    mapSides(sides, (measures, side) => {
      const measured = measures[i]?.measured;
      if (measured !== undefined) measuredSides[side] = measured;
    });
    return metricOf(id, label, measuredSides, ['log_loss', 'brier', 'ece'].includes(id));
  });
}
