import { chiSquaredSf } from '../../distributions/chi-squared.ts';

/** Rows of each level in one stratum, on both sides; as many levels in every stratum. */
export interface StratumTable {
  reference: Float64Array;
  current: Float64Array;
}

/**
 * The generalised Cochran-Mantel-Haenszel test of 2 × J tables in K strata, without continuity correction: whether the shares
 * of the levels differ between both sides within strata, in the same way. Q = dᵀ V⁻¹ d, d = Σ (c_h − m_h p_h) over the strata, p_h the shares
 * of both sides together, and V the sum of the hypergeometric covariances, N_h the rows of a stratum:
 * n_h m_h / (N_h − 1) (diag p_h − p_h p_hᵀ). O(strata · levels² + levels³).
 *
 * Source: A. Agresti, "Categorical data analysis" (3rd edition), section 8.4; of 2 × 2 tables it is statsmodels' `StratifiedTable.test_null_odds(correction=False)`.
 *
 * @param tables of the strata
 * @returns p-value 1 and 0 degrees of freedom where there is nothing to test
 */
export function cochranMantelHaenszel(tables: readonly StratumTable[]): {
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
} {
  const levels = tables[0]?.reference.length ?? 0;
  const [excess, covariance] = [new Float64Array(levels), new Float64Array(levels * levels)];
  for (const { reference, current } of tables) {
    const n = reference.reduce((sum, count) => sum + count, 0);
    const m = current.reduce((sum, count) => sum + count, 0);
    if (n === 0 || m === 0) continue;
    const shares = reference.map((count, level) => (count + current[level]!) / (n + m));
    const scale = (n * m) / (n + m - 1);
    for (let i = 0; i < levels; i++) {
      if (shares[i] === 0) continue;
      excess[i]! += current[i]! - m * shares[i]!;
      for (let j = 0; j <= i; j++) covariance[i * levels + j]! += scale * shares[i]! * (Number(i === j) - shares[j]!);
    }
  }
  const { statistic, rank } = quadraticForm(excess, covariance);
  return { statistic, degreesOfFreedom: rank, pValue: rank === 0 ? 1 : chiSquaredSf(statistic, rank) };
}

/** A pivot this much smaller than its variance is none: the level follows from those before. */
const SINGULAR = 1e-9;

/** dᵀ V⁻ d and the rank of V, by Cholesky's decomposition without the rows that follow from others. `covariance` holds the lower triangle. */
function quadraticForm(excess: Float64Array, covariance: Float64Array): { statistic: number; rank: number } {
  const size = excess.length;
  const factor = new Float64Array(size * size);
  const solved = new Float64Array(size);
  let [statistic, rank] = [0, 0];
  for (let i = 0; i < size; i++) {
    const variance = covariance[i * size + i]!;
    for (let j = 0; j < i; j++) {
      const pivot = factor[j * size + j]!;
      if (pivot === 0) continue;
      let rest = covariance[i * size + j]!;
      for (let k = 0; k < j; k++) rest -= factor[i * size + k]! * factor[j * size + k]!;
      factor[i * size + j] = rest / pivot;
    }
    let left = variance;
    let rest = excess[i]!;
    for (let k = 0; k < i; k++) {
      left -= factor[i * size + k]! ** 2;
      rest -= factor[i * size + k]! * solved[k]!;
    }
    if (!(left > SINGULAR * variance)) continue;
    factor[i * size + i] = Math.sqrt(left);
    solved[i] = rest / factor[i * size + i]!;
    statistic += solved[i]! ** 2;
    rank++;
  }
  return { statistic, rank };
}
