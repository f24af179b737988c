/** Strata with fewer reference rows say nothing of how the reference is within them. */
export const LEAST_REFERENCE_ROWS = 10;

/** How the strata of a reference are weighted, so that it has the mix of the current rows. */
export interface StratumWeights {
  /** w = m_h / m of each stratum, over those that are used; 0 where one is not. */
  shares: Float64Array;
  /** Rows of each stratum. */
  reference: Float64Array;
  current: Float64Array;
  /** Rows in the strata that are used. */
  rows: { reference: number; current: number };
  /** Strata of current rows that are not used, since the reference has too few rows there. */
  leftOut: { strata: number; reference: number; current: number };
  /** As many unweighted reference rows tell as much: 1 / Σ (w_h / n_h)² over the rows. */
  effectiveSize: number;
}

function countsOf(codes: Int32Array, strata: number): Float64Array {
  const counts = new Float64Array(strata);
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) counts[codes[row]!]!++;
  return counts;
}

/**
 * Direct standardisation: each stratum of the reference counts as much as it has rows in the current file. Strata with
 * fewer than ten reference rows are not used, nor are those without current ones. O(rows + strata).
 * @param reference the stratum of each row, counted from 0; negative for none
 * @param current the same
 * @param strata how many there are
 * @returns e.g. shares (0.25, 0.75) for 1 and 3 current rows in two strata that are used
 */
export function stratumWeights(reference: Int32Array, current: Int32Array, strata: number): StratumWeights {
  const [n, m] = [countsOf(reference, strata), countsOf(current, strata)];
  const isUsed = (h: number): boolean => n[h]! >= LEAST_REFERENCE_ROWS && m[h]! > 0;
  const rows = { reference: 0, current: 0 };
  const leftOut = { strata: 0, reference: 0, current: 0 };
  for (let h = 0; h < strata; h++) {
    if (m[h] === 0) continue;
    const sum = isUsed(h) ? rows : leftOut;
    sum.reference += n[h]!;
    sum.current += m[h]!;
    if (!isUsed(h)) leftOut.strata++;
  }
  const shares = m.map((count, h) => (isUsed(h) ? count / rows.current : 0));
  const spread = shares.reduce((sum, share, h) => (share > 0 ? sum + (share * share) / n[h]! : sum), 0);
  return { shares, reference: n, current: m, rows, leftOut, effectiveSize: spread > 0 ? 1 / spread : 0 };
}
