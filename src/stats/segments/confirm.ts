import { studentQuantile, studentSf } from '../distributions/student.ts';
import {
  blockMean,
  exactnessOf,
  joinedExactness,
  weighted,
  type Exactness,
  type Influenced,
  type SegmentBlocks,
} from './block-sums.ts';

/** A number with its 95 % interval. */
export interface Bounded {
  value: number;
  low: number | null;
  high: number | null;
}

/** A test of a segment on rows that it was not found on. */
export interface SegmentTest {
  pValue: number;
  /** How many times as large as expected. */
  ratio: number;
  /** Which part of all error, or of all rows, that is more. */
  excess: number;
}

/** What is so of a segment in one file. */
export interface SegmentSide {
  share: Bounded;
  /** The mean loss in it; null where rows are only counted, or none is in it. */
  measure: Bounded | null;
  /** The mean loss of all rows. */
  whole: number;
  /** Which part of all loss lies in it. */
  coverage: number;
}

/** Fewer rows of a segment tell nothing. */
const LEAST_ROWS = 30;
const LIMIT = 0.975;

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

const plus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value + b[i]!);

function bounded(number: Influenced): Bounded {
  const { variance, freedom } = exactnessOf(number);
  const reach = studentQuantile(LIMIT, freedom) * Math.sqrt(variance);
  const isKnown = Number.isFinite(reach) && reach > 0;
  return {
    value: number.value,
    low: isKnown ? number.value - reach : null,
    high: isKnown ? number.value + reach : null,
  };
}

const meanIn = ({ sums, rows, missed }: SegmentBlocks): Influenced => blockMean(sums, rows, missed);
const meanElsewhere = ({ otherSums, otherRows, missed }: SegmentBlocks): Influenced =>
  blockMean(otherSums, otherRows, missed);
const shareOf = ({ rows, otherRows, missed }: SegmentBlocks): Influenced =>
  blockMean(rows, plus(rows, otherRows), missed);

const clamped = ({ value, low, high }: Bounded, floor: number, ceiling: number): Bounded => ({
  value,
  low: low === null ? null : Math.max(floor, low),
  high: high === null ? null : Math.min(ceiling, high),
});

/**
 * What is so of a segment in one file.
 * @param blocks its rows and all others
 * @param hasLosses whether the rows have losses
 */
export function segmentSide(blocks: SegmentBlocks, hasLosses: boolean): SegmentSide {
  const total = sumOf(blocks.sums) + sumOf(blocks.otherSums);
  return {
    share: clamped(bounded(shareOf(blocks)), 0, 1),
    measure: hasLosses && sumOf(blocks.rows) > 0 ? clamped(bounded(meanIn(blocks)), 0, Infinity) : null,
    whole: total / (sumOf(blocks.rows) + sumOf(blocks.otherRows)),
    coverage: total > 0 ? sumOf(blocks.sums) / total : 0,
  };
}

const tested = (value: number, { variance, freedom }: Exactness): number => {
  const t = value / Math.sqrt(variance);
  return Number.isFinite(t) ? studentSf(t, freedom) : 1;
};

const isTestable = ({ rows, otherRows }: SegmentBlocks): boolean =>
  sumOf(rows) >= LEAST_ROWS && sumOf(otherRows) >= LEAST_ROWS;

/**
 * Whether the mean loss in a segment is above that of all other rows.
 * @param blocks of one file
 * @returns null where its rows are too few to tell
 */
export function testLevel(blocks: SegmentBlocks): SegmentTest | null {
  if (!isTestable(blocks)) return null;
  const [meanInside, meanOutside] = [meanIn(blocks), meanElsewhere(blocks)];
  const difference = weighted(meanInside.value - meanOutside.value, [
    [1, meanInside],
    [-1, meanOutside],
  ]);
  const rows = sumOf(blocks.rows);
  const total = sumOf(blocks.sums) + sumOf(blocks.otherSums);
  const mean = total / (rows + sumOf(blocks.otherRows));
  return {
    pValue: tested(difference.value, exactnessOf(difference)),
    ratio: meanInside.value / mean,
    excess: (rows * (meanInside.value - mean)) / total,
  };
}

/**
 * Whether the mean loss in a segment grew by more than that of all other rows: m¹ against m⁰ · (elsewhere¹ / elsewhere⁰).
 * @param current its rows now
 * @param reference its rows before
 * @returns null where its rows are too few to tell, or it did not grow
 */
export function testGrowth(current: SegmentBlocks, reference: SegmentBlocks): SegmentTest | null {
  if (!isTestable(current) || !isTestable(reference)) return null;
  const [currentMean, referenceMean] = [meanIn(current), meanIn(reference)];
  const [nowElsewhere, beforeElsewhere] = [meanElsewhere(current), meanElsewhere(reference)];
  const factor = nowElsewhere.value / beforeElsewhere.value;
  if (!Number.isFinite(factor)) return null;
  const expected = referenceMean.value * factor;
  const surplus = currentMean.value - expected;
  const parts = [
    exactnessOf(
      weighted(surplus, [
        [1, currentMean],
        [-referenceMean.value / beforeElsewhere.value, nowElsewhere],
      ]),
    ),
    exactnessOf(
      weighted(surplus, [
        [-factor, referenceMean],
        [expected / beforeElsewhere.value, beforeElsewhere],
      ]),
    ),
  ];
  return {
    pValue: tested(surplus, joinedExactness(parts)),
    ratio: currentMean.value / Math.max(expected, referenceMean.value),
    excess: (sumOf(current.rows) * surplus) / (sumOf(current.sums) + sumOf(current.otherSums)),
  };
}

/**
 * Whether the share of rows in a segment rose, or fell.
 * @param current its rows now
 * @param reference its rows before
 * @param isRise false for a fall
 * @returns null where its rows are too few to tell
 */
export function testShare(current: SegmentBlocks, reference: SegmentBlocks, isRise: boolean): SegmentTest | null {
  const [currentMean, referenceMean] = [shareOf(current), shareOf(reference)];
  if (Math.max(sumOf(current.rows), sumOf(reference.rows)) < LEAST_ROWS) return null;
  const [larger, smaller] = isRise ? [currentMean, referenceMean] : [referenceMean, currentMean];
  return {
    pValue: tested(
      larger.value - smaller.value,
      joinedExactness([exactnessOf(currentMean), exactnessOf(referenceMean)]),
    ),
    ratio: larger.value / smaller.value,
    excess: larger.value - smaller.value,
  };
}
