import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldBytes } from '../../../src/engine/csv/bytes/held-bytes.ts';

const QUOTE = 34;

test('either byte is found wherever it stands, and neither where it does not', () => {
  const bytes = fc.uint8Array({ max: 80 });
  const wanted = fc.tuple(fc.integer({ min: -1, max: 255 }), fc.integer({ min: -1, max: 255 }));
  fc.assert(
    fc.property(bytes, fc.nat(20), wanted, fc.option(fc.nat(79)), (given, from, pair, at) => {
      const part = given.slice().subarray(Math.min(from, given.length));
      if (at !== null && at < part.length && pair[1] >= 0) part[at] = pair[1];
      expect(heldBytes(part, pair)).toEqual(pair.map((byte) => part.includes(byte)));
    }),
  );
});

test('all pieces of many bytes are looked through', () => {
  const bytes = new Uint8Array(2 ** 20 + 7).fill(65);
  for (const at of [0, 2 ** 18 - 1, 2 ** 18, 2 ** 19 + 3, bytes.length - 1]) {
    bytes[at] = QUOTE;
    expect(heldBytes(bytes, [0, QUOTE])).toEqual([false, true]);
    bytes[at] = 0;
    expect(heldBytes(bytes, [0, QUOTE])).toEqual([true, false]);
    bytes[at] = 65;
  }
  expect(heldBytes(bytes, [0, QUOTE])).toEqual([false, false]);
});

test('what a piece before held is not found again', () => {
  expect(heldBytes(Uint8Array.of(0, QUOTE), [0, QUOTE])).toEqual([true, true]);
  expect(heldBytes(new Uint8Array(), [0, QUOTE])).toEqual([false, false]);
  expect(heldBytes(Uint8Array.of(65), [0, QUOTE])).toEqual([false, false]);
});
