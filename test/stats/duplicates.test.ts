import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDuplicates } from '../../src/stats/duplicates.ts';

test('rows less different rows, whatever their order; the input is left alone', () => {
  const hashes = fc.array(fc.oneof(fc.bigInt(0n, 5n), fc.bigInt(0n, 2n ** 64n - 1n), fc.constant(1n << 32n)));
  fc.assert(
    fc.property(hashes, (rows) => {
      const before = BigUint64Array.from(rows);
      const column = before.slice();
      expect(countDuplicates(column)).toBe(rows.length - new Set(rows).size);
      expect(column).toEqual(before);
    }),
  );
});
