import { describe, expect, test } from 'vitest';
import { associationChange, type Association } from '../../src/stats/depend/association-change.ts';
import { cramersVMatrices } from '../../src/stats/depend/cramers-v.ts';
import { cases, expectClose } from './oracle.ts';

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
    expect(Math.abs(sides[i]!.influences.reduce((sum, part) => sum + part, 0))).toBeLessThan(1e-9);
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
    const gaps = x.map((code, row) => (row % 5 === 0 ? -1 : code));
    const { rows, rowsIn } = associationOf(gaps, y);
    expect([rows, rowsIn.reduce((sum, count) => sum + count, 0)]).toEqual([51, 51]);
    const batches = Uint8Array.from({ length: 64 }, (_, row) => row % 32);
    const inTurns = associationOf(x, y, batches);
    const order = Array.from({ length: 64 }, (_, row) => row).sort((a, b) => (a % 32) - (b % 32));
    const sorted = associationOf(
      order.map((row) => x[row]!),
      order.map((row) => y[row]!),
    );
    for (let batch = 0; batch < 32; batch++) expectClose(inTurns.influences[batch]!, sorted.influences[batch]!);
  });
});
