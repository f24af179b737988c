import { elementAt } from '../../../facts/element-at.ts';
import { SCORE_BINS } from '../../../facts/summary-file.ts';
import { noScores, type ScoreBins } from '../../../stats/model/binned/score-bins.ts';
import { logSum, squaredSum, type BoundedSum } from '../../../stats/model/binned/losses.ts';
import { blockLength, missedShare, type BlockSums } from '../../../stats/model/blocks/bootstrap.ts';
import { dealtBlocks } from '../../../stats/model/blocks/dealt.ts';
import { CALIBRATION_BINS, HEAD } from '../../../stats/model/probability-sums.ts';
import { dayWorth, LEAST_DAYS, type DayWorth } from '../day-worth.ts';
import type { ClassScores, SideScores } from './class-scores.ts';

/** Scores are put into so many bins at most, for the bootstrap of a ranking alone; and rows that do not depend on each other are dealt into so many blocks. */
const [RANKS, DEALT] = [200, 200] as const;

/** Which rows of which cells a block has; one place a part. */
export interface Parts {
  blocks: number;
  /** The share of the variance that these blocks miss, since neighbouring ones depend on each other. */
  missed: number;
  /** What the cells are cells of. */
  scores: ClassScores;
  block: Uint32Array;
  cell: Uint32Array;
  n: Float64Array;
}

/**
 * How the rows of a file depend on each other, by what their probabilities miss of the truth; null where its days are too few to tell.
 * @param side with all that it counts
 */
export function worthOf({ days, classes }: SideScores): DayWorth | null {
  if (days < LEAST_DAYS) return null;
  const [rows, missed] = [new Float64Array(days), new Float64Array(days)];
  let squares = 0;
  for (const { classIndex, day, truth, n, total } of classes) {
    for (let cell = 0; cell < n.length; cell++) {
      const isTrue = truth[cell] === classIndex;
      if (!isTrue && classes.length > 1) continue;
      const loss = isTrue ? n[cell]! - total[cell]! : total[cell]!;
      rows[day[cell]!]! += n[cell]!;
      missed[day[cell]!]! += loss;
      squares += (loss * loss) / n[cell]!;
    }
  }
  const [count, loss] = [rows, missed].map((values) => values.reduce((sum, value) => sum + value, 0)) as [
    number,
    number,
  ];
  const series = missed.map((sum, day) => sum - (loss / count) * (rows[day] ?? 0));
  return dayWorth(series, squares - (loss * loss) / count);
}

/** Rows in blocks of days that have little in common. */
export function partsByDay(scores: ClassScores, days: number, { memory }: DayWorth): Parts {
  const length = blockLength(days, memory);
  const blocks = Math.max(1, Math.floor(days / length));
  const block = scores.day.map((day) => Math.min(blocks - 1, Math.floor(day / length)));
  return {
    blocks,
    missed: missedShare({ length }, memory),
    scores,
    block,
    cell: Uint32Array.from(scores.n.keys()),
    n: scores.n,
  };
}

/** Rows that do not depend on each other, in blocks at random. */
export function partsAtRandom(given: ClassScores, seed: number): Parts {
  const scores = withoutDays(given);
  const { width, sums } = dealtBlocks(scores.n, DEALT, seed);
  const filled = Uint32Array.from(sums.keys()).filter((place) => sums[place]! > 0);
  return {
    ...{ blocks: DEALT, missed: 0, scores },
    block: filled.map((place) => Math.floor(place / width)),
    cell: filled.map((place) => place % width),
    n: Float64Array.from(filled, (place) => elementAt(sums, place)),
  };
}

/** The same with the cells of all days put together. */
function withoutDays({ classIndex, isTurned, bins, truth, n, total }: ClassScores): ClassScores {
  const places = new Map<number, number>();
  for (let cell = 0; cell < n.length; cell++) {
    const key = truth[cell]! * SCORE_BINS + bins[cell]!;
    if (!places.has(key)) places.set(key, places.size);
  }
  const keys = Uint32Array.from(places.keys());
  const sumOf = (values: Float64Array): Float64Array => {
    const sums = new Float64Array(keys.length);
    values.forEach((value, cell) => {
      const place = places.get(truth[cell]! * SCORE_BINS + bins[cell]!) ?? 0;
      sums[place]! += value;
    });
    return sums;
  };
  return {
    ...{ classIndex, isTurned },
    day: new Uint32Array(keys.length),
    bins: keys.map((key) => key % SCORE_BINS),
    truth: keys.map((key) => Math.floor(key / SCORE_BINS)),
    ...{ n: sumOf(n), total: sumOf(total) },
  };
}

