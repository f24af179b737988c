import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/stats/random.ts';
import { sortFloat64 } from '../../../src/stats/describe/sort.ts';
import { sortedOrder } from '../../../src/stats/describe/sorted-order.ts';

const SIZE = 6000;
const random = seededRandom(1);
const make = (value: (row: number) => number) => Float64Array.from({ length: SIZE }, (_, row) => value(row));
const bits = (values: Float64Array) => new BigUint64Array(values.buffer, values.byteOffset, values.length);

function anyFinite(): number {
  const words = new Uint32Array([random() * 2 ** 32, random() * 2 ** 32]);
  const value = new Float64Array(words.buffer)[0]!;
  return Number.isFinite(value) ? value : 0;
}

const edges = [0, -0, 5e-324, -5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 2.2250738585072014e-308, 1, -1];
const columns: [string, Float64Array][] = [
  ['any bit pattern', make(anyFinite)],
  ['edges', make(() => edges[Math.floor(random() * edges.length)]!)],
  ['subnormals', make(() => (random() - 0.5) * 1e-310)],
  ['small integers', make(() => Math.floor(random() * 50) - 25)],
  ['milliseconds of one day', make(() => 1.7e12 + Math.floor(random() * 864e5))],
  ['huge offset', make(() => -1e15 + random())],
  ['constant', make(() => 0.1)],
  ['descending', make((row) => -row / 3)],
  ['empty', new Float64Array()],
];

describe.each(columns)('sorting %s', (_, values) => {
  test('sortFloat64 gives the bits of the built-in sort', () => {
    expect(bits(sortFloat64(values.slice()))).toEqual(bits(values.slice().sort()));
  });

  test('sortFloat64 sorts a view that does not start at its buffer', () => {
    const view = Float64Array.of(9, ...values).subarray(1);
    expect(bits(sortFloat64(view))).toEqual(bits(values.slice().sort()));
  });

  test('sortedOrder is the stable permutation', () => {
    const rows = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
    expect([...sortedOrder(values)]).toEqual(rows);
  });
});

test('radix sort equals the built-in sort on arbitrary doubles', () => {
  fc.assert(
    fc.property(fc.float64Array({ noNaN: true, minLength: 1, maxLength: 40 }), fc.integer(), (few, seed) => {
      const pick = seededRandom(seed);
      const values = make(() => few[Math.floor(pick() * few.length)]! * (pick() < 0.5 ? 1 : 1 - pick() * 1e-9));
      expect(bits(sortFloat64(values.slice()))).toEqual(bits(values.slice().sort()));
    }),
    { numRuns: 60 },
  );
});

test('sortedOrder puts NaN of either sign last and takes −0 for 0', () => {
  const negativeNaN = new Float64Array(new BigUint64Array([0xfff8000000000001n]).buffer)[0]!;
  expect([...sortedOrder(Float64Array.of(negativeNaN, 0, -0, Infinity, NaN, -Infinity))]).toEqual([5, 1, 2, 3, 0, 4]);
});
