/** A square matrix times 2^exponent, row by row. */
interface Scaled {
  entries: Float64Array;
  exponent: number;
}

const RESCALE = 2 ** 300;

function multiply(a: Scaled, b: Scaled, size: number): Scaled {
  const entries = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = a.entries[i * size + k]!;
      if (factor === 0) continue;
      for (let j = 0; j < size; j++) entries[i * size + j]! += factor * b.entries[k * size + j]!;
    }
  }
  return rescale({ entries, exponent: a.exponent + b.exponent });
}

function rescale({ entries, exponent }: Scaled): Scaled {
  const large = entries.some((entry) => entry > RESCALE);
  return large ? { entries: entries.map((entry) => entry / RESCALE), exponent: exponent + 300 } : { entries, exponent };
}

function power(base: Scaled, n: number, size: number): Scaled {
  if (n === 1) return base;
  const root = power(base, Math.floor(n / 2), size);
  const square = multiply(root, root, size);
  return n % 2 === 0 ? square : multiply(square, base, size);
}

// Marsaglia, Tsang & Wang's matrix H for d = (k − h)/n; its size is 2k − 1.
function transitions(size: number, h: number): Float64Array {
  const entries = new Float64Array(size * size);
  const inverseFactorial = new Float64Array(size + 1).fill(1);
  for (let j = 1; j <= size; j++) inverseFactorial[j] = inverseFactorial[j - 1]! / j;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= Math.min(i + 1, size - 1); j++) entries[i * size + j] = inverseFactorial[i - j + 1]!;
  }
  for (let i = 0; i < size; i++) {
    const edge = (1 - h ** (i + 1)) * inverseFactorial[i + 1]!;
    entries[i * size] = edge;
    entries[(size - 1) * size + (size - 1 - i)] = edge;
  }
  const corner = 1 - 2 * h ** size + Math.max(2 * h - 1, 0) ** size;
  entries[(size - 1) * size] = corner * inverseFactorial[size]!;
  return entries;
}

/**
 * Distribution function of the two-sided, one-sample Kolmogorov-Smirnov statistic, P(Dₙ ≤ d), exactly, for continuous
 * data: Durbin's matrix (Marsaglia, Tsang & Wang 2003). Costs O((n d)³ log n): for small n d.
 *
 * @param n sample size ≥ 1
 * @param d in (0, 1)
 * @returns e.g. 0.6284796154565043 for (10, 0.274)
 */
export function durbinCdf(n: number, d: number): number {
  const k = Math.ceil(n * d);
  const size = 2 * k - 1;
  const raised = power({ entries: transitions(size, k - n * d), exponent: 0 }, n, size);
  let value = raised.entries[(k - 1) * size + k - 1]!;
  let exponent = raised.exponent;
  for (let i = 1; i <= n; i++) {
    value *= i / n;
    if (value < 1 / RESCALE) [value, exponent] = [value * RESCALE, exponent - 300];
  }
  return exponent < -1000 ? 0 : value * 2 ** exponent;
}
