import type { Ecdf } from '../../describe/ecdf.ts';
import { commonLevels, type FrequencyTable } from '../../describe/frequency-table.ts';
import { permutationPValue, sequentialPValue } from './permutation-p-value.ts';
import { forEachValue, pool } from '../numeric/pooled.ts';
import { seededRandom } from '../../random.ts';
import { drawHypergeometric } from '../../random-hypergeometric.ts';
import { drawFirst } from '../numeric/sample.ts';
import { requireBothSides } from '../../statistic-error.ts';

export interface PermutationOptions {
  seed: number;
  /** B: the p-value is no smaller than 1 / (B + 1). */
  permutations?: number;
}

export interface PermutationResult {
  statistic: number;
  pValue: number;
  permutations: number;
}

const PERMUTATIONS = 999;

/** How often each value or level occurs in both columns together, and on each side. */
interface Counts {
  reference: Uint32Array;
  current: Uint32Array;
}

const sum = (counts: Uint32Array) => counts.reduce((total, count) => total + count, 0);

// The value (as its position) of each row.
function rowsOf(counts: Uint32Array): Uint32Array {
  const rows = new Uint32Array(sum(counts));
  let start = 0;
  counts.forEach((count, k) => rows.fill(k, start, (start += count)));
  return rows;
}

// Draws the rows of the smaller side anew `permutations` times, and gives what the statistic makes of their levels.
function draw(
  counts: Counts,
  { seed, permutations = PERMUTATIONS }: PermutationOptions,
  statistic: (levels: Uint32Array) => number,
): number[] {
  const next = drawer(counts, seed, statistic);
  return Array.from({ length: permutations }, next);
}

// One draw for each call.
function drawer(counts: Counts, seed: number, statistic: (levels: Uint32Array) => number): () => number {
  const random = seededRandom(seed);
  const rows = rowsOf(pooledCounts(counts));
  const size = Math.min(sum(counts.reference), sum(counts.current));
  return () => {
    drawFirst(rows, size, random);
    return statistic(rows.subarray(0, size));
  };
}

const pooledCounts = ({ reference, current }: Counts) => reference.map((count, k) => count + current[k]!);

const referenceIsLarger = ({ reference, current }: Counts) => sum(reference) > sum(current);

// Permutes the rows and returns the statistic of the counts on each side, one per permutation.
function permute(
  counts: Counts,
  options: PermutationOptions,
  statistic: (reference: Uint32Array, current: Uint32Array) => number,
): number[] {
  const pooled = pooledCounts(counts);
  const swap = referenceIsLarger(counts);
  return draw(counts, options, (levels) => {
    const drawn = new Uint32Array(pooled.length);
    for (const level of levels) drawn[level]!++;
    const rest = pooled.map((count, k) => count - drawn[k]!);
    return swap ? statistic(rest, drawn) : statistic(drawn, rest);
  });
}

// The ECDF with the given counts of the values.
function ecdfOf(values: Float64Array, counts: Uint32Array): Ecdf {
  const occurs = (_: number, k: number) => counts[k]! > 0;
  return {
    values: values.filter(occurs),
    counts: counts.filter(occurs),
    size: sum(counts),
    missing: 0,
    nan: 0,
    positiveInfinity: 0,
    negativeInfinity: 0,
  };
}

/**
 * Permutation p-value of any distance of two numeric columns: the rows of both are permuted into two columns of the
 * same sizes, B times, and the p-value is (b + 1) / (B + 1), where b of these distances are at least as large. The null
 * hypothesis: rows are exchangeable, as independent ones of the same distribution are; then P(p ≤ α) ≤ α whatever the
 * distribution, the ties and the sizes. The same seed gives the same result. O(B (n + m)) and the distance's own cost.
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @param distance larger where the columns are farther apart, e.g. `wasserstein`
 * @param options the seed; 999 permutations by default
 * @returns e.g. statistic 3 and, with any seed, a p-value near 0.1 for `wasserstein` of (1, 2, 3) and (4, 5, 6)
 * @throws {StatisticError} when a side has no finite value, or where the distance is not defined
 */
