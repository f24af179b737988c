/** Eigenvalues of a symmetric matrix, and their eigenvectors: vectors[k] belongs to values[k]. */
export interface Eigen {
  values: number[];
  vectors: number[][];
}

const SWEEPS = 50;

// The rotation that makes the entry (p, q) zero: its cosine and sine (Golub & Van Loan, "sym.schur2").
function rotation(a: number[][], p: number, q: number): [cosine: number, sine: number] {
  const tau = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
  const cosine = 1 / Math.hypot(1, t);
  return [cosine, t * cosine];
}

// Turns the rows p and q of a matrix.
function turn(rows: number[][], p: number, q: number, [cosine, sine]: [number, number]): void {
  const [rowP, rowQ] = [rows[p]!, rows[q]!];
  rows[p] = rowP.map((x, k) => cosine * x - sine * rowQ[k]!);
  rows[q] = rowP.map((x, k) => sine * x + cosine * rowQ[k]!);
}

const transposed = (a: number[][]) => a.map((_, i) => a.map((row) => row[i]!));

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations, which keep the relative precision of
 * small eigenvalues. O(k³) a sweep, a handful of sweeps.
 * @param matrix rows of a symmetric matrix of finite numbers
 * @returns e.g. values 1 and 3 for [[2, 1], [1, 2]]; in no order
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  let a = matrix.map((row) => [...row]);
  const vectors = a.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let turned = false;
    for (let p = 0; p < a.length; p++) {
      for (let q = p + 1; q < a.length; q++) {
        if (Math.abs(a[p]![q]!) <= 1e-17 * Math.sqrt(Math.abs(a[p]![p]! * a[q]![q]!))) continue;
        const angle = rotation(a, p, q);
        turn(a, p, q, angle);
        a = transposed(a);
        turn(a, p, q, angle);
        turn(vectors, p, q, angle);
        turned = true;
      }
    }
    if (!turned) break;
  }
  return { values: a.map((row, i) => row[i]!), vectors };
}
