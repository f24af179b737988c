import { describe, expect, it } from 'vitest';
import { KnownAssociations } from '../../../src/analysis/compare/known-associations.ts';
import type { CategoryMatrix } from '../../../src/analysis/compare/correlation-matrices.ts';

/** A matrix whose cells name their columns: a × 10 + b, with a ≤ b; null where both were known. */
const numberOf = (name: string): number => name.charCodeAt(0) - 96;
const cell = (a: string, b: string): number => {
  const [low = 0, high = 0] = [numberOf(a), numberOf(b)].sort((x, y) => x - y);
  return 10 * low + high;
};
const matrixOf = (names: readonly string[], known = 0): CategoryMatrix => ({
  cramersV: names.map((a, i) => names.map((b, j) => (Math.max(i, j) < known ? null : cell(a, b)))),
  associations: names.map(() => names.map(() => null)),
  rows: 7,
});

describe('associations of categories', () => {
  it('asks only for pairs with a new column, and puts the old ones where they belong', async () => {
    const known = new KnownAssociations();
    const asked: [readonly string[], number][] = [];
    const make = (names: readonly string[], front: number): Promise<CategoryMatrix> => {
      asked.push([names, front]);
      return Promise.resolve(matrixOf(names, front));
    };
    expect(await known.complete('r', ['b', 'd'], make)).toEqual(matrixOf(['b', 'd']));
    expect(await known.complete('r', ['a', 'b', 'c', 'd'], make)).toEqual(matrixOf(['a', 'b', 'c', 'd']));
    expect(await known.complete('r', ['c', 'a'], make)).toEqual(matrixOf(['c', 'a']));
    expect(await known.complete('r', ['d', 'e'], make)).toEqual(matrixOf(['d', 'e']));
    expect(asked).toEqual([
      [['b', 'd'], 0],
      [['b', 'd', 'a', 'c'], 2],
      [['d', 'e'], 1],
    ]);
  });

  it('keeps other rows apart', async () => {
    const known = new KnownAssociations();
    await known.complete('r', ['a', 'b'], () => Promise.resolve(matrixOf(['a', 'b'])));
    const other = await known.complete('s', ['a', 'b'], (names, front) =>
      Promise.resolve({ ...matrixOf(names, front), rows: 9 }),
    );
    expect(other.rows).toBe(9);
  });
});
