import type { Centred } from '../../depend/centred.ts';
import { cumulativeCounts, firstWhere, type Ecdf } from '../../describe/ecdf.ts';
import { quantiles } from '../../describe/quantiles.ts';
import { cannotCompute, requireBothSides } from '../../statistic-error.ts';
import { studentOf } from './t-test.ts';

export interface BrownForsytheResult {
  /** F of the distances from the medians. */
  statistic: number;
  /** Of the numerator and of the denominator. */
  degreesOfFreedom: [number, number];
  pValue: number;
}

const NAME = 'Brown-Forsythe';
const ROUNDING = 2 ** -51;
const BLOCK = 512;
/** Measured from further than this part of the mean square, deviations lose digits. */
const FAR = 0.99;

/** A column's median, as a value of the column and what to add: differences from both keep their digits. */
interface Median {
  lower: number;
  half: number;
}

interface Distances extends Median {
  nearest: number;
  furthest: number;
}

function medianOf({ values, size }: Ecdf, cumulative: Uint32Array): Median {
  const at = firstWhere(cumulative, (count) => 2 * count >= size);
  const lower = values[at]!;
  return { lower, half: 2 * cumulative[at]! === size ? (values[at + 1]! - lower) / 2 : 0 };
}

// How far the values of a column lie from its median.
function distances(column: Ecdf): Distances {
  const { values } = column;
  const { lower, half } = medianOf(column, cumulativeCounts(column));
  const far = [lower - values[0]! + half, values.at(-1)! - lower - half];
  return { lower, half, nearest: half, furthest: Math.max(...far) };
}

const same = ({ lower, nearest, furthest }: Distances): boolean =>
  furthest - nearest <= ROUNDING * (Math.abs(lower) + furthest);

// Σ count · (|value − median| − centre) and the sum of the squares.
function sums({ values, counts }: Ecdf, { lower, half }: Median, centre: number): { first: number; second: number } {
  let first = 0;
  let second = 0;
  for (let start = 0; start < values.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, values.length);
    let linear = 0;
    let square = 0;
    for (let i = start; i < end; i++) {
      const deviation = Math.abs(values[i]! - lower - half) - centre;
      const weighted = counts[i]! * deviation;
      linear += weighted;
      square += weighted * deviation;
    }
    first += linear;
    second += square;
  }
  return { first, second };
}

// Mean and standard deviation of the distances; those that differ by rounding alone are one.
function spreadOf(column: Ecdf, of: Distances): Centred {
  const { size } = column;
  if (same(of)) return { size, centre: of.furthest, offset: 0, std: size > 1 ? 0 : null };
  const [low, high] = quantiles(column, [0.25, 0.75]) as [number, number];
  let centre = high / 2 - low / 2;
  let { first, second } = sums(column, of, centre);
  if (first * first > FAR * size * second) {
    centre += first / size;
    ({ first, second } = sums(column, of, centre));
  }
  const offset = first / size;
  return { size, centre, offset, std: Math.sqrt(Math.max(0, second - offset * first) / (size - 1)) };
}

/**
 * Brown & Forsythe's (1974) test of equal spread: Levene's test with medians. One-way analysis of variance of the
 * distances from each column's own median, so for two columns the square of Student's t of these distances. The null
 * hypothesis: both columns spread equally; the medians may differ. Robust against skewed and heavy-tailed columns.
 * Same values as scipy's `levene(center="median")`. Unchanged by shift and scale. O(n + m).
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @returns e.g. statistic 0.8, p-value 0.421648255176194 for (1, 2, 3) and (4, 6, 8)
 * @throws {StatisticError} when a side has no finite value, when on neither the distances vary (constants; half of the
 * rows on each of two values), or where the range of the values overflows
 */
export function brownForsythe(reference: Ecdf, current: Ecdf): BrownForsytheResult {
  requireBothSides(NAME, reference.size, current.size);
  if ([reference, current].some(({ values }) => values.at(-1)! - values[0]! === Infinity)) {
    throw cannotCompute(NAME, 'the values are too far apart for doubles');
  }
  const columns = [reference, current] as const;
  const all = columns.map(distances);
  if (all.every(same)) throw cannotCompute(NAME, 'on neither side the distances from the median vary');
  const [r, c] = columns.map((column, i) => spreadOf(column, all[i]!)) as [Centred, Centred];
  const { statistic, degreesOfFreedom, pValue } = studentOf(NAME, r, c);
  return { statistic: statistic ** 2, degreesOfFreedom: [1, degreesOfFreedom], pValue };
}
