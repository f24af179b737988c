/** Where the caller lays its bytes out. */
const PLACE: usize = 1024;
const STEP: i32 = 16;

/**
 * Enlarges the memory.
 * @param bytes how many there is to be room for
 * @returns the address of the room; 0 where the machine does not give so much
 */
export function room(bytes: i32): usize {
  const pages = <i32>((PLACE + <usize>bytes + 0xffff) >>> 16);
  const had = memory.size();
  return pages <= had || memory.grow(pages - had) >= 0 ? PLACE : 0;
}

/**
 * Which of two bytes stand among `length` ones.
 * @returns 1 for the first, 2 for the second, 3 for both
 */
export function held(length: i32, first: i32, second: i32): i32 {
  const end = PLACE + <usize>length;
  const a = i8x16.splat(<i8>first);
  const b = i8x16.splat(<i8>second);
  let sawFirst = i8x16.splat(0);
  let sawSecond = i8x16.splat(0);
  let at = PLACE;
  for (; at + STEP <= end; at += STEP) {
    const bytes = v128.load(at);
    sawFirst = v128.or(sawFirst, i8x16.eq(bytes, a));
    sawSecond = v128.or(sawSecond, i8x16.eq(bytes, b));
  }
  let found = (<i32>v128.any_true(sawFirst)) | ((<i32>v128.any_true(sawSecond)) << 1);
  for (; at < end; at++) {
    const byte = <i32>load<u8>(at);
    found |= (<i32>(byte === first)) | ((<i32>(byte === second)) << 1);
  }
  return found;
}
