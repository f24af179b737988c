/** Cramér's V as it is, and corrected for its bias: in small tables the plain one is far from 0 without any relation. */
export interface CramersV {
  plain: number;
  corrected: number;
}

/**
 * Cramér's V of a contingency table: √(φ² / (min(r, k) − 1)) with φ² = χ² / n; the corrected form is Bergsma's (2013, "A
 * bias-correction for Cramér's V and Tschuprow's T", eqs. 3–5). Rows and columns without counts are left out.
 * @param counts row-major counts
 * @param width number of columns
 * @returns both in [0, 1]; null when fewer than two rows or columns have counts
 */
export function cramersV(counts: Float64Array, width: number): CramersV | null {
  const height = counts.length / width;
  const rows = new Float64Array(height);
  const columns = new Float64Array(width);
  let n = 0;
  counts.forEach((count, at) => {
    rows[Math.floor(at / width)]! += count;
    columns[at % width]! += count;
    n += count;
  });
  const r = rows.filter((total) => total > 0).length;
  const k = columns.filter((total) => total > 0).length;
  if (r < 2 || k < 2) return null;
  // χ² / n = Σ count² / (row · column) − 1.
  let phi2 = -1;
  counts.forEach((count, at) => {
    if (count > 0) phi2 += (count / rows[Math.floor(at / width)]!) * (count / columns[at % width]!);
  });
  phi2 = Math.max(0, phi2);
  const free = ((r - 1) * (k - 1)) / (n - 1);
  const shrunk = (levels: number): number => levels - (levels - 1) ** 2 / (n - 1);
  const most = Math.min(shrunk(r), shrunk(k)) - 1;
  return {
    plain: Math.min(1, Math.sqrt(phi2 / (Math.min(r, k) - 1))),
    corrected: most > 0 ? Math.min(1, Math.sqrt(Math.max(0, phi2 - free) / most)) : 0,
  };
}

/**
 * Bias-corrected Cramér's V of every pair of columns, over the rows that the pair has in common.
 * @param columns codes from 0, one array a column, all of one length; −1 is missing
 * @returns symmetric, 1 on the diagonal; null where a pair has fewer than two categories in common rows
 */
export function cramersVMatrix(columns: readonly Int32Array[]): (number | null)[][] {
  const widths = columns.map((codes) => codes.reduce((most, code) => Math.max(most, code + 1), 0));
  const result = columns.map(() => new Array<number | null>(columns.length).fill(1));
  columns.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const value = cramersV(contingency(a, columns[j]!, widths[i]!, widths[j]!), widths[j]!)?.corrected ?? null;
      result[i]![j] = value;
      result[j]![i] = value;
    }
  });
  return result;
}

function contingency(a: Int32Array, b: Int32Array, height: number, width: number): Float64Array {
  const counts = new Float64Array(height * width);
  for (let row = 0; row < a.length; row++) {
    if (a[row]! >= 0 && b[row]! >= 0) counts[a[row]! * width + b[row]!]!++;
  }
  return counts;
}
