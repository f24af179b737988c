/** Beyond this n m/(n + m) D² the p-value is below the smallest double. */
const UNDERFLOW = 380;

/**
 * The greatest common divisor.
 * @param a whole number ≥ 0
 * @param b whole number ≥ 0
 * @returns e.g. 6 for (12, 18)
 */
export function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

// Equal sizes: inclusion and exclusion of paths that touch either line (Gnedenko & Korolyuk 1951), by Horner.
function outsideSquare(n: number, h: number): number {
  let probability = 0;
  for (let k = Math.floor(n / h); k >= 0; k--) {
    let ratio = 1;
    for (let j = 0; j < h; j++) ratio = ((n - k * h - j) * ratio) / (n + k * h + j + 1);
    probability = ratio * (1 - probability);
  }
  return 2 * probability;
}

interface Lattice {
  /** Sizes over their common divisor, the larger first. */
  steps: [number, number];
  /** The gap in units of 1 / lcm. */
  h: number;
}

// The rows y of column x that lie strictly between the lines |x/m − y/n| < D: from `start` up to, not with, `end`.
function rowsInBand({ steps: [mg, ng], h }: Lattice, x: number, n: number): { start: number; end: number } {
  const start = Math.min(Math.max(Math.floor((ng * x - h) / mg) + 1, 0), n);
  return { start, end: Math.min(Math.ceil((ng * x + h) / mg), n + 1) };
}

// Share of the monotone lattice paths from (0, 0) to (m, n), m ≥ n, that leave the band, column by column. Each cell
// holds the probability that a random path to it has left; all terms are positive, so tails keep their precision.
function outsideBand(m: number, n: number, lattice: Lattice): number {
  const left = new Float64Array(n + 2).fill(1);
  let previous = rowsInBand(lattice, 0, n);
  left.fill(0, previous.start, previous.end);
  for (let x = 1; x <= m; x++) {
    const { start, end } = rowsInBand(lattice, x, n);
    if (end <= start) return 1;
    let value = start === 0 ? 0 : 1;
    for (let y = start; y < end; y++) {
      const share = 1 / (x + y);
      value = left[y]! * (x * share) + value * (y * share);
      left[y] = value;
    }
    left.fill(1, previous.start, start);
    previous = { start, end };
  }
  return left[n]!;
}

/**
 * Exact p-value of the two-sample, two-sided Kolmogorov-Smirnov test for continuous data: the share of all orders of
 * the pooled values that give a statistic at least as large (Hodges 1957). With ties it is on the careful side. The
 * same values as scipy's `ks_2samp(method="exact")`. O(n) for equal sizes, O(n m D) otherwise: 60 ms for 10 000 and
 * 9 999 rows and D = 0.1.
 *
 * @param scaled n · m · D, a whole number
 * @param n size of one sample, ≥ 1
 * @param m size of the other
 * @returns e.g. 0.3282828282828283 for (18, 5, 7)
 */
export function ksExactPValue(scaled: number, n: number, m: number): number {
  const divisor = gcd(n, m);
  const h = scaled / divisor;
  if (h === 0) return 1;
  if ((scaled / (n + m)) * (scaled / (n * m)) > UNDERFLOW) return 0;
  if (n === m) return Math.min(1, outsideSquare(n, h));
  const [larger, smaller] = n > m ? [n, m] : [m, n];
  return Math.min(1, outsideBand(larger, smaller, { steps: [larger / divisor, smaller / divisor], h }));
}
