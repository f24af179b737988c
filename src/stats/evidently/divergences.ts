import type { CountPair } from './column-pair.ts';

/** What an empty bin's share becomes, and below which smallest share it is made smaller yet. */
const LEAST_SHARE = 0.0001;
const SMALLER_YET = 1e6;

const sum = (terms: Float64Array) => terms.reduce((total, term) => total + term, 0);

function shares(counts: Float64Array): Float64Array {
  const size = sum(counts);
  return counts.map((count) => count / size);
}

// Shares in which empty bins have a little, so that a logarithm exists; they add up to more than 1 then.
function filledShares(counts: Float64Array): Float64Array {
  const plain = shares(counts);
  const smallest = plain.reduce((minimum, share) => (share > 0 && share < minimum ? share : minimum), Infinity);
  const filled = smallest <= LEAST_SHARE ? smallest / SMALLER_YET : LEAST_SHARE;
  return plain.map((share) => (share === 0 ? filled : share));
}

/**
 * The parts of Evidently's `psi` (population stability index), (r − c) ln(r / c) a bin, of shares in which 0 has become
 * 0.0001, or a millionth of the side's smallest share where that is 0.0001 or less. Filled shares are not made to add
 * up to 1 again. Their sum is the score. O(bins).
 * @param counts both sides on the same bins, with a row on each
 * @returns one part a bin, all ≥ 0, e.g. 0 and 0 for counts (1, 2) and (2, 4)
 */
export function psiParts(counts: CountPair): Float64Array {
  const [r, c] = [filledShares(counts.reference), filledShares(counts.current)];
  return r.map((share, i) => (share - c[i]!) * Math.log(share / c[i]!));
}

/**
 * The parts of Evidently's `kl_div` (Kullback-Leibler divergence of the current data from the reference), r ln(r / c) a bin
 * in natural units, of shares filled as in `psiParts` and then made to add up to 1. Their sum is the score. O(bins).
 * @param counts both sides on the same bins, with a row on each
 * @returns one part a bin; single ones can be negative
 */
export function klParts(counts: CountPair): Float64Array {
  const [r, c] = [shares(filledShares(counts.reference)), shares(filledShares(counts.current))];
  return r.map((share, i) => share * Math.log(share / c[i]!));
}

const relativeEntropy = (share: number, middle: number) => (share === 0 ? 0 : share * Math.log(share / middle));

/**
 * The parts of the square of Evidently's `jensenshannon`, half of r ln(r / m) + c ln(c / m) a bin with m = (r + c) / 2, in
 * natural units. The score is the square root of their sum, in [0, √ln 2]; of the sum, rounding leaves 10⁻¹⁶. O(bins).
 * @param counts both sides on the same bins, with a row on each
 * @returns one part a bin
 */
export function jensenShannonParts(counts: CountPair): Float64Array {
  const [r, c] = [shares(counts.reference), shares(counts.current)];
  return r.map((share, i) => {
    const middle = (share + c[i]!) / 2;
    return (relativeEntropy(share, middle) + relativeEntropy(c[i]!, middle)) / 2;
  });
}

/**
 * Evidently's `psi`: see `psiParts`.
 * @param counts both sides on the same bins, with a row on each
 * @returns e.g. 0.04849086428562525 for counts (24, 6) and (22, 3)
 */
export const psi = (counts: CountPair): number => sum(psiParts(counts));

/**
 * Evidently's `kl_div`: see `klParts`.
 * @param counts both sides on the same bins, with a row on each
 * @returns e.g. 0.025916980909738332 for counts (24, 6) and (22, 3)
 */
export const klDivergence = (counts: CountPair): number => sum(klParts(counts));

/**
 * Evidently's `jensenshannon`, the Jensen-Shannon distance: see `jensenShannonParts`.
 * @param counts both sides on the same bins, with a row on each
 * @returns e.g. 0.07749949674606985 for counts (24, 6) and (22, 3)
 */
export const jensenShannon = (counts: CountPair): number => Math.sqrt(Math.max(0, sum(jensenShannonParts(counts))));
