import { memoryOf } from '../../stats/sequence/memory.ts';

/** Days below this many tell nothing of how days differ. */
export const LEAST_DAYS = 16;

/** What days say of how rows depend on each other. */
export interface DayWorth {
  /** How many rows in a row tell as much as one. */
  time: number;
  /** How many days in a row tell as much as one, in days. */
  memory: number;
}

/**
 * Rows of a day that depend on each other make days differ by more than chance: so many rows tell as much as one.
 * @param series of each day the sum over its rows, less what so many rows have on the whole
 * @param variance the same sum's, of all rows together, if they did not depend on each other
 */
export function dayWorth(series: Float64Array, variance: number): DayWorth {
  const spread = series.reduce((sum, value) => sum + value * value, 0);
  const memory = memoryOf(series).time;
  const time = variance > 0 ? (spread / variance) * memory : 1;
  return { time: time > 1 + 4 / Math.sqrt(series.length) ? time : 1, memory };
}
