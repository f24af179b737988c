import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsNul } from '../../src/engine/csv/nuls.ts';

test('one byte of 0 is found wherever it stands', () => {
  const bytes = fc.uint8Array({ min: 1, maxLength: 80 });
  fc.assert(
    fc.property(bytes, fc.nat(20), fc.option(fc.nat(79)), (given, from, at) => {
      const part = given.slice().subarray(Math.min(from, given.length));
      if (at !== null && at < part.length) part[at] = 0;
      expect(holdsNul(part)).toBe(at !== null && at < part.length);
    }),
  );
});

test('nothing holds none, and neither do the largest bytes and those around signs', () => {
  expect(holdsNul(new Uint8Array())).toBe(false);
  for (const value of [1, 0x7f, 0x80, 0x81, 0xff]) expect(holdsNul(new Uint8Array(64).fill(value))).toBe(false);
  // 1 above a byte that borrows.
  expect(holdsNul(Uint8Array.from({ length: 64 }, (_, i) => (i % 2 === 0 ? 0x80 : 1)))).toBe(false);
});
