import { effectiveRows, lagged } from './autocorrelation.ts';
import type { EffectiveSize } from './effective-size.ts';

/** Above so many rows neighbours are added up first, so that no row is left out. */
const MOST_BLOCKS = 131_072;
/** See `effectiveSize`: what independent rows give by themselves counts as none. */
const NOISE = 4;

export interface GapSize extends EffectiveSize {
  /** Stretches of rows without a value. */
  bursts: number;
}

interface Found {
  gaps: number;
  /** Stretches of rows without a value. */
  bursts: number;
  /** Gaps in each stretch of so many rows that there are at most `MOST_BLOCKS`. */
  blocks: Float64Array;
}

function findGaps(isGap: (row: number) => boolean, rows: number): Found {
  const length = Math.ceil(rows / MOST_BLOCKS);
  const blocks = new Float64Array(Math.ceil(rows / length));
  let [gaps, bursts, last] = [0, 0, -2];
  for (let row = 0; row < rows; row++) {
    if (!isGap(row)) continue;
    blocks[Math.floor(row / length)]!++;
    gaps++;
    if (row > last + 1) bursts++;
    last = row;
  }
  return { gaps, bursts, blocks };
}

/** The time of a process that enters and leaves gaps with fixed probabilities, from the mean lengths of both states. */
function timeOfLengths({ gaps, bursts }: Found, rows: number): number {
  const correlation = Math.max(0, 1 - bursts / gaps - bursts / (rows - gaps));
  return (1 + correlation) / (1 - correlation);
}

/** The time of any process, by the autocorrelation of the sums of stretches. */
function timeOfSums({ gaps, blocks }: Found, rows: number): number {
  const mean = gaps / blocks.length;
  const series = lagged({ cells: blocks.map((count) => count - mean), channels: 1 });
  const sum = (blocks.length * series.atZero) / effectiveRows(series);
  return sum / (gaps * (1 - gaps / rows));
}

/**
 * How many independent rows tell as much of the share of cells without a value as these do: rows / (1 + 2 Σ autocorrelation of the
 * indicator of a gap), as `effectiveSize` has it. Gaps come in bursts (a sensor that is off for an hour) whatever the values
 * between them do. In long files the sums of neighbouring rows take the place of rows, which leaves the sum over all lags as it is. A few
 * bursts show too little autocorrelation; so the time is no less than that of a Markov chain whose bursts are as long. O(rows).
 *
 * @param isGap whether a row has no value
 * @param rows how many rows there are
 * @returns null where no row is a gap; one effective row where every row is. E.g. time 1 for gaps in single rows at
 * random, about 18 for a twentieth of the rows in bursts whose length is geometric with a mean of 10
 */
export function gapSize(isGap: (row: number) => boolean, rows: number): GapSize | null {
  const found = findGaps(isGap, rows);
  const { gaps, bursts } = found;
  if (gaps === 0) return null;
  if (gaps === rows) return { rows, effective: 1, time: rows, bursts };
  const time = Math.max(timeOfSums(found, rows), timeOfLengths(found, rows));
  return time > 1 + NOISE / Math.sqrt(found.blocks.length)
    ? { rows, effective: rows / time, time, bursts }
    : { rows, effective: rows, time: 1, bursts };
}
