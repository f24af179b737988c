import { leastWhere } from '../../bisect.ts';
import type { Ecdf } from '../../describe/ecdf.ts';
import { permutationPValue } from '../categorical/permutation-p-value.ts';
import { seededRandom, type Random } from '../../random.ts';
import { drawFirst, sampleRows } from './sample.ts';
import { requireBothSides, StatisticError } from '../../statistic-error.ts';

export interface MmdOptions {
  seed: number;
  /** B: the p-value is no smaller than 1 / (B + 1). */
  permutations?: number;
  /** Larger sides are sampled down to this many rows. */
  rows?: number;
}

export interface MmdResult {
  /** The unbiased estimate of MMD²: 0 on average where nothing changed, so that it may be below 0. */
  statistic: number;
  pValue: number;
  /** σ of the kernel exp(−d² / 2σ²), in the column's unit. */
  bandwidth: number;
  permutations: number;
  /** Rows used of the reference and of the current side. */
  rows: [number, number];
}

/** Sums of the kernel over pairs of rows: within a group of `size` rows, from it to all rows, and over all. */
interface KernelSums {
  withinGroup: number;
  toAll: number;
  total: number;
}

const PERMUTATIONS = 199;
const ROWS = 1000;

// Pairs of a sorted array that are at most a distance apart.
function pairsWithin(sorted: Float64Array, distance: number): number {
  let [pairs, start] = [0, 0];
  for (let i = 0; i < sorted.length; i++) {
    while (sorted[i]! - sorted[start]! > distance) start++;
    pairs += i - start;
  }
  return pairs;
}

// The median distance of two rows that differ (the lower one of two). O(N) memory, no list of the pairs.
function medianDistance(sorted: Float64Array): number {
  const ties = pairsWithin(sorted, 0);
  const medianRank = ties + Math.ceil(((sorted.length * (sorted.length - 1)) / 2 - ties) / 2);
  return leastWhere((distance) => pairsWithin(sorted, distance) >= medianRank);
}

// The groups of n rows to compare: the true one, then random ones; each ascending.
function groups(n: number, total: number, permutations: number, random: Random): Uint32Array[] {
  const order = Uint32Array.from({ length: total }, (_, row) => row);
  const first = order.slice(0, n);
  const randomGroups = Array.from({ length: permutations }, () => {
    drawFirst(order, n, random);
    return order.slice(0, n).sort();
  });
  return [first, ...randomGroups];
}

// Kernel sums of all groups in one pass over the rows of the kernel matrix, of which one row stands at a time.
function kernelSums(values: Float64Array, bandwidth: number, chosen: Uint32Array[]): KernelSums[] {
  const row = new Float64Array(values.length);
  const sums = chosen.map(() => ({ withinGroup: 0, toAll: 0, total: 0 }));
  const next = new Uint32Array(chosen.length);
  for (let i = 0; i < values.length; i++) {
    let rowSum = -1;
    for (let j = 0; j < row.length; j++) {
      const distance = (values[j]! - values[i]!) / bandwidth;
      rowSum += row[j] = Math.exp((-distance * distance) / 2);
    }
    for (let g = 0; g < chosen.length; g++) {
      const group = chosen[g]!;
      sums[g]!.total += rowSum / 2;
      if (group[next[g]!] !== i) continue;
      let laterSum = 0;
      for (let k = ++next[g]!; k < group.length; k++) laterSum += row[group[k]!]!;
      sums[g]!.withinGroup += laterSum;
      sums[g]!.toAll += rowSum;
    }
  }
  return sums;
}

// Gretton et al.'s equation 3, from the pairs within the group, across, and within the rest.
function unbiased({ withinGroup, toAll, total }: KernelSums, n: number, m: number): number {
  const acrossGroups = toAll - 2 * withinGroup;
  const rest = total - withinGroup - acrossGroups;
  return (2 * withinGroup) / (n * (n - 1)) + (2 * rest) / (m * (m - 1)) - (2 * acrossGroups) / (n * m);
}

/**
 * Maximum mean discrepancy with a Gaussian (RBF) kernel (Gretton et al. 2012, "A kernel two-sample test"), unbiased
 * estimate of MMD², with a permutation p-value. The null hypothesis: both columns come from the same distribution. The
 * bandwidth is the median distance of two rows that differ, of either side. Unchanged by shift and scale.
 *
 * Sides of more than `rows` rows are sampled down, and the result says so. The same seed gives the same result. With N
 * rows used in all, O(N²) for the kernel and O(B N²/8) for the permutations, O(B N) memory: 0.3 s for two sides of 1000.
 *
 * @param reference an ECDF with at least two finite values
 * @param current an ECDF with at least two finite values
 * @param options the seed of sample and permutations; 199 permutations and 1000 rows a side by default
 * @throws {StatisticError} when a side has fewer than two finite values, or all values are equal
 */
export function mmd(reference: Ecdf, current: Ecdf, options: MmdOptions): MmdResult {
  requireBothSides('mmd', reference.size, current.size);
  const fewest = Math.min(reference.size, current.size);
  if (fewest < 2) throw new StatisticError('few-on-a-side', { statistic: 'mmd', needed: 2, fewest });
  const { seed, permutations = PERMUTATIONS, rows = ROWS } = options;
  const random = seededRandom(seed);
  const samples = [sampleRows(reference, rows, random), sampleRows(current, rows, random)] as const;
  const [small, large] = samples[0].length <= samples[1].length ? samples : [samples[1], samples[0]];
  const values = new Float64Array(small.length + large.length);
  values.set(small);
  values.set(large, small.length);
  const sorted = values.toSorted();
  if (sorted[0] === sorted.at(-1)) throw new StatisticError('all-equal', { statistic: 'mmd' });
  const bandwidth = medianDistance(sorted);
  const chosen = groups(small.length, values.length, permutations, random);
  const sums = kernelSums(values, bandwidth, chosen);
  const [statistic, ...shuffled] = sums.map((sum) => unbiased(sum, small.length, large.length)) as [number];
  const pValue = permutationPValue(statistic, shuffled);
  return { statistic, pValue, bandwidth, permutations, rows: [samples[0].length, samples[1].length] };
}
