const BITS = 64n;
const LARGEST = (1n << BITS) - 1n;
const PARTS = 1_000_000_000;

/** A number of 62 bits that says nothing of the seed it comes from: a step of SplitMix64 (Steele, Lea and Flood 2014). */
function scattered(seed: number): bigint {
  let bits = BigInt.asUintN(64, BigInt(Math.trunc(seed)) * 0x9e3779b97f4a7c15n);
  bits = BigInt.asUintN(64, (bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n);
  bits = BigInt.asUintN(64, (bits ^ (bits >> 27n)) * 0x94d049bb133111ebn);
  return (bits ^ (bits >> 31n)) >> 2n;
}

/**
 * A condition that holds for each row with the probability `share`, by a hash of its number: the same rows each time,
 * and many times as fast as a reservoir.
 * @param share of the rows, in [0, 1]
 * @param seed another seed gives other rows
 * @param row what numbers the rows
 */
export function seededRows(share: number, seed: number, row = 'rowid'): string {
  const limit = (BigInt(Math.round(share * PARTS)) * LARGEST) / BigInt(PARTS);
  return `hash(xor(${row}, ${String(scattered(seed))})) <= ${String(limit)}::UBIGINT`;
}
