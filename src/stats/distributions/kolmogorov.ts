import { leastWhere } from '../bisect.ts';

/** Both series need at most five terms on their side of this point. */
const TURN = 1.18;

/**
 * Upper tail of Kolmogorov's distribution: P(√n D > x) in the limit of large n, for continuous data. Both forms of the
 * theta series (Kolmogorov 1933), so both tails keep full precision.
 * @param x any number
 * @returns e.g. 0.26999967167735456 at 1; 1 at and below 0
 */
export function kolmogorovSf(x: number): number {
  if (x <= 0) return 1;
  return x < TURN ? 1 - smallX(x) : largeX(x);
}

// P(√n D ≤ x) = √(2π)/x Σ exp(−(2k − 1)² π² / 8x²).
function smallX(x: number): number {
  const term = (odd: number) => Math.exp(-((odd * Math.PI) ** 2) / (8 * x * x));
  return (Math.sqrt(2 * Math.PI) / x) * (term(1) + term(3) + term(5) + term(7));
}

// P(√n D > x) = 2 Σ (−1)ᵏ⁻¹ exp(−2k²x²).
function largeX(x: number): number {
  const term = (k: number) => Math.exp(-2 * (k * x) ** 2);
  return 2 * (term(1) - term(2) + term(3) - term(4) + term(5));
}

/**
 * The value of √n D that is exceeded with a given probability, in the limit of large n.
 * @param tail in (0, 1)
 * @returns e.g. 1.3580986393225507 at 0.05
 */
export function kolmogorovCritical(tail: number): number {
  return leastWhere((x) => kolmogorovSf(x) <= tail);
}
