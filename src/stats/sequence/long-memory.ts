import gammaln from '@stdlib/math-base-special-gammaln';

/** Longer series are averaged over neighbours first: what happens at these frequencies stays. */
const MOST_BLOCKS = 4096;
/** So many of the lowest frequencies are looked at: n to this power. */
const BANDWIDTH = 0.6;
/** Exponents that are tried. */
const EXPONENTS = Array.from({ length: 47 }, (_, i) => -0.2 + 0.025 * i);
/** Corners of a short memory's spectrum that are tried, from the lowest frequency to thrice the highest. */
const CORNERS = 40;
/** Where the exponent is larger, the mean's variance is said for this one: beyond ½ there is none. */
const STATIONARY = 0.45;

/** Whether a series' memory at its lowest frequencies is a long one, and what that would make of its mean. */
export interface LongMemory {
  /** d of the spectrum's power law, frequency^(−2 d). */
  exponent: number;
  /** Logarithm of the odds of the power law against a memory that ends, as the frequencies tell: > 0 speaks for a long one. */
  logOdds: number;
  /** So many rows in a row tell as much of the mean as an independent one, if the power law goes on for ever. */
  time: number;
}

/**
 * A long memory against a short one, by Whittle's likelihood of the lowest n^0.6 frequencies: a power law G ω^(−2d)
 * (local Whittle estimation) against the spectrum of a first-order autoregression near 0, G / (1 + (ω/c)²). Each has two parameters, so
 * that the likelihoods can be compared as they are. What the power law makes of the mean's variance is G c n^(2d) / n, with
 * c = 2 Γ(1 − 2d) sin(π d) / (d (1 + 2d)).
 *
 * Source: P. M. Robinson, "Gaussian semiparametric estimation of long range dependence", Annals of Statistics 23 (1995);
 * the variance of the mean as in J. Beran, "Statistics for long-memory processes" (1994), theorem 2.2.
 *
 * @param series any series with a variance, its mean taken out; O(rows + 4096 · rows^0.6)
 * @returns null for fewer than 64 rows
 */
export function longMemory(series: Float64Array): LongMemory | null {
  const rows = series.length;
  if (rows < 64) return null;
  const { power, angular } = lowestPowers(series, Math.floor(rows ** BANDWIDTH));
  const [lowest, highest] = [angular[0]!, 3 * angular.at(-1)!];
  const corners = Array.from({ length: CORNERS }, (_, i) => lowest * (highest / lowest) ** (i / (CORNERS - 1)));
  const law = (d: number) => whittle(power, angular, (w) => w ** (-2 * d));
  const long = EXPONENTS.map((d) => ({ d, ...law(d) })).reduce((best, next) => (next.loss < best.loss ? next : best));
  const short = Math.min(...corners.map((c) => whittle(power, angular, (w) => 1 / (1 + (w / c) ** 2)).loss));
  const d = Math.min(long.d, STATIONARY);
  const variance = series.reduce((sum, x) => sum + x * x, 0) / rows;
  return {
    exponent: long.d,
    logOdds: short - long.loss,
    time: (law(d).level * meanFactor(d) * rows ** (2 * d)) / variance,
  };
}

/** The level that makes a spectrum of a given shape likeliest, and minus the logarithm of the likelihood, but for a constant. */
function whittle(
  power: Float64Array,
  angular: Float64Array,
  shape: (w: number) => number,
): { level: number; loss: number } {
  let [sum, logs] = [0, 0];
  for (let i = 0; i < power.length; i++) {
    const expected = shape(angular[i]!);
    sum += power[i]! / expected;
    logs += Math.log(expected);
  }
  const level = sum / power.length;
  return { level, loss: power.length * Math.log(level) + logs };
}

/** The periodogram at the lowest frequencies, |Σ xₜ exp(−iωt)|² / (2π n), from averages of neighbours in long series. */
function lowestPowers(series: Float64Array, frequencies: number): { power: Float64Array; angular: Float64Array } {
  const width = Math.ceil(series.length / MOST_BLOCKS);
  const sums = new Float64Array(Math.ceil(series.length / width));
  for (let row = 0; row < series.length; row++) sums[Math.floor(row / width)]! += series[row]!;
  const angular = Float64Array.from({ length: frequencies }, (_, j) => (2 * Math.PI * (j + 1)) / series.length);
  const power = angular.map((w) => {
    let [cosines, sines] = [0, 0];
    for (let block = 0; block < sums.length; block++) {
      cosines += sums[block]! * Math.cos(w * width * block);
      sines += sums[block]! * Math.sin(w * width * block);
    }
    return (cosines * cosines + sines * sines) / (2 * Math.PI * series.length);
  });
  return { power, angular };
}

// c of `longMemory`; 2π for d = 0.
function meanFactor(d: number): number {
  if (Math.abs(d) < 1e-9) return 2 * Math.PI;
  return (2 * Math.exp(gammaln(1 - 2 * d)) * Math.sin(Math.PI * d)) / (d * (1 + 2 * d));
}
