import { seededRandom, type Random } from '../../random.ts';
import { fitStep, slopeResidual, type PeriodSeries, type StepFit } from './step-fit.ts';
import { autoregressive, unchangedSteps, type UnchangedStep } from './unchanged.ts';

/** Fewer periods tell nothing of when. */
export const FEWEST_PERIODS = 12;
/** From here down a step is called: half of .05, since p averages over correlations and is too small by half in the slowest series. */
export const CALLED = 0.025;
/** Unchanged series that are most like the one at hand: those whose residuals correlate most nearly so. */
const ALIKE = 400;
/** Series with the step that was found, by which its place is bounded. */
const REPLICATES = 300;
/** How often the interval is to hold the place. */
const COVERAGE = 0.95;

export interface ChangePoint {
  /** The first period of the second level. */
  period: number;
  /** The first and the last period that may be it. */
  low: number;
  high: number;
  /** Both levels. */
  first: number;
  second: number;
  /** The F of the step. */
  statistic: number;
  pValue: number;
  /** The parts of the squares around one level that the step, and that a straight line leaves; 1 of a constant. */
  left: { step: number; line: number };
}

/**
 * Finds where the level of a series steps, and how likely as clear a step is where nothing changed. Unchanged series are drawn once for all
 * series with the same weights and slots: drawing takes most of the time.
 * @param seed of the series that are drawn
 * @returns a function of a series of at least `FEWEST_PERIODS` periods
 */
export function changePointFinder(seed: number): (series: PeriodSeries) => ChangePoint {
  const drawn = new Map<string, UnchangedStep[]>();
  return (series) => {
    const key = `${series.weights.join()};${series.slots?.join() ?? ''}`;
    const unchanged = drawn.get(key) ?? unchangedSteps(series, seededRandom(seed));
    drawn.set(key, unchanged);
    const fit = fitStep(series);
    const alike = unchanged
      .toSorted((a, b) => Math.abs(a.correlation - fit.correlation) - Math.abs(b.correlation - fit.correlation))
      .slice(0, ALIKE);
    const clearer = alike.filter(({ statistic }) => statistic >= fit.statistic).length;
    return {
      period: fit.cut,
      ...placeOf(series, fit, alike, seededRandom(seed + 1)),
      first: fit.first,
      second: fit.second,
      statistic: fit.statistic,
      pValue: (1 + clearer) / (1 + alike.length),
      left: leftBy(series, fit),
    };
  };
}

function leftBy(series: PeriodSeries, { gains, cut, residual }: StepFit): ChangePoint['left'] {
  const whole = residual + gains[cut]!;
  return whole > 0 ? { step: residual / whole, line: slopeResidual(series) / whole } : { step: 1, line: 1 };
}

/** All cuts whose gain is not too far below the best: as far as the true cut's is in series with this step. */
function placeOf(
  series: PeriodSeries,
  fit: StepFit,
  alike: readonly UnchangedStep[],
  random: Random,
): { low: number; high: number } {
  const lacks = Array.from({ length: REPLICATES }, (_, i) => {
    const { phi, residual } = alike[i % alike.length]!;
    const scale = Math.sqrt(fit.residual / residual);
    const noise = autoregressive(random, phi, series.weights);
    const values = noise.map((value, period) => scale * value + (period < fit.cut ? fit.first : fit.second));
    return lackAt(fitStep({ ...series, values }), fit.cut);
  }).sort((a, b) => a - b);
  const limit = lacks[Math.ceil(COVERAGE * REPLICATES) - 1]!;
  let [low, high] = [fit.cut, fit.cut];
  for (let cut = 0; cut < fit.gains.length; cut++) {
    if (!(lackAt(fit, cut) <= limit)) continue;
    low = Math.min(low, cut);
    high = Math.max(high, cut);
  }
  return { low, high };
}

/** How far the gain of a cut lies below the best, in variances of the residuals. */
const lackAt = ({ gains, cut, residual }: StepFit, other: number): number =>
  (gains[cut]! - gains[other]!) / (residual / gains.length);
