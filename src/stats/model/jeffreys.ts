import { leastWhere } from '../bisect.ts';
import { incompleteBeta } from '../distributions/incomplete-beta.ts';
import { normalSf } from '../distributions/normal.ts';
import { Z } from './wilson.ts';

/**
 * The interval of a share of independent rows from Jeffreys' prior (Brown, Cai & DasGupta 2001): quantiles of the beta law of (hits + ½, misses + ½).
 * Nearer to the value than Wilson's where events are few, and better in differences (Laud 2017, "MOVER-J"). Smaller priors are nearer still.
 * @param share in [0, 1]
 * @param rows how many it is of, at least 1
 * @param z how far it reaches, in normal deviates; 1.96 for 95 %
 * @param prior what is added to hits and misses each; ½ is Jeffreys'
 * @returns exactly 0 for a share of 0, and 1 for one of 1, on that side
 */
export function jeffreys(share: number, rows: number, z = Z, prior = 0.5): { low: number; high: number } {
  const tail = normalSf(z);
  const [hits, misses] = [share * rows + prior, (1 - share) * rows + prior];
  return {
    low: share === 0 ? 0 : betaQuantile(tail, hits, misses),
    high: share === 1 ? 1 : 1 - betaQuantile(tail, misses, hits),
  };
}

const betaQuantile = (p: number, a: number, b: number): number =>
  leastWhere((x) => x >= 1 || incompleteBeta(a, b, x) >= p, 0.5);
