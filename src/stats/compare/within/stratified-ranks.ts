import { sortPairs } from '../../describe/sorted-order.ts';
import type { StratumWeights } from './stratum-weights.ts';
import { weightedCurve, type WeightedCurve } from './weighted-curve.ts';

/** One side of a column: all rows, in the file's order. */
export interface StratifiedSide {
  /** NaN in rows that are not used. */
  values: Float64Array;
  /** The stratum of each row; negative for none. */
  strata: Int32Array;
}

/** A column within strata: both curves, and what each row's rank is beside the others of its stratum. */
export interface Stratified {
  /** Of the reference, weighted as the current rows are mixed, and of the current rows. */
  reference: WeightedCurve;
  current: WeightedCurve;
  /** Of each row its mid-rank in the mean of both curves, less the mean of its stratum; NaN in rows that are not used. */
  residuals: { reference: Float64Array; current: Float64Array };
  /** By how much the mean mid-rank of the current rows exceeds that of the weighted reference. */
  shift: number;
  /** What independent rows of either side add to the variance of `shift`. */
  variance: { reference: number; current: number };
}

/**
 * Both curves of a column and its ranks within strata. O(rows).
 * @param reference rows of strata that are not used are left out
 * @param current the same
 * @param weights of the strata, with at least one that is used
 */
export function stratify(reference: StratifiedSide, current: StratifiedSide, weights: StratumWeights): Stratified {
  const { shares, reference: n } = weights;
  const orders = { reference: usedOrder(reference, shares), current: usedOrder(current, shares) };
  const curves = {
    reference: weightedCurve(orders.reference.sorted, (place) => {
      const stratum = reference.strata[orders.reference.rows[place]!]!;
      return shares[stratum]! / n[stratum]!;
    }),
    current: weightedCurve(orders.current.sorted, () => 1),
  };
  const ranked = {
    reference: centred(midRanks(reference.values.length, orders.reference, curves), reference.strata, shares.length),
    current: centred(midRanks(current.values.length, orders.current, curves), current.strata, shares.length),
  };
  const { shift, variance } = rankShift(ranked, weights);
  return {
    ...curves,
    residuals: { reference: ranked.reference.residuals, current: ranked.current.residuals },
    shift,
    variance,
  };
}

/** Rows in ascending order of their value, and these values. */
interface Ascending {
  sorted: Float64Array;
  rows: Uint32Array;
}

/** Rows of strata that are used, in ascending order. */
function usedOrder({ values, strata }: StratifiedSide, shares: Float64Array): Ascending {
  const kept = new Float64Array(values.length).fill(NaN);
  let used = 0;
  for (let row = 0; row < values.length; row++) {
    if (strata[row]! < 0 || shares[strata[row]!] === 0) continue;
    kept[row] = values[row]!;
    used += Number(values[row] === values[row]);
  }
  const { kernel, values: sorted, numbers } = sortPairs(kept);
  return { sorted: kernel.doubles(sorted, used).slice(), rows: kernel.words(numbers, used).slice() };
}

type Curves = Record<'reference' | 'current', WeightedCurve>;

/** The mid-rank of each row, in [0, 1]; NaN in rows that are not used. */
function midRanks(rowCount: number, { sorted, rows }: Ascending, { reference, current }: Curves): Float64Array {
  const ranks = new Float64Array(rowCount).fill(NaN);
  const [inReference, inCurrent] = [ascendingMidShare(reference), ascendingMidShare(current)];
  for (let place = 0; place < rows.length; place++)
    ranks[rows[place]!] = (inReference(sorted[place]!) + inCurrent(sorted[place]!)) / 2;
  return ranks;
}

/** The share below a value and half of the share at it, for values asked for in ascending order. */
function ascendingMidShare({ values, upTo }: WeightedCurve): (value: number) => number {
  let place = 0;
  return (value) => {
    while (place < values.length && values[place]! < value) place++;
    const lowerShare = place === 0 ? 0 : upTo[place - 1]!;
    return values[place] === value ? (lowerShare + upTo[place]!) / 2 : lowerShare;
  };
}

interface Centred {
  residuals: Float64Array;
  means: Float64Array;
  /** Σ residual² of each stratum. */
  squares: Float64Array;
}

function centred(ranks: Float64Array, strata: Int32Array, count: number): Centred {
  const [sums, sizes, squares] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let row = 0; row < ranks.length; row++) {
    if (ranks[row] !== ranks[row]) continue;
    sums[strata[row]!]! += ranks[row]!;
    sizes[strata[row]!]!++;
  }
  const means = sums.map((sum, h) => (sizes[h] === 0 ? 0 : sum / sizes[h]!));
  const residuals = new Float64Array(ranks.length).fill(NaN);
  for (let row = 0; row < ranks.length; row++) {
    if (ranks[row] !== ranks[row]) continue;
    const residual = ranks[row]! - means[strata[row]!]!;
    residuals[row] = residual;
    squares[strata[row]!]! += residual * residual;
  }
  return { residuals, means, squares };
}

function rankShift(
  { reference, current }: Record<'reference' | 'current', Centred>,
  { shares, reference: n, current: m }: StratumWeights,
): Pick<Stratified, 'shift' | 'variance'> {
  let shift = 0;
  const variance = { reference: 0, current: 0 };
  for (let h = 0; h < shares.length; h++) {
    const share = shares[h]!;
    if (share === 0) continue;
    shift += share * (current.means[h]! - reference.means[h]!);
    const spread = (reference.squares[h]! + current.squares[h]!) / (n[h]! + m[h]! - 2);
    variance.reference += (share * share * spread) / n[h]!;
    variance.current += (share * share * spread) / m[h]!;
  }
  return { shift, variance };
}