export function permutationTest(
  reference: Ecdf,
  current: Ecdf,
  distance: (reference: Ecdf, current: Ecdf) => number,
  options: PermutationOptions,
): PermutationResult {
  requireBothSides('permutation', reference.size, current.size);
  const statistic = distance(reference, current);
  const pooled = pool(reference, current);
  const counts = { reference: new Uint32Array(pooled.values.length), current: new Uint32Array(pooled.values.length) };
  let k = 0;
  forEachValue(reference, current, (_, r, c) => {
    counts.reference[k] = r;
    counts.current[k++] = c;
  });
  const permuted = permute(counts, options, (r, c) => distance(ecdfOf(pooled.values, r), ecdfOf(pooled.values, c)));
  return { statistic, pValue: permutationPValue(statistic, permuted), permutations: permuted.length };
}

/**
 * Permutation p-value of the chi-square statistic of homogeneity. With the sums of rows and levels fixed, the statistic rises with
 * Σ aₖ² / tₖ (aₖ of the tₖ rows of level k on either side), which is all that is drawn anew: from the multivariate hypergeometric law
 * of the pooled counts, level by level, so that no row is touched and files of any length cost the same. Large p-values are those of fewer
 * permutations (`sequentialPValue`). O(B · levels · √rows of a level).
 *
 * @param reference a table with at least one row
 * @param current a table with at least one row
 * @param options the seed; 999 permutations by default
 * @returns the p-value
 * @throws {StatisticError} when a side has no row
 */
export function permutationChiSquare(
  reference: FrequencyTable,
  current: FrequencyTable,
  { seed, permutations = PERMUTATIONS }: PermutationOptions,
): number {
  requireBothSides('permutation', reference.size, current.size);
  const common = commonLevels(reference, current);
  const counts = { reference: Uint32Array.from(common.reference), current: Uint32Array.from(common.current) };
  const totals = pooledCounts(counts);
  const smaller = referenceIsLarger(counts) ? counts.current : counts.reference;
  const [rows, size] = [sum(totals), sum(smaller)];
  const random = seededRandom(seed);
  const squares = (): number => {
    let [total, restRows, restSize] = [0, rows, size];
    for (const levelRows of totals) {
      const drawn = drawHypergeometric(random, restSize, levelRows, restRows - levelRows);
      if (levelRows > 0) total += drawn ** 2 / levelRows;
      restRows -= levelRows;
      restSize -= drawn;
    }
    return total;
  };
  const observed = smaller.reduce((total, count, k) => (count === 0 ? total : total + count ** 2 / totals[k]!), 0);
  return sequentialPValue(observed, squares, permutations);
}

/**
 * Permutation p-value of any distance of two categorical columns; otherwise as `permutationTest`. Permuted tables keep
 * all common levels, some with a count of 0. With `chiSquareHomogeneity` as the distance it is a test for sparse tables.
 *
 * @param reference a table with at least one row
 * @param current a table with at least one row
 * @param distance larger where the columns are farther apart, e.g. `totalVariation`
 * @param options the seed; 999 permutations by default
 * @throws {StatisticError} when a side has no row, or where the distance is not defined
 */
export function permutationTestOfTables(
  reference: FrequencyTable,
  current: FrequencyTable,
  distance: (reference: FrequencyTable, current: FrequencyTable) => number,
  options: PermutationOptions,
): PermutationResult {
  requireBothSides('permutation', reference.size, current.size);
  const common = commonLevels(reference, current);
  const counts = { reference: Uint32Array.from(common.reference), current: Uint32Array.from(common.current) };
  const table = (counts: Uint32Array, size: number): FrequencyTable => {
    return { levels: common.levels, counts: Float64Array.from(counts), size, missing: 0 };
  };
  const statistic = distance(reference, current);
  const permuted = permute(counts, options, (r, c) => distance(table(r, reference.size), table(c, current.size)));
  return { statistic, pValue: permutationPValue(statistic, permuted), permutations: permuted.length };
}
