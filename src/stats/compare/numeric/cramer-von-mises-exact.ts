import { gcd } from './ks-exact.ts';

/** How many lattice paths have which squared distance: sorted distances, and a count for each. */
interface Frequencies {
  distances: Float64Array;
  paths: Float64Array;
}

const NONE: Frequencies = { distances: new Float64Array(0), paths: new Float64Array(0) };

// Paths that come from either of two points; all go on to a point that adds the same distance.
function merge(a: Frequencies, b: Frequencies, added: number): Frequencies {
  const distances = new Float64Array(a.distances.length + b.distances.length);
  const paths = new Float64Array(distances.length);
  let [i, j, size] = [0, 0, 0];
  while (i < a.distances.length || j < b.distances.length) {
    const u = i < a.distances.length ? a.distances[i]! : Infinity;
    const v = j < b.distances.length ? b.distances[j]! : Infinity;
    distances[size] = Math.min(u, v) + added;
    if (u <= v) paths[size]! += a.paths[i++]!;
    if (v <= u) paths[size]! += b.paths[j++]!;
    size++;
  }
  return { distances: distances.subarray(0, size), paths: paths.subarray(0, size) };
}

// Algorithm 1 of Xiao, Gordon & Yakovlev: point (v, u) has v values of one column and u of the other before it.
function pathDistances(n: number, m: number): Frequencies {
  const divisor = gcd(n, m);
  const [a, b] = [m / divisor, n / divisor];
  let row = Array.from({ length: n + 1 }, () => NONE);
  for (let u = 0; u <= m; u++) {
    let left = u === 0 ? { distances: Float64Array.of(0), paths: Float64Array.of(1) } : NONE;
    row = row.map((upper, v) => (left = merge(left, upper, (a * v - b * u) ** 2)));
  }
  return row[n]!;
}

/**
 * Exact p-value of the two-sample Cramér-von Mises test for continuous data: the share of all orders of the pooled
 * values with a statistic at least as large (Xiao, Gordon & Yakovlev 2007, "A C++ program for the Cramér-von Mises
 * two-sample test"). With ties, which take U off the lattice, it is on the careful side. Same values as scipy,
 * which gives 0 where ties make U larger than that of any order: here it is the share of the two outermost orders. At most about 0.1 s, at 20 and 19 rows; equal sizes take 4 ms. Counts are exact while n + m ≤ 55.
 *
 * @param u Anderson's U, a sum of squared rank differences
 * @param n size of one sample, ≥ 1
 * @param m size of the other
 * @returns e.g. 0.1 for (81, 3, 3)
 */
export function cramerVonMisesExactPValue(u: number, n: number, m: number): number {
  const product = n * m;
  const lcm = product / gcd(n, m);
  const observed = Math.floor((lcm ** 2 * (n + m) * (6 * u - product * (4 * product - 1))) / (6 * product ** 2));
  const { distances, paths } = pathDistances(n, m);
  const limit = Math.min(observed, distances.at(-1)!);
  let [far, total] = [0, 0];
  for (let i = 0; i < paths.length; i++) {
    total += paths[i]!;
    if (distances[i]! >= limit) far += paths[i]!;
  }
  return far / total;
}
