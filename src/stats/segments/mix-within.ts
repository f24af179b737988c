/** Rows of one file by group, and what they add up to. */
export interface GroupSums {
  rows: Float64Array;
  sums: Float64Array;
}

/** A difference of means, in what another mix of groups makes and what happened within them. */
export interface MixWithin {
  mix: number;
  within: number;
  /** How much of both comes from each group. */
  mixes: Float64Array;
  withins: Float64Array;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Shares and means by group; a group that one file lacks has the other's mean. */
function groupMeans(before: GroupSums, after: GroupSums) {
  const [rowsBefore, rowsAfter] = [total(before.rows), total(after.rows)];
  const [wholeBefore, wholeAfter] = [total(before.sums) / rowsBefore, total(after.sums) / rowsAfter];
  const groups = Array.from(before.rows, (rows, group) => {
    const [n, m] = [rows, after.rows[group]!];
    const [meanBefore, meanAfter] = [before.sums[group]! / n, after.sums[group]! / m];
    return {
      share: { reference: n / rowsBefore, current: m / rowsAfter },
      mean: { reference: n > 0 ? meanBefore : meanAfter, current: m > 0 ? meanAfter : meanBefore },
    };
  });
  return { groups, wholeBefore, wholeAfter };
}

/**
 * Splits the difference of two means, R¹ − R⁰, by groups of rows (Kitagawa 1955, symmetric: the Shapley value of two players, and
 * centred): mix = Σ (w¹ − w⁰)((m¹ + m⁰)/2 − (R⁰ + R¹)/2), within = Σ (w¹ + w⁰)/2 (m¹ − m⁰), with shares w of the rows and means m.
 * Both add up to the difference. A group that one file alone has is all mix.
 *
 * Source: E. M. Kitagawa, "Components of a difference between two rates", JASA 50 (1955).
 *
 * @param before rows and sums of each group
 * @param after the same groups
 * @returns e.g. mix 0.2, within 0 for means 1 and 2 in two groups whose shares went from 0.5 and 0.5 to 0.3 and 0.7
 */
export function mixWithin(before: GroupSums, after: GroupSums): MixWithin {
  const { groups, wholeBefore, wholeAfter } = groupMeans(before, after);
  const middle = (wholeBefore + wholeAfter) / 2;
  const isUsed = (group: number): boolean => before.rows[group]! + after.rows[group]! > 0;
  const ofEach = (part: (group: (typeof groups)[number]) => number): Float64Array =>
    Float64Array.from(groups, (group, i) => (isUsed(i) ? part(group) : 0));
  const mixes = ofEach(
    ({ share, mean }) => (share.current - share.reference) * ((mean.current + mean.reference) / 2 - middle),
  );
  const withins = ofEach(
    ({ share, mean }) => ((share.current + share.reference) / 2) * (mean.current - mean.reference),
  );
  return { mix: total(mixes), within: total(withins), mixes, withins };
}

/** What chance alone makes of the mix. */
export interface MixByChance {
  mean: number;
  deviation: number;
}

/**
 * The mean and standard deviation of the mix where values are dealt anew to the rows of each file, so that groups mean nothing: exact,
 * as the mix is a weighted sum of the values (a permutation's variance is σ² Σ (c − c̄)² · n / (n − 1)).
 * @param before rows and sums of each group
 * @param after the same groups
 * @param variances of the values of each file about their mean
 */
export function mixByChance(
  before: GroupSums,
  after: GroupSums,
  variances: { reference: number; current: number },
): MixByChance {
  const { groups, wholeBefore, wholeAfter } = groupMeans(before, after);
  const dealt = (own: GroupSums, other: GroupSums, whole: number, variance: number) => {
    const rows = total(own.rows);
    const weights = groups.map(({ share }, group) => {
      const shift = share.current - share.reference;
      return own.rows[group]! > 0 ? (shift * (other.rows[group]! > 0 ? 0.5 : 1)) / own.rows[group]! : 0;
    });
    const sum = weights.reduce((part, weight, group) => part + weight * own.rows[group]!, 0);
    const squares = weights.reduce((part, weight, group) => part + (weight - sum / rows) ** 2 * own.rows[group]!, 0);
    return { mean: whole * sum, variance: rows > 1 ? (variance * squares * rows) / (rows - 1) : 0 };
  };
  const parts = [
    dealt(before, after, wholeBefore, variances.reference),
    dealt(after, before, wholeAfter, variances.current),
  ];
  return {
    mean: parts.reduce((sum, { mean }) => sum + mean, 0),
    deviation: Math.sqrt(parts.reduce((sum, { variance }) => sum + variance, 0)),
  };
}
