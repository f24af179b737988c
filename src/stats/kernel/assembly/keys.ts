/**
 * Doubles as unsigned 64-bit keys of the same order: all bits of a negative number are flipped, and the sign bit of a
 * positive one (Herf 2001, "Radix tricks").
 */

/** The key of a double, from its bits. */
export function keyOf(bits: i64): u64 {
  return <u64>(bits ^ ((bits >> 63) | i64.MIN_VALUE));
}

/** The double of a key. */
export function valueOf(key: u64): f64 {
  const bits = <i64>key;
  return reinterpret<f64>(bits ^ (~(bits >> 63) | i64.MIN_VALUE));
}
