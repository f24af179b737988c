import { stepsOf, type Ecdf } from '../../describe/ecdf.ts';
import { quantiles } from '../../describe/quantiles.ts';

/** At most this share of the rows, and so many of them, tell how the tail falls. */
const TAIL_SHARE = 0.1;
const MOST_TAIL = 200;
const LEAST_TAIL = 5;
/** No tail is taken to fall faster than the tenth power: a few equal values far out say little of what lies beyond. */
const LEAST_INDEX = 0.1;

/** The largest distances from a centre, farthest first. */
function farthestDistances(column: Ecdf, centre: number, count: number): number[] {
  const { values, counts } = column;
  const distances: number[] = [];
  let [low, high] = [0, values.length - 1];
  while (distances.length < count && low <= high) {
    const [below, above] = [centre - values[low]!, values[high]! - centre];
    const place = below > above ? low++ : high--;
    for (let i = 0; i < counts[place]! && distances.length < count; i++) distances.push(Math.max(below, above));
  }
  return distances;
}

/**
 * About how many of m further rows lie as far from the median as a given value, by how the tail of the reference falls: as a power whose
 * index is Hill's estimate from its farthest tenth, widened by two standard errors. A value far out is thus ordinary in a heavy-tailed
 * column and not in any other. An expected number of rows, so a bound on a probability where it is small.
 *
 * Source: B. M. Hill, "A simple general approach to inference about the tail of a distribution", Annals of Statistics 3
 * (1975), 1163–1174; I. Weissman, Journal of the American Statistical Association 73 (1978), 812–815.
 *
 * @param reference any column
 * @param value in the column's unit
 * @param rows m, how many further rows there are
 * @returns ≥ 0; 1 where the reference has too few rows (under 50) or its farthest tenth does not vary from the median
 */
export function tailChance(reference: Ecdf, value: number, rows: number): number {
  const tail = Math.min(MOST_TAIL, Math.floor(TAIL_SHARE * stepsOf(reference).upTo.at(-1)!));
  if (tail < LEAST_TAIL) return 1;
  const [median = 0] = quantiles(reference, [0.5]);
  const distances = farthestDistances(reference, median, tail + 1);
  const start = distances.at(-1)!;
  if (!(start > 0)) return 1;
  const hill = distances.slice(0, tail).reduce((sum, distance) => sum + Math.log(distance / start), 0) / tail;
  const index = Math.max(LEAST_INDEX, hill * (1 + 2 / Math.sqrt(tail)));
  const ratio = Math.abs(value - median) / start;
  return ratio <= 1 ? 1 : ((rows * tail) / reference.size) * ratio ** (-1 / index);
}
