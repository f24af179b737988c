import type { Memory, OwnScale } from '../../facts/summary.ts';
import { chiSquaredCritical } from '../distributions/chi-squared.ts';
import { kolmogorovSf } from '../distributions/kolmogorov.ts';
import { studentQuantile, studentSf } from '../distributions/student.ts';
import { smallMean, smallVariance } from '../describe/small-summaries.ts';
import { lengthened, longShare } from './memory.ts';
import type { StretchDistances } from './stretches.ts';

/** Fewer stretches are no yardstick. */
export const LEAST_STRETCHES = 12;
/** E K² of Kolmogorov's law. */
const KOLMOGOROV_SQUARE = Math.PI ** 2 / 12;
/** D² of one stretch tells as much of its mean as so many squares of normal values. */
const FREEDOM = 3.2;
/** The mean square is taken at its upper limit of this level. */
const LIMIT = 0.1;

/**
 * The yardstick of a reference's own stretches. Both the gap and the area of a new stretch are judged by how those of
 * the reference's stretches vary. Neighbouring stretches are alike where the memory is longer than they are, so that
 * they vary less among each other than a new one does: both are widened by what the memory says of the reference's mean.
 *
 * @param distances of at least 12 stretches
 * @param memory of the reference's centred ranks
 * @param rankVariance their mean square
 * @returns null where too few stretches differ from the rest at all
 */
export function ownScale(distances: StretchDistances, memory: Memory, rankVariance: number): OwnScale | null {
  const { gaps, areas, means } = distances;
  const stretches = gaps.length;
  if (stretches < LEAST_STRETCHES || areas.some((area) => area <= 0)) return null;
  const wider = Math.sqrt(inflation(means, memory, rankVariance));
  const freedom = FREEDOM * stretches;
  const widened = (smallMean(gaps.map((gap) => gap * gap)) * freedom) / chiSquaredCritical(1 - LIMIT, freedom);
  const logs = areas.map((area) => Math.log(area));
  return {
    stretches,
    gap: Math.sqrt(widened / KOLMOGOROV_SQUARE) * wider,
    logMean: smallMean(logs) + Math.log(wider),
    logDeviation: Math.sqrt(smallVariance(logs) * (1 + 1 / stretches)),
  };
}

/**
 * By how much the variance between a new stretch's mean and the reference's exceeds what stretches among each other
 * show: (V (J − 1)/J + 2 A) / (V (1 + 1/J)), V their variance and A that of the reference's own mean.
 */
function inflation(means: Float64Array, { effective, rows, long }: Memory, rankVariance: number): number {
  const [count, variance] = [means.length, smallVariance(means)];
  if (!(variance > 0)) return 1;
  const time = lengthened(rows / effective, long, longShare(long?.logOdds ?? 0));
  const independentRows = rows / time;
  const ofMean = rankVariance / independentRows;
  return Math.max(1, ((variance * (count - 1)) / count + 2 * ofMean) / (variance * (1 + 1 / count)));
}

/**
 * The p-value of a new stretch: twice the smaller of what its gap (Kolmogorov's law at the yardstick's scale) and its
 * area (Student's law of logarithms) give.
 * @param scale the yardstick
 * @param gap the largest distance of its curve from the reference's
 * @param area the area between them
 */
export function ownScalePValue(scale: OwnScale, gap: number, area: number): number {
  const byGap = kolmogorovSf(gap / scale.gap);
  const byArea = area > 0 ? studentSf((Math.log(area) - scale.logMean) / scale.logDeviation, scale.stretches - 1) : 1;
  return Math.min(1, 2 * Math.min(byGap, byArea));
}

/**
 * The area that one new stretch in twenty exceeds where nothing changed.
 * @param scale the yardstick
 */
export const usualLimit = ({ logMean, logDeviation, stretches, limit = Infinity }: OwnScale): number =>
  Math.min(limit, Math.exp(logMean + logDeviation * studentQuantile(0.95, stretches - 1)));
