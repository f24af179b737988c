import type { OwnScale } from '../../facts/summary.ts';
import { chiSquaredCritical, chiSquaredSf } from '../distributions/chi-squared.ts';
import { smallMean, smallVariance } from '../describe/small-summaries.ts';
import { studentQuantile, studentSf } from '../distributions/student.ts';
import { countStretches } from './stretch-counts.ts';
import { LEAST_STRETCHES } from './own-scale.ts';

/** How each stretch of a column of categories differs from all the others together. */
export interface LevelDistances {
  /** The chi-square statistic of homogeneity over its degrees of freedom. */
  ratios: Float64Array;
  /** The total variation distance. */
  areas: Float64Array;
  degreesOfFreedom: number;
}

/** As `OwnScale`; `gap` is what a chi-square statistic is divided by, and areas are total variation distances. */
export type LevelScale = OwnScale;

/** The mean ratio is taken at its upper limit of this level. */
const LIMIT = 0.2;
/** One stretch tells as much of it as so many degrees of freedom, at most. */
const FREEDOM = 3.2;

/**
 * Distances of stretches of a column of categories from the rest of them. Stretches with less than half of the rows of
 * the usual one are left out. O(rows + stretches · levels).
 * @param codes of each row, counted from 0
 * @param stretches of each row; negative for none
 * @param count how many stretches there are
 */
export function levelDistances(codes: Int32Array, stretches: Int32Array, count: number): LevelDistances {
  const width = codes.reduce((maximum, code) => Math.max(maximum, code + 1), 0);
  const { counts, sizes, rows, total } = countStretches(codes, stretches, { stretches: count, classes: width });
  const degreesOfFreedom = Math.max(1, total.filter((levelRows) => levelRows > 0).length - 1);
  const found = { ratios: new Float64Array(counts.length), areas: new Float64Array(counts.length), degreesOfFreedom };
  counts.forEach((own, place) => {
    const size = sizes[place]!;
    let [statistic, distance] = [0, 0];
    for (let i = 0; i < width; i++) {
      if (total[i] === 0) continue;
      const difference = own[i]! / size - (total[i]! - own[i]!) / (rows - size);
      statistic += (difference * difference * rows) / total[i]!;
      distance += Math.abs(difference) / 2;
    }
    found.ratios[place] = (statistic * ((size * (rows - size)) / rows)) / degreesOfFreedom;
    found.areas[place] = distance;
  });
  return found;
}

/**
 * The yardstick of a reference's own stretches for categories.
 * @param distances of at least 12 stretches
 * @returns null where there are fewer than 12 stretches, or one does not differ from the rest at all
 */
export function levelScale(distances: LevelDistances): LevelScale | null {
  const { ratios, areas, degreesOfFreedom } = distances;
  const stretches = ratios.length;
  if (stretches < LEAST_STRETCHES || areas.some((area) => area <= 0)) return null;
  const freedom = Math.min(FREEDOM, degreesOfFreedom) * stretches;
  const logs = areas.map((area) => Math.log(area));
  const ofNewOne = (values: Float64Array): number => Math.sqrt(smallVariance(values) * (1 + 1 / stretches));
  return {
    stretches,
    gap: Math.max(1, (smallMean(ratios) * freedom) / chiSquaredCritical(1 - LIMIT, freedom)),
    logMean: smallMean(logs),
    logDeviation: ofNewOne(logs),
    limit: Math.min(1, smallMean(areas) + ofNewOne(areas) * studentQuantile(0.95, stretches - 1)),
  };
}

/**
 * The p-value of a new stretch: twice the smaller of what its chi-square statistic at the yardstick's scale and its
 * total variation distance (Student's law of logarithms) give.
 * @param scale the yardstick
 * @param found the statistic with its degrees of freedom, and the distance
 */
export function levelScalePValue(
  scale: LevelScale,
  found: { statistic: number; degreesOfFreedom: number; distance: number },
): number {
  const { statistic, degreesOfFreedom, distance } = found;
  const byStatistic = degreesOfFreedom === 0 ? 1 : chiSquaredSf(statistic / scale.gap, degreesOfFreedom);
  const byArea =
    distance > 0 ? studentSf((Math.log(distance) - scale.logMean) / scale.logDeviation, scale.stretches - 1) : 1;
  return Math.min(1, 2 * Math.min(byStatistic, byArea));
}
