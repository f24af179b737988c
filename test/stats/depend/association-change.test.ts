import { describe, expect, test } from 'vitest';
import { associationChange, stretchVariance, type Association } from '../../../src/stats/depend/association-change.ts';
import { cramersVMatrices } from '../../../src/stats/depend/cramers-v.ts';
import { cases, expectClose } from '../oracle.ts';

interface SideCase {
  x: number[];
  y: number[];
  phi2: number;
  squares: number;
}

interface Case {
  time: number;
  degreesOfFreedom: number;
  pValue: number;
  sides: [SideCase, SideCase];
}

function associationOf(x: readonly number[], y: readonly number[], batches?: Uint8Array): Association {
  const { associations } = cramersVMatrices([Int32Array.from(x), Int32Array.from(y)], { batches });
  const found = associations[1]?.[0];
  if (!found) throw new Error('no association');
  return found;
}

/** Derivatives by differences are good to so much. */
const BY_DIFFERENCES = 1e-6;

test.each(cases<Case>('association-change'))('p = $pValue, as by numpy and scipy', (one) => {
  const sides = one.sides.map(({ x, y }) => associationOf(x, y));
  one.sides.forEach(({ phi2, squares }, i) => {
    expectClose(sides[i]!.phi2, phi2);
    expect(Math.abs(sides[i]!.squares / squares - 1)).toBeLessThan(BY_DIFFERENCES);
  });
  const { time } = one;
  const change = associationChange({ ...sides[0]!, time }, { ...sides[1]!, time })!;
  expect(Math.abs(change.degreesOfFreedom / one.degreesOfFreedom - 1)).toBeLessThan(10 * BY_DIFFERENCES);
  expect(Math.abs(change.pValue - one.pValue)).toBeLessThan(BY_DIFFERENCES * (one.pValue + 1e-3));
});

describe('edges', () => {
  const turns = (rows: number, levels: number): number[] => Array.from({ length: rows }, (_, row) => row % levels);

  test('the same tables have not changed, one-to-one relations neither; from none to one-to-one they have', () => {
    const [none, full] = [
      associationOf(
        turns(400, 2),
        turns(400, 4).map((code) => Number(code > 1)),
      ),
      associationOf(turns(400, 4), turns(400, 4)),
    ];
    const p = (a: Association, b: Association): number | undefined =>
      associationChange({ ...a, time: 1 }, { ...b, time: 1 })?.pValue;
    expect([p(none, none), p(full, full)]).toEqual([1, 1]);
    expect(p(none, associationOf(turns(400, 2), turns(400, 2)))).toBeLessThan(1e-9);
  });

  test('fewer than ten independent rows say nothing', () => {
    const some = associationOf(
      turns(100, 2),
      turns(100, 3).map((code) => Number(code > 0)),
    );
    expect(associationChange({ ...some, time: 10.1 }, { ...some, time: 1 })).toBeNull();
    expect(associationChange({ ...some, time: 9.9 }, { ...some, time: 1 })).not.toBeNull();
  });

  test('rows without a category are in no stretch, and stretches may be in any order', () => {
    const [x, y] = [turns(64, 2), turns(64, 3)];
    const gaps = x.map((code, row) => (row < 8 ? -1 : code));
    // Of 32 stretches of two rows four are empty; pairs of neighbours are 14.
    const { rows, stretches } = associationOf(gaps, y);
    expect([rows, [28, 14].includes(stretches!.batches)]).toEqual([56, true]);
    const batches = Uint8Array.from({ length: 64 }, (_, row) => row % 32);
    const inTurns = associationOf(x, y, batches);
    const order = Array.from({ length: 64 }, (_, row) => row).sort((a, b) => (a % 32) - (b % 32));
    const sorted = associationOf(
      order.map((row) => x[row]!),
      order.map((row) => y[row]!),
    );
    expect(inTurns.stretches!.batches).toBe(sorted.stretches!.batches);
    expectClose(inTurns.stretches!.variance, sorted.stretches!.variance);
  });

  test('influences of stretches by hand, of pairs of neighbours where these say more; too few say nothing', () => {
    const [turning, rising] = [
      Float64Array.from({ length: 16 }, (_, batch) => (batch % 2 === 0 ? 1 : -1)),
      Float64Array.from({ length: 16 }, (_, batch) => (batch < 8 ? 1 : -1)),
    ];
    const rows = new Float64Array(16).fill(2);
    expect(stretchVariance(turning, rows, 32)).toEqual({ variance: (16 / 32 ** 2) * (16 / 15), batches: 16 });
    expect(stretchVariance(rising, rows, 32)).toEqual({ variance: (32 / 32 ** 2) * (8 / 7), batches: 8 });
    expect(stretchVariance(rising, rows.fill(0, 7), 14)).toBeNull();
  });
});
