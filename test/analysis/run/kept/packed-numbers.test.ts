import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packedBytes, packNumbers, unpackNumbers } from '../../../../src/analysis/run/kept/packed-numbers.ts';
import { curveOf } from '../../../../src/analysis/summarise/curve.ts';
import { summariseNumbers } from '../../../../src/analysis/summarise/summarise-numbers.ts';
import { independent } from '../../../../src/stats/sequence/memory.ts';
import { elementAt } from '../../../../src/facts/element-at.ts';
import type { ColumnSummary, NumberValues } from '../../../../src/facts/summary.ts';
import { ecdfArenas } from '../../../../src/stats/describe/ecdf-arena.ts';
import { ecdf, stepsOf } from '../../../../src/stats/describe/ecdf.ts';
import { dropCommonKernel, Kernel } from '../../../../src/stats/kernel/kernel.ts';
import { seededRandom } from '../../../../src/stats/random.ts';

const summary = (values: Float64Array): ColumnSummary<NumberValues> =>
  summariseNumbers(
    { values, missing: null },
    { column: 'x', slice: 'a', coerced: 0 },
    {
      as: 'number',
      axis: null,
      orderOf: () => ({ memory: independent(3), scale: null, matched: null, calendar: null }),
    },
  );

const kernel = new Kernel();

/** The same summary, packed and unpacked. */
function thereAndBack(values: Float64Array): {
  before: ColumnSummary;
  after: ColumnSummary<NumberValues>;
  bytes: number;
} {
  const before = summary(values);
  // Whatever was used before, packing finds a kernel without memory.
  dropCommonKernel();
  const packed = packNumbers(before);
  const arena = elementAt(ecdfArenas(kernel, [values.length]), 0);
  return { before, after: unpackNumbers(packed, arena), bytes: packedBytes(packed) };
}

const decimals = (digits: number) => fc.integer({ min: -1e9, max: 1e9 }).map((units) => units / 10 ** digits);

test('a packed summary comes back to the last bit, with its curve', () => {
  const value = fc.oneof(
    decimals(0),
    decimals(3),
    decimals(10),
    fc.integer({ min: -(2 ** 53), max: 2 ** 53 }).map((units) => units / 1e7),
    fc.double(),
    fc.constantFrom(0, 0.1, 1e300, 5e-324, 2 ** 53),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), fc.nat({ max: 3 }), (some, again) => {
      const values = Float64Array.from([...some, ...some.slice(0, again), ...some.slice(0, again)]);
      const { before, after } = thereAndBack(values);
      expect(after).toEqual(before);
      const known = ecdf(values);
      expect(curveOf(after)).toEqual(known);
      expect(stepsOf(curveOf(after))).toEqual(stepsOf(known));
    }),
  );
});

test.each([
  ['sensors of ten decimals', 10, 3.2],
  ['sensors of three decimals', 3, 0.2],
])('%s take few bytes a row', (_, digits, most) => {
  const random = seededRandom(1);
  const values = Float64Array.from({ length: 100_000 }, () =>
    Number((20 + random() + random() + random()).toFixed(digits)),
  );
  const { before, after, bytes } = thereAndBack(values);
  expect(after).toEqual(before);
  expect(bytes / values.length).toBeLessThan(most);
});

test('numbers that are no decimals are kept as they are', () => {
  const random = seededRandom(2);
  const { before, after, bytes } = thereAndBack(Float64Array.from({ length: 1000 }, () => random() / 3));
  expect(after).toEqual(before);
  expect(bytes).toBe(8000);
});
