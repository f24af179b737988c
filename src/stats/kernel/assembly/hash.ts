/** A number that spreads neighbouring bits over all places of a product: the golden ratio (Knuth's multiplicative hashing). */
const SPREAD: u64 = 0x9e3779b97f4a7c15;

/** A place for a key among 2^bits. */
export function slotOf(key: u64, bits: i32): usize {
  return <usize>((key * SPREAD) >> (64 - bits));
}
