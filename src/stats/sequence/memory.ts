import type { LongMemory, Memory } from '../../facts/summary.ts';
import { addNeighbours, effectiveRows, lagged } from '../adjust/autocorrelation.ts';
import { cycleSums, withoutCycle, type Phases } from './cycle.ts';
import { longMemory } from './long-memory.ts';

/**
 * A time of up to 1 + 4 / √blocks is taken for 1: independent rows give less in four columns of five, and to believe the
 * fifth would say of it that its rows depend on each other.
 */
const NOISE = 4;
/** Values that are added up to look for a memory that single ones hide, as a power of two; and how many such sums it takes. */
const [DOUBLINGS, LEAST_SUMS] = [5, 30] as const;
/** A long memory of any consequence shows in the time: with d = .05, 1000 rows have one of 1.8. */
const LEAST_TIME = 1.4;
/** The longest cycle of which a series has so many is what is added up. */
const LEAST_CYCLES = 12;

/**
 * A series in which every row counts.
 * @param rows how many
 */
export const independent = (rows: number): Memory => ({ rows, effective: rows, time: 1, long: null, left: 1 });

/**
 * How many independent values have a mean as exact as that of a series: n γ₀ / S(0), with the sum over all lags by
 * Geyer's initial sequence (`effectiveRows`). Where the series has cycles, of its sums over the longest of which there
 * are 12: what comes back with every cycle says nothing of the mean's error. Else by the larger of the times of single
 * values and of sums of 32, in which a memory shows that noise of single values hides.
 *
 * @param series its mean taken out, with a variance; ranks or a level's indicator
 * @param cycles those that the series has, the longest first
 * @returns at least one effective row
 */
export function memoryOf(series: Float64Array, cycles: readonly Phases[] = []): Memory {
  const rows = series.length;
  if (squares(series) === 0) return independent(rows);
  const sums = cycles.map((phases) => cycleSums(series, phases)).find(({ length }) => length >= LEAST_CYCLES);
  const time = sums === undefined ? timeOfBlocks(series) : timeOfSums(series, sums);
  const [longest] = cycles;
  const left = longest === undefined ? 1 : squares(withoutCycle(series, longest)) / squares(series);
  return { rows, effective: rows / time, time, long: time < LEAST_TIME ? null : longIn(series, sums), left };
}

/** A long memory of the series, or of its sums over cycles, in rows. */
function longIn(series: Float64Array, sums: Float64Array | undefined): LongMemory | null {
  if (sums === undefined) return longMemory(series);
  const ofSums = squares(sums);
  const long = ofSums === 0 ? null : longMemory(sums);
  return long && { ...long, time: (long.time * ofSums) / squares(series) };
}

function timeOfBlocks(series: Float64Array): number {
  let blocks = { cells: series, channels: 1 };
  for (let doubling = 0; doubling < DOUBLINGS; doubling++) blocks = addNeighbours(blocks);
  const single = beyondNoise(series.length / effectiveRows(lagged({ cells: series, channels: 1 })), series.length);
  return blocks.cells.length < LEAST_SUMS ? single : Math.max(single, timeOfSums(series, blocks.cells));
}

// n γ₀ over the blocks' own n γ₀ / S(0).
function timeOfSums(series: Float64Array, sums: Float64Array): number {
  const ofSums = squares(sums);
  if (ofSums === 0) return 1;
  const blocks = effectiveRows(lagged({ cells: sums, channels: 1 }));
  const time = (sums.length * ofSums) / (blocks * squares(series));
  return Math.min(series.length, beyondNoise(time, sums.length));
}

const beyondNoise = (time: number, blocks: number): number => (time > 1 + NOISE / Math.sqrt(blocks) ? time : 1);

function squares(series: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < series.length; i++) sum += series[i]! * series[i]!;
  return sum;
}

/** From so many effective rows on each side, both tell of one memory; with fewer the longer is believed. */
const TELLING = 50;
/**
 * The times of two series that share one memory where nothing changed: their mean where both tell enough of it, else
 * the longer (ten equal rows of a slow sensor look like ten independent rows of a constant one). Each is lengthened
 * towards what a long memory makes of it, by the odds that both series together give that.
 * @param reference the memory of one
 * @param current the memory of the other
 */
export function sharedTimes(reference: Memory, current: Memory): { reference: number; current: number } {
  const telling = Math.min(reference.effective, current.effective) >= TELLING;
  const rows = reference.rows + current.rows;
  const time = telling
    ? (reference.rows * reference.time + current.rows * current.time) / rows
    : Math.max(reference.time, current.time);
  const share = longShare((reference.long?.logOdds ?? 0) + (current.long?.logOdds ?? 0));
  const ofSide = ({ long }: Memory): number => lengthened(time, long, share);
  return { reference: ofSide(reference), current: ofSide(current) };
}

/** So much likelier a long memory is taken to be before a series is seen: too short a time makes a wanderer look changed, too long a one only costs power. */
const LOG_PRIOR = Math.log(3);

/**
 * The share that odds give to a long memory.
 * @param logOdds their logarithm
 */
export const longShare = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds - LOG_PRIOR));

/**
 * The mean of a time and that of a long memory by its share, as variances average; never shorter than the first.
 * @param time that of a short memory
 * @param long the long one; null for none
 * @param share in [0, 1]
 */
export const lengthened = (time: number, long: LongMemory | null, share: number): number =>
  long === null ? time : Math.max(time, (1 - share) * time + share * long.time);
