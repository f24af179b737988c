import { placeArrays } from '../kernel/placed-arrays.ts';

/**
 * Rows of `channels` numbers each, one row after another, every channel less its mean. A numeric column has one
 * channel, a categorical one a channel a level.
 */
export interface Series {
  cells: Float64Array;
  channels: number;
}

/** So many pairs of lags are looked at before neighbouring rows are added up. */
const PAIRS = 8;
/** With more effective rows than this, the correction for the estimated mean would be below 1 %. */
const MANY = 1000;

/**
 * Σ xᵢ xᵢ₊ₛ, the product of a stretch with itself further on.
 * @param x cells
 * @param shift s, how many cells further on, ≥ 0
 * @returns e.g. 2 · 5 + 5 · 3 = 25 for (2, 5, 3) and 1
 */
export function laggedProduct(x: Float64Array, shift: number): number {
  let sum = 0;
  for (let i = 0; i < x.length - shift; i++) sum += x[i]! * x[i + shift]!;
  return sum;
}

/**
 * The products of a series with itself at one shift after another. O(cells · shifts), by the kernel.
 * @param x cells
 * @param shifts how many, fewer than cells
 * @returns `laggedProduct` at 0, 1, …, but for rounding
 */
export function laggedProducts(x: Float64Array, shifts: number): Float64Array {
  const { kernel, addresses } = placeArrays([x], []);
  const [place] = addresses;
  return Float64Array.from({ length: shifts }, (_, shift) =>
    kernel.calls.dot(place, place + x.BYTES_PER_ELEMENT * shift, x.length - shift),
  );
}

// Σ xᵢ (xᵢ₊ₛ + xᵢ₊ₜ) for the shifts s < t: both lags of a pair in one pass.
function pairProduct(x: Float64Array, s: number, t: number): number {
  let sum = 0;
  for (let i = 0; i < x.length - t; i++) sum += x[i]! * (x[i + s]! + x[i + t]!);
  for (let i = Math.max(0, x.length - t); i < x.length - s; i++) sum += x[i]! * x[i + s]!;
  return sum;
}

/**
 * Adds up neighbouring rows: the first and second, third and fourth, and so on; a last one without a neighbour stays.
 * @param series any series
 * @returns e.g. (3, 7, 5) for (1, 2, 3, 4, 5) in one channel
 */
export function addNeighbours({ cells, channels }: Series): Series {
  const blocks = Math.ceil(cells.length / channels / 2);
  const sums = new Float64Array(blocks * channels);
  for (let block = 0; block < blocks; block++) {
    for (let i = block * channels; i < (block + 1) * channels; i++) {
      const partner = i + (block + 1) * channels;
      sums[i] = cells[i + block * channels]! + (partner < cells.length ? cells[partner]! : 0);
    }
  }
  return { cells: sums, channels };
}

/** A sum over all lags. */
export interface LagSum {
  sum: number;
  /** False where it was still going on at the last pair. */
  ended: boolean;
}

/**
 * Sum of the autocovariances at lags …, −1, 0, 1, …, by Geyer's initial monotone sequence: lags are taken in pairs
 * (0 and 1, 2 and 3, …); the sum ends before the first pair that is not positive, and no pair counts more than the one
 * before it.
 *
 * Source: C. J. Geyer, "Practical Markov chain Monte Carlo", Statistical Science 7 (1992), section 3.3. That pairs are
 * positive and fall is a fact for reversible chains; for the rest it is a way to smooth.
 *
 * @param atZero the autocovariance at lag 0
 * @param pairAt the autocovariances at lags 2j plus 2j + 1, for j = 0, 1, …
 * @param pairs how many pairs to look at
 * @returns e.g. 1 + 2 · (0.5 + 0.2 + 0.1) = 2.6 for the autocovariances 1, 0.5, 0.2, 0.1, −0.1, 0; not under 0
 */
export function initialMonotoneSum(atZero: number, pairAt: (pair: number) => number, pairs = PAIRS): LagSum {
  let smallest = Infinity;
  let sum = -atZero;
  for (let pair = 0; pair < pairs; pair++) {
    const next = pairAt(pair);
    if (next <= 0) return { sum: Math.max(sum, 0), ended: true };
    smallest = Math.min(smallest, next);
    sum += 2 * smallest;
  }
  return { sum: Math.max(sum, 0), ended: false };
}

/** What the sum over all lags is made of, as sums of products (autocovariances times the number of rows). */
export interface Lagged {
  rows: number;
  atZero: number;
  /** Products at the lags 2j and 2j + 1, over the rows − lag places there are. */
  pairAt: (pair: number) => number;
  /** The same of the series in which neighbouring rows are added up. */
  addedUp: () => Lagged;
}

/**
 * The lags of a series.
 * @param series any series
 */
export function lagged({ cells, channels }: Series): Lagged {
  return {
    rows: cells.length / channels,
    atZero: laggedProduct(cells, 0),
    pairAt: (pair) => pairProduct(cells, 2 * pair * channels, (2 * pair + 1) * channels),
    addedUp: () => lagged(addNeighbours({ cells, channels })),
  };
}

// The sum over all lags, given a first estimate of it (0 for none) that corrects its parts.
function correctedSum({ rows, atZero, pairAt }: Lagged, estimate: number): LagSum {
  const perLag = estimate / rows;
  return initialMonotoneSum(atZero + perLag, (pair) => {
    const places = rows - 2 * pair - 0.5;
    return places > 0 ? (pairAt(pair) * rows) / places + 2 * perLag : 0;
  });
}

/**
 * How many independent rows have a mean as exact as that of this series: rows / time, where time is the integrated
 * autocorrelation time 1 + 2 Σ autocorrelation(lag), by `initialMonotoneSum`. O(cells) for a memory of any length:
 * where the pairs have not ended after 16 lags, neighbouring rows are added up and the lags of the shorter series are
 * looked at from the start. That leaves the sum over all lags as it is and halves the lags it needs, so all of it costs
 * about twice the first pass.
 *
 * Taking its mean out of a series lowers every autocovariance, by sum / rows² on average, and lag k is seen rows − k
 * times only. In series of few effective rows that makes the time much too small, so there it is estimated a second time with
 * both put back (as U. Wolff, "Monte Carlo errors with less errors", Computer Physics Communications 156 (2004), does).
 *
 * @param series a series that is not 0 throughout
 * @returns > 0; Infinity where neighbours are opposed so much that the mean is exact
 */
export function effectiveRows(series: Lagged): number {
  const variance = series.atZero;
  let blocks = series;
  let estimate = 0;
  for (;;) {
    const { sum, ended } = correctedSum(blocks, estimate);
    const rows = (series.rows * variance) / sum;
    if (!ended) blocks = blocks.addedUp();
    else if (estimate > 0) return rows + 1;
    else if (rows <= MANY) estimate = sum;
    // Also where it is no number: nothing would end the loop.
    else return rows;
  }
}
