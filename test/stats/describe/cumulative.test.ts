import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulativeCurves } from '../../../src/stats/describe/cumulative.ts';
import { cumulativeShare, type Ecdf } from '../../../src/stats/describe/ecdf.ts';
import { draw, normal, of } from '../samples.ts';
import { reasonOf } from '../reason-of.ts';

describe('cumulativeCurves', () => {
  test('few values: every point', () => {
    expect(cumulativeCurves(of(1, 3, 3), of(2, 3, 9))).toEqual({
      x: [1, 2, 3, 9],
      reference: [1 / 3, 1 / 3, 1, 1],
      current: [0, 1 / 3, 2 / 3, 1],
      gap: { x: 1, reference: 1 / 3, current: 0 },
    });
  });

  const sizes = fc.integer({ min: 1, max: 3000 });
  test('many values: at most 200 true points, first and last among them, small steps, the exact largest gap', () => {
    fc.assert(
      fc.property(sizes, sizes, fc.integer(), fc.double({ min: -1, max: 1, noNaN: true }), (n, m, seed, shift) => {
        const reference = of(...draw(n, normal, seed));
        const current = of(...draw(m, (random) => Math.round(20 * (normal(random) + shift)) / 20, seed + 1));
        const [f, g] = [cumulativeShare(reference), cumulativeShare(current)];
        const curves = cumulativeCurves(reference, current);
        const all = [...reference.values, ...current.values];
        expect(curves.x.length).toBeLessThanOrEqual(200);
        expect(curves.x.at(-1)).toBe(Math.max(...all));
        expect(curves.x[0]).toBe(Math.min(...all));
        expect(curves.reference).toEqual(curves.x.map(f));
        expect(curves.current).toEqual(curves.x.map(g));
        expect(curves.x).toContain(curves.gap.x);
        const gap = Math.abs(curves.gap.reference - curves.gap.current);
        expect(gap).toBeCloseTo(Math.max(...all.map((x) => Math.abs(f(x) - g(x)))), 12);
      }),
      { numRuns: 30 },
    );
  });

  test('between two points of continuous columns neither curve rises by more than 2 %', () => {
    const { reference, current } = cumulativeCurves(of(...draw(9000, normal)), of(...draw(5000, normal, 2)));
    for (const curve of [reference, current]) {
      for (let i = 1; i < curve.length; i++) expect(curve[i]! - curve[i - 1]!).toBeLessThan(0.02);
    }
  });

  test('need values on both sides', () => {
    const side = (reference: Ecdf, current: Ecdf) => reasonOf(() => cumulativeCurves(reference, current)).values;
    expect(side(of(1), of())).toEqual({ statistic: 'cumulative', side: 'current' });
    expect(side(of(), of())).toEqual({ statistic: 'cumulative', side: 'both' });
  });
});
