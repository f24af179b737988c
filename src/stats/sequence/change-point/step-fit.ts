/** Periods of a series, in their order: none without a value. */
export interface PeriodSeries {
  /** The mean (or share) of each period. */
  values: Float64Array;
  /** How much a period counts, in (0, 1]: 1 for one with as many rows as the usual one. */
  weights: Float64Array;
  /** The place of each period in a cycle (the day of the week), from 0; null where no cycle is taken out. */
  slots: Uint8Array | null;
}

/** A series as one level, then another. */
export interface StepFit {
  /** The first period of the second level. */
  cut: number;
  first: number;
  second: number;
  /** What a step before each period takes off the weighted squares; NaN nearer to an end than `LEAST_PERIODS`. */
  gains: Float64Array;
  /** Weighted squares that the step leaves. */
  residual: number;
  /** gain / (residual / (periods − 2)): the F of the step, the largest of all cuts. */
  statistic: number;
  /** Correlation of neighbouring residuals. */
  correlation: number;
}

/** Periods that a level is told by, at least. */
export const LEAST_PERIODS = 2;

/**
 * The step that fits a series best by weighted least squares: for every cut the gain is W₁ W₂ / W (m₂ − m₁)². A cycle is taken
 * out as the means of its slots, around the step that was found without it. O(periods).
 * @param series of at least 2 · `LEAST_PERIODS` periods
 */
export function fitStep(series: PeriodSeries): StepFit {
  const plain = bestCut(series.values, series.weights);
  if (series.slots === null) return withResiduals(series.values, series.weights, plain);
  const seasonless = withoutSlots(series, series.values);
  const rough = bestCut(seasonless, series.weights);
  const cycle = slotMeans(series, lessStep(series.values, rough));
  const values = series.values.map((value, i) => value - cycle[i]!);
  return withResiduals(values, series.weights, bestCut(values, series.weights));
}

type Cut = Pick<StepFit, 'cut' | 'first' | 'second' | 'gains'>;

function bestCut(values: Float64Array, weights: Float64Array): Cut {
  const periods = values.length;
  let [whole, total] = [0, 0];
  for (let i = 0; i < periods; i++) {
    whole += weights[i]!;
    total += weights[i]! * values[i]!;
  }
  const gains = new Float64Array(periods).fill(NaN);
  let [weight, sum, best] = [0, 0, -1];
  let found = { cut: LEAST_PERIODS, first: NaN, second: NaN };
  for (let cut = 1; cut <= periods - LEAST_PERIODS; cut++) {
    weight += weights[cut - 1]!;
    sum += weights[cut - 1]! * values[cut - 1]!;
    if (cut < LEAST_PERIODS) continue;
    const [first, second] = [sum / weight, (total - sum) / (whole - weight)];
    const gain = ((weight * (whole - weight)) / whole) * (second - first) * (second - first);
    gains[cut] = gain;
    if (gain > best) {
      best = gain;
      found = { cut, first, second };
    }
  }
  return { ...found, gains };
}

const lessStep = (values: Float64Array, { cut, first, second }: Cut): Float64Array =>
  values.map((value, i) => value - (i < cut ? first : second));

function withResiduals(values: Float64Array, weights: Float64Array, fit: Cut): StepFit {
  const rest = lessStep(values, fit);
  let [residual, neighbours] = [0, 0];
  for (let i = 0; i < rest.length; i++) {
    residual += weights[i]! * rest[i]! * rest[i]!;
    if (i > 0) neighbours += Math.sqrt(weights[i]! * weights[i - 1]!) * rest[i]! * rest[i - 1]!;
  }
  const gain = fit.gains[fit.cut]!;
  // Equal levels to the last digits are no step, however little is left.
  const scale = weights.reduce((sum, weight, i) => sum + weight * values[i]! * values[i]!, 0);
  const isFlat = gain <= 1e-20 * scale;
  return {
    ...fit,
    residual,
    statistic: isFlat ? 0 : gain / (residual / (rest.length - 2)),
    correlation: residual > 0 ? neighbours / residual : 0,
  };
}

/**
 * Weighted squares that a straight line leaves, where a step leaves `StepFit.residual`: with the same cycle taken out, around the line. O(periods).
 * @param series of at least 2 · `LEAST_PERIODS` periods
 */
export function slopeResidual(series: PeriodSeries): number {
  const { values, weights, slots } = series;
  if (slots === null) return squaresOf(lessLine(values, weights), weights);
  const seasonless = withoutSlots(series, values);
  const line = lessLine(seasonless, weights).map((rest, i) => seasonless[i]! - rest);
  const cycle = slotMeans(
    series,
    values.map((value, i) => value - line[i]!),
  );
  return squaresOf(
    lessLine(
      values.map((value, i) => value - cycle[i]!),
      weights,
    ),
    weights,
  );
}

const squaresOf = (rest: Float64Array, weights: Float64Array): number =>
  rest.reduce((sum, value, i) => sum + weights[i]! * value * value, 0);

function lessLine(values: Float64Array, weights: Float64Array): Float64Array {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const middle = weights.reduce((sum, weight, i) => sum + weight * i, 0) / whole;
  const mean = weights.reduce((sum, weight, i) => sum + weight * values[i]!, 0) / whole;
  let [both, places] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    both += weights[i]! * (i - middle) * (values[i]! - mean);
    places += weights[i]! * (i - middle) * (i - middle);
  }
  return values.map((value, i) => value - mean - (both / places) * (i - middle));
}

const withoutSlots = (series: PeriodSeries, values: Float64Array): Float64Array => {
  const means = slotMeans(series, values);
  return values.map((value, i) => value - means[i]!);
};

/** The mean of each period's slot, less the mean of all. */
function slotMeans({ weights, slots }: PeriodSeries, values: Float64Array): Float64Array {
  const [sums, counts] = [new Float64Array(256), new Float64Array(256)];
  let [total, whole] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const slot = slots?.[i] ?? 0;
    sums[slot]! += weights[i]! * values[i]!;
    counts[slot]! += weights[i]!;
    total += weights[i]! * values[i]!;
    whole += weights[i]!;
  }
  return values.map((_, i) => sums[slots?.[i] ?? 0]! / counts[slots?.[i] ?? 0]! - total / whole);
}
