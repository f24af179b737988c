import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareCurves } from '../../src/stats/compare-curves.ts';
import { ecdf, within, type Ecdf } from '../../src/stats/ecdf.ts';
import { ecdfRooms } from '../../src/stats/ecdf-room.ts';
import { Kernel } from '../../src/stats/kernel/kernel.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { sortFloat64 } from '../../src/stats/sort.ts';
import { sortedOrder } from '../../src/stats/sorted-order.ts';
import { KERNEL_MODULE, kernelModule } from '../../tools/kernel.ts';

const random = seededRandom(5);
const column = (rows: number, value: (row: number) => number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => value(row));
/** Values that agree in their first 33 bits, beside one that is far away. */
const alike = column(5000, (row) => (row === 0 ? 1e300 : 1 + Math.floor(random() * 3000) * 2 ** -50));

test('the compiled kernel is what its source says', async () => {
  expect(readFileSync(KERNEL_MODULE, 'utf8'), 'run "npm run kernel"').toBe(await kernelModule());
});

test('values that agree in the bits sorted by first are sorted by the others', () => {
  expect(sortFloat64(alike.slice())).toEqual(alike.slice().sort());
  const { values, counts } = ecdf(alike);
  expect([...values]).toEqual([...new Set(alike.slice().sort())]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(alike.length);
  const stable = Array.from(alike.keys()).sort((a, b) => alike[a]! - alike[b]! || a - b);
  expect([...sortedOrder(alike)]).toEqual(stable);
});

test('columns in one room are what they are with memory of their own, and compare alike', () => {
  const sides = [column(3000, random), column(1000, (row) => random() * (row % 3))] as const;
  const rooms = ecdfRooms(new Kernel(), [3000, 1000]);
  const missing = Uint8Array.from({ length: 1000 }, (_, row) => Number(row % 7 === 0));
  const inRoom = [ecdf(sides[0], null, rooms[0]), ecdf(sides[1], missing, rooms[1])] as const;
  const alone = [ecdf(sides[0]), ecdf(sides[1], missing)] as const;
  expect(inRoom).toEqual(alone);
  const found = compareCurves(...alone);
  expect(compareCurves(...inRoom)).toEqual(found);
  expect(compareCurves(inRoom[0], alone[1])).toEqual(found);
  const middle = ([a, b]: readonly [Ecdf, Ecdf]): [Ecdf, Ecdf] => [within(a, 0.2, 0.8), within(b, 0.2, 0.8)];
  expect(compareCurves(...middle(inRoom))).toEqual(compareCurves(...middle(alone)));
  const few = ([a, b]: readonly [Float64Array, Uint8Array]) => a.filter((x, i) => b[i] !== 1 && x >= 0.2 && x <= 0.8);
  expect(compareCurves(...middle(inRoom))).toEqual(
    compareCurves(ecdf(few([sides[0], new Uint8Array(3000)])), ecdf(few([sides[1], missing]))),
  );
});

test('a room takes columns that were written into it', () => {
  const [room] = ecdfRooms(new Kernel(), [4]);
  room!.rows.set([3, 1, 3, NaN]);
  expect(ecdf(room!.rows, null, room)).toMatchObject({
    values: Float64Array.of(1, 3),
    counts: Uint32Array.of(1, 2),
    nan: 1,
  });
});

test('more rows than there is memory for are refused', () => {
  expect(() => ecdfRooms(new Kernel(), [2 ** 28])).toThrow(RangeError);
});

test('products take any length', () => {
  const kernel = new Kernel();
  const [place = 0] = kernel.layOut([80]);
  for (const size of [0, 1, 4, 7]) {
    kernel.doubles(place, size).set(column(size, (i) => i + 1));
    expect(kernel.calls.dot(place, place, size)).toBe((size * (size + 1) * (2 * size + 1)) / 6);
  }
});
