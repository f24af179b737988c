import type { Ecdf } from './ecdf.ts';
import { StatisticError } from './statistic-error.ts';

// The order statistics around each ascending position, by one walk over the counts.
function walk({ values, counts }: Ecdf, positions: number[]): number[] {
  let at = 0;
  let upTo = counts[0]!;
  return positions.map((position) => {
    const below = Math.floor(position);
    while (upTo <= below) upTo += counts[++at]!;
    const next = below + 1 < upTo || at + 1 === values.length ? at : at + 1;
    return between(values[at]!, values[next]!, position - below);
  });
}

// The same where no value repeats: the order statistics are the values.
function lookUp({ values }: Ecdf, positions: number[]): number[] {
  return positions.map((position) => {
    const below = Math.floor(position);
    return between(values[below]!, values[Math.min(below + 1, values.length - 1)]!, position - below);
  });
}

// A point between two values; the weighted form where the difference would overflow.
function between(low: number, high: number, part: number): number {
  if (low === high || part === 0) return low;
  const difference = high - low;
  return Number.isFinite(difference) ? low + part * difference : low * (1 - part) + high * part;
}

/**
 * Quantiles, Hyndman & Fan's type 7 (the default of R and numpy): linear between the order statistics around
 * position (n − 1) p, counted from 0. In the unit of the column. One walk over the distinct values for all of them.
 *
 * @param column an ECDF with at least one finite value
 * @param probabilities each in [0, 1], in any order
 * @returns one value a probability, e.g. [1.75] at [0.25] for (1, 2, 3, 4)
 * @throws {StatisticError} without a finite value
 */
export function quantiles(column: Ecdf, probabilities: readonly number[]): number[] {
  if (column.size === 0) throw new StatisticError('Quantile: needs at least one finite value; the column has none');
  const positions = probabilities.map((p) => (column.size - 1) * p);
  const ascending = [...positions].sort((a, b) => a - b);
  const found = column.size === column.values.length ? lookUp(column, ascending) : walk(column, ascending);
  return positions.map((position) => found[ascending.indexOf(position)]!);
}
