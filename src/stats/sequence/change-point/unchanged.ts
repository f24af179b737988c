import type { Random } from '../../random.ts';
import { fitStep, type PeriodSeries } from './step-fit.ts';

/** The best step of a series in which nothing changed. */
export interface UnchangedStep {
  /** Correlation of neighbouring periods that it was drawn with. */
  phi: number;
  statistic: number;
  /** Correlation of neighbouring residuals. */
  correlation: number;
  residual: number;
}

/** Correlations of neighbouring periods, each as likely as the others before a series is seen; slow ones stand closer. */
const PHIS = [0, 0.15, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99] as const;
const DRAWS = 150;

/**
 * A stationary autoregressive series of unit variance, with more noise where a period counts for less.
 * @param random uniform numbers
 * @param phi correlation of neighbours
 * @param weights of the periods
 */
export function autoregressive(random: Random, phi: number, weights: Float64Array): Float64Array {
  const innovation = Math.sqrt(1 - phi * phi);
  const values = normals(random, weights.length);
  let last = values[0]!;
  for (let i = 0; i < values.length; i++) {
    if (i > 0) last = phi * last + innovation * values[i]!;
    values[i] = last / Math.sqrt(weights[i]!);
  }
  return values;
}

/** Standard normal numbers, two from each pair of uniform ones (Box & Muller 1958). */
function normals(random: Random, count: number): Float64Array {
  const values = new Float64Array(count);
  for (let i = 0; i < count; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    values[i] = radius * Math.cos(angle);
    if (i + 1 < count) values[i + 1] = radius * Math.sin(angle);
  }
  return values;
}

/**
 * Best steps of unchanged series with the same weights and slots, of every correlation.
 * @param series whose weights and slots they have
 * @param random uniform numbers
 */
export const unchangedSteps = ({ weights, slots }: Omit<PeriodSeries, 'values'>, random: Random): UnchangedStep[] =>
  PHIS.flatMap((phi) =>
    Array.from({ length: DRAWS }, () => {
      const fit = fitStep({ values: autoregressive(random, phi, weights), weights, slots });
      return { phi, statistic: fit.statistic, correlation: fit.correlation, residual: fit.residual };
    }),
  );
