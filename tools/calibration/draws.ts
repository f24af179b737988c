import type { Random } from '../../src/stats/random.ts';

/** A column in which nothing changes: `size` values of a process that stays as it is. */
export type Draw = (random: Random, size: number) => Float64Array;

export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const independent =
  (value: (random: Random) => number): Draw =>
  (random, size) =>
    Float64Array.from({ length: size }, () => value(random));

/** A stationary autoregressive process of first order with unit variance. */
export const autoregressive =
  (phi: number): Draw =>
  (random, size) => {
    const values = new Float64Array(size);
    let last = normal(random);
    for (let row = 0; row < size; row++) values[row] = last = phi * last + Math.sqrt(1 - phi * phi) * normal(random);
    return values;
  };

/** Fractional noise of exponent d and unit innovations: (1 − B)^(−d) of independent normal values, from the last 2000 of them. */
export const fractional = (d: number): Draw => {
  const reach = 2000;
  const weights = new Float64Array(reach).fill(1);
  for (let k = 1; k < reach; k++) weights[k] = (weights[k - 1]! * (k - 1 + d)) / k;
  return (random, size) => {
    const noise = Float64Array.from({ length: size + reach }, () => normal(random));
    return Float64Array.from({ length: size }, (_, row) => {
      let sum = 0;
      for (let k = 0; k < reach; k++) sum += weights[k]! * noise[row + reach - k]!;
      return sum;
    });
  };
};

export const numericDraws: Record<string, Draw> = {
  normal: independent(normal),
  'heavy-tailed': independent((random) => normal(random) / Math.abs(normal(random))),
  'tied integers': independent((random) => Math.floor(5 * random())),
  'zero-inflated': independent((random) => (random() < 0.7 ? 0 : -Math.log(1 - random()))),
  'AR(1) φ = 0': autoregressive(0),
  'AR(1) φ = 0.5': autoregressive(0.5),
  'AR(1) φ = 0.95': autoregressive(0.95),
};

/** Numbers of levels, which are equally frequent. */
export const levelCounts = [2, 5, 40] as const;

/** Codes of a column of categories. */
export const drawCodes = (random: Random, size: number, levels: number): Int32Array =>
  Int32Array.from({ length: size }, () => Math.floor(levels * random()));

/** A change of a column of independent normal values, or of a rate. */
export const changes: Record<string, (values: Float64Array, random: Random) => Float64Array> = {
  'shift of 0.1 σ': (values) => values.map((value) => value + 0.1),
  'shift of 0.2 σ': (values) => values.map((value) => value + 0.2),
  'shift of 0.5 σ': (values) => values.map((value) => value + 0.5),
  'scale × 1.2': (values) => values.map((value) => value * 1.2),
  'scale × 1.5': (values) => values.map((value) => value * 1.5),
  '5 % of rows moved by 3 σ': (values, random) => values.map((value) => (random() < 0.05 ? value + 3 : value)),
};