/** All scores of the class, and all of other rows. */
export function scoreBins({
  classIndex,
  bins,
  truth,
  n,
  total,
}: ClassScores): Record<'positives' | 'negatives', ScoreBins> {
  const found = { positives: noScores(SCORE_BINS), negatives: noScores(SCORE_BINS) };
  for (let cell = 0; cell < n.length; cell++) {
    const side = truth[cell] === classIndex ? found.positives : found.negatives;
    side.n[bins[cell]!]! += n[cell]!;
    side.total[bins[cell]!]! += total[cell]!;
  }
  return found;
}

/** Counts by rank of the score, of rows that are not of the class and that are, block by block. */
export function rankSums({ blocks, scores, block, cell, n }: Parts): BlockSums {
  const ranks = ranksOf(scores);
  const width = 2 * (1 + (ranks.at(-1) ?? 0));
  const sums = new Float64Array(blocks * width);
  for (let part = 0; part < n.length; part++) {
    const place = cell[part]!;
    const isTrue = Number(scores.truth[place] === scores.classIndex);
    sums[block[part]! * width + 2 * ranks[scores.bins[place]!]! + isTrue]! += n[part]!;
  }
  return { width, sums };
}

/** The place of each thousandth among at most `RANKS` groups of neighbouring ones with as many rows, nearly. */
function ranksOf({ bins, n }: ClassScores): Uint32Array {
  const counts = new Float64Array(SCORE_BINS);
  bins.forEach((bin, cell) => (counts[bin]! += n[cell]!));
  const rows = counts.reduce((sum, count) => sum + count, 0);
  let [rank, passed, group] = [0, 0, -1];
  return Uint32Array.from(counts, (count) => {
    const wanted = Math.min(RANKS - 1, Math.floor((passed * RANKS) / Math.max(1, rows)));
    if (group >= 0 && wanted > group && count > 0) rank++;
    if (count > 0) group = wanted;
    passed += count;
    return rank;
  });
}

/** What is summed for measures of probabilities, as `probabilitySums` does; losses are the least that they can be. */
export function lossSums(parts: readonly Parts[]): BlockSums {
  const isBinary = parts.length === 1;
  const width = HEAD + (isBinary ? 3 * CALIBRATION_BINS : 0);
  const sums = new Float64Array((parts[0]?.blocks ?? 0) * width);
  for (const { scores, block, cell, n } of parts) {
    for (let part = 0; part < n.length; part++) {
      const place = cell[part]!;
      const share = n[part]! / scores.n[place]!;
      const offset = block[part]! * width;
      const isTrue = scores.truth[place] === scores.classIndex;
      if (isTrue || isBinary) sums[offset]! += n[part]!;
      const { log, square } = lossesOf(scores, place, isBinary);
      sums[offset + 1]! += share * log.atLeast;
      sums[offset + 2]! += share * square.atLeast;
      if (!isBinary) continue;
      const bin = offset + HEAD + 3 * Math.floor((scores.bins[place]! * CALIBRATION_BINS) / SCORE_BINS);
      sums[bin]! += n[part]!;
      sums[bin + 1]! += share * scores.total[place]!;
      sums[bin + 2]! += isTrue ? n[part]! : 0;
    }
  }
  return { width, sums };
}

const NOTHING: BoundedSum = { atLeast: 0, atMost: 0 };

/** What the rows of a cell add to log loss and Brier score; of several classes the logarithm counts in that of the truth alone. */
export function lossesOf(
  { classIndex, bins, truth, n, total }: ClassScores,
  cell: number,
  isBinary: boolean,
): Record<'log' | 'square', BoundedSum> {
  const ends = { low: bins[cell]! / SCORE_BINS, high: (bins[cell]! + 1) / SCORE_BINS };
  const isTrue = truth[cell] === classIndex ? 1 : 0;
  const [count, sum] = [n[cell]!, total[cell]!];
  return {
    log: isTrue === 1 || isBinary ? logSum(count, sum, ends, isTrue) : NOTHING,
    square: squaredSum(count, sum, ends, isTrue),
  };
}
