import { firstWhere, stepsOf, type Ecdf } from './ecdf.ts';
import { StatisticError } from '../statistic-error.ts';

// The order statistics around a position, and the point between them.
function orderStatistic(column: Ecdf, position: number): number {
  const { values } = column;
  const rank = Math.floor(position);
  const { upTo, preceding } = stepsOf(column);
  const index = firstWhere(upTo, (count) => count - preceding > rank);
  const next = rank + 1 < upTo[index]! - preceding || index + 1 === values.length ? index : index + 1;
  return interpolate(values[index]!, values[next]!, position - rank);
}

/**
 * A point between two values; the weighted form where the difference would overflow.
 * @param low the one value
 * @param high the other
 * @param part 0 for the one, 1 for the other
 */
export function interpolate(low: number, high: number, part: number): number {
  if (low === high || part === 0) return low;
  const difference = high - low;
  return Number.isFinite(difference) ? low + part * difference : low * (1 - part) + high * part;
}

/**
 * Quantiles, Hyndman & Fan's type 7 (the default of R and numpy): linear between the order statistics around
 * position (n − 1) p, counted from 0. In the unit of the column. A bisection each.
 *
 * @param column an ECDF with at least one finite value
 * @param probabilities each in [0, 1], in any order
 * @returns one value a probability, e.g. [1.75] at [0.25] for (1, 2, 3, 4)
 * @throws {StatisticError} without a finite value
 */
export function quantiles(column: Ecdf, probabilities: readonly number[]): number[] {
  if (column.size === 0) throw new StatisticError('empty-column', { statistic: 'quantiles' });
  return probabilities.map((p) => orderStatistic(column, (column.size - 1) * p));
}
