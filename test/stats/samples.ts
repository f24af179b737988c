import { ecdf, type Ecdf } from '../../src/stats/describe/ecdf.ts';
import { seededRandom, type Random } from '../../src/stats/random.ts';

/** An ECDF of the given numbers. */
export const of = (...values: number[]): Ecdf => ecdf(Float64Array.from(values));

/** A column of `size` numbers made one at a time. */
export function draw(size: number, value: (random: Random, row: number) => number, seed = 1): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: size }, (_, row) => value(random, row));
}

/** A standard normal number (Box-Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Relative error. */
export const relative = (actual: number, expected: number): number => Math.abs(actual - expected) / Math.abs(expected);
