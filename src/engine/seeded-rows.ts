/**
 * A condition that holds for each row with the probability `share`, by a hash of its number: the same rows each time,
 * and many times as fast as a reservoir.
 * @param share of the rows, in [0, 1]
 * @param seed another seed gives other rows
 * @param row what numbers the rows
 */
export const seededRows = (share: number, seed: number, row = 'rowid'): string =>
  `hash(${row}, ${String(seed)}) % 1000000007 < ${String(Math.round(share * 1_000_000_007))}`;
