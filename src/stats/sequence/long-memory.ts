import gammaln from '@stdlib/math-base-special-gammaln';

/** Longer series are averaged over neighbours first: what happens at these frequencies stays. */
const MOST_BLOCKS = 4096;
/** So many of the lowest frequencies are looked at: n to this power. */
const BANDWIDTH = 0.45;
/** Exponents that are tried, 0.01 apart. */
const [LEAST, MOST, STEPS] = [-0.2, 1, 121] as const;
/** Where an estimate lies above, the series is said to be near this. */
const STATIONARY = 0.45;

/** How a series goes on at its lowest frequencies. */
export interface LongMemory {
  /** d: the spectrum rises like frequency^(−2 d) towards 0. About 0 for a short memory, up to ½ for a long one. */
  exponent: number;
  /** How many frequencies tell so: the standard error of `exponent` is 1 / (2 √frequencies). */
  frequencies: number;
  /** So many rows in a row tell as much of the mean as an independent one, if the memory goes on so for ever. */
  time: number;
}

/**
 * The exponent of a long memory, by local Whittle estimation at the lowest n^0.45 frequencies, and what it makes of the
 * variance of the mean: G c n^(2d) / n, with c = 2 Γ(1 − 2d) sin(π d) / (d (1 + 2d)).
 *
 * Source: P. M. Robinson, "Gaussian semiparametric estimation of long range dependence", Annals of Statistics 23 (1995);
 * the variance of the mean as in J. Beran, "Statistics for long-memory processes" (1994), theorem 2.2.
 *
 * @param series any series with a variance, its mean taken out; O(rows + 4096 · rows^0.45)
 * @returns null for fewer than 64 rows
 */
export function longMemory(series: Float64Array): LongMemory | null {
  const rows = series.length;
  if (rows < 64) return null;
  const frequencies = Math.floor(rows ** BANDWIDTH);
  const { power, angular } = lowestPowers(series, frequencies);
  const logMean = angular.reduce((sum, w) => sum + Math.log(w), 0) / frequencies;
  const level = (d: number): number => power.reduce((sum, p, i) => sum + p * angular[i]! ** (2 * d), 0) / frequencies;
  let exponent = 0;
  let least = Infinity;
  for (let step = 0; step < STEPS; step++) {
    const d = LEAST + ((MOST - LEAST) * step) / (STEPS - 1);
    const objective = Math.log(level(d)) - 2 * d * logMean;
    if (objective < least) [least, exponent] = [objective, d];
  }
  const d = Math.min(exponent, STATIONARY);
  const variance = series.reduce((sum, x) => sum + x * x, 0) / rows;
  return { exponent, frequencies, time: (level(d) * meanFactor(d) * rows ** (2 * d)) / variance };
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
