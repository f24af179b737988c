import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeSums, extent } from '../../src/stats/describe/code-sums.ts';
import { compareCurves } from '../../src/stats/compare/numeric/compare-curves.ts';
import { crossCounts } from '../../src/stats/depend/cross-counts.ts';
import { denseCodes } from '../../src/stats/describe/dense-codes.ts';
import { ecdf, truncated, type Ecdf } from '../../src/stats/describe/ecdf.ts';
import { ecdfArenas } from '../../src/stats/describe/ecdf-arena.ts';
import { groupHistograms } from '../../src/stats/describe/group-histograms.ts';
import { groupMoments } from '../../src/stats/describe/group-moments.ts';
import { Kernel } from '../../src/stats/kernel/kernel.ts';
import { placeArrays } from '../../src/stats/kernel/placed-arrays.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { sortFloat64 } from '../../src/stats/describe/sort.ts';
import { sortedOrder, sortPairs } from '../../src/stats/describe/sorted-order.ts';
import { KERNELS, kernelModule } from '../../tools/kernel/kernel.ts';

const random = seededRandom(5);
const column = (rows: number, value: (row: number) => number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => value(row));
/** Values that agree in their first 33 bits, beside one that is far away. */
const alike = column(5000, (row) => (row === 0 ? 1e300 : 1 + Math.floor(random() * 3000) * 2 ** -50));

test.each(KERNELS)('$module is what its source says', async (kernel) => {
  expect(readFileSync(kernel.module, 'utf8'), 'run "npm run kernel"').toBe(await kernelModule(kernel));
});

test('values that agree in the bits sorted by first are sorted by the others', () => {
  expect(sortFloat64(alike.slice())).toEqual(alike.slice().sort());
  const { values, counts } = ecdf(alike);
  expect([...values]).toEqual([...new Set(alike.slice().sort())]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(alike.length);
  const stable = Array.from(alike.keys()).sort((a, b) => alike[a]! - alike[b]! || a - b);
  expect([...sortedOrder(alike)]).toEqual(stable);
});

test('columns in one arena are what they are with memory of their own, and compare alike', () => {
  const sides = [column(3000, random), column(1000, (row) => random() * (row % 3))] as const;
  const arenas = ecdfArenas(new Kernel(), [3000, 1000]);
  const missing = Uint8Array.from({ length: 1000 }, (_, row) => Number(row % 7 === 0));
  const inArena = [ecdf(sides[0], null, arenas[0]), ecdf(sides[1], missing, arenas[1])] as const;
  const alone = [ecdf(sides[0]), ecdf(sides[1], missing)] as const;
  expect(inArena).toEqual(alone);
  const found = compareCurves(...alone);
  expect(compareCurves(...inArena)).toEqual(found);
  expect(compareCurves(inArena[0], alone[1])).toEqual(found);
  const middle = ([a, b]: readonly [Ecdf, Ecdf]): [Ecdf, Ecdf] => [truncated(a, 0.2, 0.8), truncated(b, 0.2, 0.8)];
  expect(compareCurves(...middle(inArena))).toEqual(compareCurves(...middle(alone)));
  const few = ([a, b]: readonly [Float64Array, Uint8Array]) => a.filter((x, i) => b[i] !== 1 && x >= 0.2 && x <= 0.8);
  expect(compareCurves(...middle(inArena))).toEqual(
    compareCurves(ecdf(few([sides[0], new Uint8Array(3000)])), ecdf(few([sides[1], missing]))),
  );
});

test('an arena takes columns that were written into it', () => {
  const [arena] = ecdfArenas(new Kernel(), [4]);
  arena!.rows.set([3, 1, 3, NaN]);
  expect(ecdf(arena!.rows, null, arena)).toMatchObject({
    values: Float64Array.of(1, 3),
    counts: Uint32Array.of(1, 2),
    nan: 1,
  });
});

test('more rows than there is memory for are refused', () => {
  expect(() => ecdfArenas(new Kernel(), [2 ** 28])).toThrow(RangeError);
});

test('products take any length', () => {
  const kernel = new Kernel();
  const [place = 0] = kernel.layOut([80]);
  for (const size of [0, 1, 4, 7]) {
    kernel.doubles(place, size).set(column(size, (i) => i + 1));
    expect(kernel.calls.dot(place, place, size)).toBe((size * (size + 1) * (2 * size + 1)) / 6);
  }
});

test('equal numbers have equal codes, in the order in which they occur', () => {
  expect(denseCodes(Float64Array.of(7, 2, 7, NaN, 0, -0, 2))).toEqual(Int32Array.of(0, 1, 0, -1, 2, 2, 1));
  expect(denseCodes(new Float64Array())).toEqual(new Int32Array());
  const values = column(5000, () => Math.floor(random() * 3000) * 2 ** 40);
  const known = new Map<number, number>();
  expect(denseCodes(values)).toEqual(
    Int32Array.from(values, (value) => {
      if (!known.has(value)) known.set(value, known.size);
      return known.get(value)!;
    }),
  );
});

test('counts, sums and ranges by code', () => {
  const values = Float64Array.of(1, 3, 5, NaN, 9);
  const codes = Int32Array.of(0, 0, 1, 1, -1);
  expect(codeSums(values, codes, 2)).toEqual({ counts: Float64Array.of(2, 1), sums: Float64Array.of(4, 5) });
  expect(extent(values)).toEqual({ low: 1, high: 9 });
  expect(extent(values, codes)).toEqual({ low: 1, high: 5 });
  expect(extent(Float64Array.of(NaN))).toEqual({ low: Infinity, high: -Infinity });
  expect(crossCounts(Int32Array.of(0, 1, 1, -1), Int32Array.of(0, 0, 1, 1), { width: 2, height: 2 })).toEqual(
    Float64Array.of(1, 1, 0, 1),
  );
  expect(groupHistograms(values, codes, [0, 3, 5], 2)).toEqual(Float64Array.of(1, 1, 0, 1));
  expect(groupMoments(values, null, codes, 2)).toEqual({
    counts: Float64Array.of(2, 1),
    means: Float64Array.of(2, 5),
    squares: Float64Array.of(2, 0),
  });
});

test('arrays that lie in the common memory survive its being laid out anew', () => {
  const { kernel, values } = sortPairs(column(5000, random));
  const sorted = kernel.doubles(values, 5000);
  const expected = sorted.slice();
  const { kernel: other, addresses: at } = placeArrays([column(3000, random), sorted], [2 ** 21]);
  expect(other.doubles(at[1], 5000)).toEqual(expected);
});
