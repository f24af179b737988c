import { bootstrap, replicatesOf, totalSums, type BlockSums } from '../../../stats/model/blocks/bootstrap.ts';
import type { PerSide } from '../../../facts/document/side.ts';
import { mapSides } from '../../../facts/document/sides.ts';
import {
  CLASS_MEASURES,
  classMeasures,
  confusionSums,
  OVERALL_MEASURES,
  overallMeasures,
} from '../../../stats/model/confusion.ts';
import type { Measured } from '../../../stats/model/metric-estimates.ts';
import { NO_LIMITS, type Limits } from '../../../stats/model/mover.ts';
import { rateLimits } from '../../../stats/model/rate-limits.ts';
import { Z } from '../../../stats/model/wilson.ts';
import type { Classified } from '../measured-rows.ts';
import type { RowOrders } from './row-memory.ts';
import { alongCells, drawnMeasures, type SummedRows } from './drawn-measures.ts';

/** Counts of confusion a file's blocks may hold together. */
const MOST_COUNTS = 2_000_000;

/** Of up to so many classes, the memory of each measure of all of them is looked for; of more that of what is wrong. */
const MOST_TELLING = 12;

/** A file's confusion matrix with all measures of it. */
export interface Confusion {
  total: Float64Array;
  /** A measure by its place: overall ones, then those of each class. */
  measureAt: (index: number) => Measured;
}

/** How many blocks of counts of so many classes a file may have. */
export const mostBlocks = (classes: number): number =>
  Math.min(1000, Math.max(50, Math.floor(MOST_COUNTS / classes ** 2)));

/** Counts, measures and their replicates, of both files. */
export function confusionsOf(sides: PerSide<Classified>, classes: number, orders: RowOrders): PerSide<Confusion> {
  const summed = mapSides(sides, ({ rows: { target, places }, predicted, seed }): SummedRows => ({
    ...{ rows: target.length, places, seed },
    sumsIn: (blocks) => confusionSums(target, predicted, classes, blocks),
    pick(rows) {
      const cells = Int32Array.from(rows, (row) => cellOf(target[row]!, predicted[row]!, classes));
      return (direction) => alongCells(cells, direction);
    },
  }));
  const family = {
    measures: confusionMeasures(classes),
    ...{ telling: tellingOf(classes), maxBlocks: mostBlocks(classes), replicates: replicatesOfClasses(classes) },
  };
  return mapSides(drawnMeasures(summed, family, orders), ({ total, measureAt }): Confusion => {
    const values = family.measures(total);
    const limits = limitsByTime(total);
    return {
      total,
      measureAt: (index) => {
        const { time, ...measured } = measureAt(index);
        return withRateLimits({ ...measured, value: values[index] ?? NaN }, { index, reachAt: limits(time) });
      },
    };
  });
}

const cellOf = (truth: number, guess: number, classes: number): number =>
  truth < 0 || guess < 0 ? -1 : truth * classes + guess;

/** Those of the positive one of two classes as well. */
const tellingOf = (classes: number): number =>
  classes > MOST_TELLING ? 1 : OVERALL_MEASURES.length + (classes === 2 ? 2 * CLASS_MEASURES.length : 0);

const replicatesOfClasses = (classes: number): number => (classes > MOST_TELLING ? 200 : 1000);

const confusionMeasures =
  (classes: number) =>
  (counts: Float64Array): number[] => [
    ...overallMeasures(counts),
    ...Array.from({ length: classes }, (_, classIndex) => classMeasures(counts, classIndex)).flat(),
  ];

/** The same from counts over blocks; `time` says how many rows in a row tell as much as one. */
export function confusionOfBlocks(
  sums: BlockSums,
  classes: number,
  { time, seed, missed }: { time: number; seed: number; missed: number },
): Confusion {
  const measures = confusionMeasures(classes);
  const total = totalSums(sums);
  const values = measures(total);
  const drawn = bootstrap(sums, measures, { seed, replicates: replicatesOfClasses(classes), missed });
  const reachAt = limitsByTime(total)(time);
  return {
    total,
    measureAt: (index) =>
      withRateLimits({ value: values[index] ?? NaN, ...replicatesOf(drawn, index) }, { index, reachAt }),
  };
}

/** How far intervals reach where events are few, for so many normal deviates. */
type ReachAt = Record<'values' | 'differences' | 'tests', (z: number) => ReturnType<typeof rateLimits>>;

const limitsByTime = (total: Float64Array): ((time: number) => ReachAt) =>
  remembered((time) => ({
    values: remembered((z) => rateLimits(total, { time, z, role: 'values' })),
    differences: remembered((z) => rateLimits(total, { time, z, role: 'differences' })),
    tests: remembered((z) => rateLimits(total, { time, z, role: 'tests' })),
  }));

function remembered<Result>(compute: (z: number) => Result): (z: number) => Result {
  const known = new Map<number, Result>();
  return (z) => {
    const result = known.get(z) ?? compute(z);
    known.set(z, result);
    return result;
  };
}

/** Correlations may be below zero, other measures of counts may not. */
const MOST_NEGATIVE: readonly string[] = ['mcc', 'cohens_kappa'];
const lowestOf = (index: number): number => (MOST_NEGATIVE.includes(OVERALL_MEASURES[index] ?? '') ? -1 : 0);

const isCount = (index: number): boolean =>
  index >= OVERALL_MEASURES.length &&
  CLASS_MEASURES[(index - OVERALL_MEASURES.length) % CLASS_MEASURES.length] === 'support';

function withRateLimits(measured: Measured, { index, reachAt }: { index: number; reachAt: ReachAt }): Measured {
  const { value } = measured;
  const lowerBound = lowestOf(index);
  const isFew = (reachAt.values(Z)[index] ?? null) !== null;
  if (!isFew) return { ...measured, lowerBound, ...(isCount(index) ? {} : { upperBound: 1 }) };
  const limitsOf =
    (role: keyof ReachAt) =>
    (z: number): Limits => {
      const reach = reachAt[role](z)[index];
      return reach ? { low: Math.max(lowerBound, value - reach.down), high: Math.min(1, value + reach.up) } : NO_LIMITS;
    };
  return {
    ...measured,
    limitsAt: limitsOf('values'),
    part: { value, limitsAt: limitsOf('differences') },
    testLimitsAt: limitsOf('tests'),
  };
}
