import type { LongMemory } from '../../facts/summary.ts';
import gammaln from '@stdlib/math-base-special-gammaln';

/** Longer series are averaged over neighbours first: what happens at the frequencies that are looked at stays. */
const MOST_BLOCKS = 2048;
/** So many of the lowest frequencies are looked at: n to this power, and a quarter of the blocks at most. */
const BANDWIDTH = 0.7;
const MOST_FREQUENCIES = MOST_BLOCKS / 4;
/** Exponents that are tried. */
const EXPONENTS = Array.from({ length: 47 }, (_, i) => -0.2 + 0.025 * i);
/** Corners of a short memory's spectrum that are tried, from the lowest frequency to thrice the highest. */
const CORNERS = 40;
/** Levels of noise beside it, as shares of its peak; and what a likelihood loses by having one (Akaike's criterion). */
const FLOORS = [0, 0.003, 0.01, 0.03, 0.1, 0.3] as const;
const PARAMETER = 1;
/** Where the exponent is larger, the mean's variance is said for this one: beyond ½ there is none. */
const STATIONARY = 0.45;
/** Fewer rows say nothing. */
const LEAST_ROWS = 64;

/**
 * A long memory against a short one, by Whittle's likelihood of the lowest n^0.7 frequencies: a power law G ω^(−2d)
 * (local Whittle estimation) against the spectrum of a first-order autoregression with noise beside it, G (1 / (1 + (ω/c)²) + f).
 * What the power law makes of the mean's variance is G C n^(2d) / n, with C = 2 Γ(1 − 2d) sin(π d) / (d (1 + 2d)).
 *
 * Source: P. M. Robinson, "Gaussian semiparametric estimation of long range dependence", Annals of Statistics 23 (1995);
 * the variance of the mean as in J. Beran, "Statistics for long-memory processes" (1994), theorem 2.2.
 *
 * @param series any series with a variance, its mean taken out; O(rows + 2048 · rows^0.7)
 * @returns null for fewer than 64 rows
 */
export function longMemory(series: Float64Array): LongMemory | null {
  const rows = series.length;
  if (rows < LEAST_ROWS) return null;
  const { power, angular } = lowestPowers(series, Math.min(MOST_FREQUENCIES, Math.floor(rows ** BANDWIDTH)));
  const logs = angular.map((w) => Math.log(w));
  const law = (d: number): Fit =>
    whittle(
      power,
      logs.map((log) => Math.exp(-2 * d * log)),
    );
  const long = likeliest(law);
  const d = Math.min(long.d, STATIONARY);
  const variance = series.reduce((sum, x) => sum + x * x, 0) / rows;
  return {
    exponent: long.d,
    logOdds: shortLoss(power, angular) - long.loss,
    time: (law(d).level * meanFactor(d) * rows ** (2 * d)) / variance,
  };
}

/** The level that makes a spectrum of a given shape likeliest, and minus the logarithm of the likelihood, but for a constant. */
interface Fit {
  level: number;
  loss: number;
}

/** The exponent of the least loss, which is convex in it: the logarithm of a sum of powers, and a line. */
function likeliest(law: (d: number) => Fit): Fit & { d: number } {
  let [low, high] = [0, EXPONENTS.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (law(EXPONENTS[middle]!).loss <= law(EXPONENTS[middle + 1]!).loss) high = middle;
    else low = middle + 1;
  }
  const d = EXPONENTS[low]!;
  return { d, ...law(d) };
}

function whittle(power: Float64Array, shape: Float64Array, floor = 0): Fit {
  let sum = 0;
  let logs = 0;
  // One logarithm of sixteen heights: they lie between 10⁻⁸ and 10⁸.
  let product = 1;
  for (let i = 0; i < power.length; i++) {
    const height = shape[i]! + floor;
    sum += power[i]! / height;
    product *= height;
    if (i % 16 === 15) {
      logs += Math.log(product);
      product = 1;
    }
  }
  const level = sum / power.length;
  return { level, loss: power.length * Math.log(level) + logs + Math.log(product) };
}

/** The loss of the likeliest memory that ends. */
function shortLoss(power: Float64Array, angular: Float64Array): number {
  const [lowest, highest] = [angular[0]!, 3 * angular.at(-1)!];
  let least = Infinity;
  for (let i = 0; i < CORNERS; i++) {
    const corner = lowest * (highest / lowest) ** (i / (CORNERS - 1));
    const shape = angular.map((w) => 1 / (1 + (w / corner) ** 2));
    for (const floor of FLOORS) {
      const { loss } = whittle(power, shape, floor);
      least = Math.min(least, floor === 0 ? loss : loss + PARAMETER);
    }
  }
  return least;
}

/** The periodogram at the lowest frequencies, |Σ xₜ exp(−iωt)|² / (2π n), by Goertzel's recurrence over sums of neighbours. */
function lowestPowers(series: Float64Array, frequencies: number): { power: Float64Array; angular: Float64Array } {
  const width = Math.ceil(series.length / MOST_BLOCKS);
  const sums = new Float64Array(Math.ceil(series.length / width));
  for (let block = 0, row = 0; block < sums.length; block++) {
    for (const end = Math.min(series.length, row + width); row < end; row++) sums[block]! += series[row]!;
  }
  const angular = Float64Array.from({ length: frequencies }, (_, j) => (2 * Math.PI * (j + 1)) / series.length);
  const power = new Float64Array(frequencies);
  for (let first = 0; first < frequencies; first += TOGETHER) {
    const frequencies = angular.subarray(first, first + TOGETHER).map((w) => w * width);
    power.set(powersAt(sums, frequencies).subarray(0, frequencies.length), first);
  }
  return { power: power.map((p, j) => p / passed(angular[j]!, width) / (2 * Math.PI * series.length)), angular };
}

/** Frequencies that go through the series together: each step of one waits for the last, and the processor does the others meanwhile. */
const TOGETHER = 4;

function powersAt(series: Float64Array, angular: Float64Array): Float64Array {
  const twice = Float64Array.from({ length: TOGETHER }, (_, j) => 2 * Math.cos(angular[j] ?? 0));
  const [c0, c1, c2, c3] = [twice[0]!, twice[1]!, twice[2]!, twice[3]!];
  let [a, b, c, d] = [0, 0, 0, 0];
  let [lastA, lastB, lastC, lastD] = [0, 0, 0, 0];
  for (let i = 0; i < series.length; i++) {
    const x = series[i]!;
    const [nextA, nextB, nextC, nextD] = [
      x + c0 * a - lastA,
      x + c1 * b - lastB,
      x + c2 * c - lastC,
      x + c3 * d - lastD,
    ];
    lastA = a;
    lastB = b;
    lastC = c;
    lastD = d;
    a = nextA;
    b = nextB;
    c = nextC;
    d = nextD;
  }
  const [now, before] = [
    [a, b, c, d],
    [lastA, lastB, lastC, lastD],
  ];
  return twice.map((factor, j) => now[j]! ** 2 + before[j]! ** 2 - factor * now[j]! * before[j]!);
}

/** The share of a frequency's power that sums of neighbours keep, over that of their mean. */
const passed = (w: number, width: number): number =>
  width === 1 ? 1 : (Math.sin((w * width) / 2) / Math.sin(w / 2) / width) ** 2;

// C of `longMemory`; 2π for d = 0.
function meanFactor(d: number): number {
  if (Math.abs(d) < 1e-9) return 2 * Math.PI;
  return (2 * Math.exp(gammaln(1 - 2 * d)) * Math.sin(Math.PI * d)) / (d * (1 + 2 * d));
}
