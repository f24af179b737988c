import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundedArea } from '../../../../src/stats/compare/bins/bounded-area.ts';
import { boundedGap } from '../../../../src/stats/compare/bins/bounded-gap.ts';
import { kolmogorovSmirnov } from '../../../../src/stats/compare/numeric/ks.ts';
import { wasserstein } from '../../../../src/stats/compare/numeric/wasserstein.ts';
import { quantiles } from '../../../../src/stats/describe/quantiles.ts';
import { binSums } from '../../bin-sums.ts';
import { draw, normal, of } from '../../samples.ts';

const columns = fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 1, maxLength: 25 });
const edges = fc
  .uniqueArray(fc.integer({ min: -14, max: 14 }), { minLength: 1, maxLength: 8 })
  .map((all) => all.toSorted((a, b) => a - b));
const SLACK = 1e-12;

test('the gap and the area of the rows lie within the bounds of their bins, wherever the edges are', () => {
  fc.assert(
    fc.property(columns, columns, edges, fc.integer({ min: -300, max: 300 }), (a, b, cuts, origin) => {
      const [reference, current] = [binSums(a, cuts, origin), binSums(b, cuts, origin)];
      const { statistic } = kolmogorovSmirnov(of(...a), of(...b));
      const gap = boundedGap(reference, current);
      expect(statistic).toBeGreaterThanOrEqual(gap.value - SLACK);
      expect(statistic).toBeLessThanOrEqual(gap.atMost + SLACK);
      const distance = wasserstein(of(...a), of(...b));
      const area = boundedArea(reference, current);
      expect(distance).toBeGreaterThanOrEqual(area.value - SLACK);
      expect(distance).toBeLessThanOrEqual(area.atMost + SLACK);
    }),
    { numRuns: 2000 },
  );
});

test('of few different values, each an edge, both are exact', () => {
  const [a, b] = [
    [1, 1, 2, 5, 5, 5, 9],
    [1, 2, 2, 2, 5, 9, 9, 9],
  ];
  const [reference, current] = [binSums(a, [1, 2, 5, 9]), binSums(b, [1, 2, 5, 9])];
  const { statistic } = kolmogorovSmirnov(of(...a), of(...b));
  const close = expect.closeTo(statistic, 12) as number;
  expect(boundedGap(reference, current)).toEqual({ value: close, atMost: close, edge: 2 });
  const { value, atMost } = boundedArea(reference, current);
  expect([value, atMost]).toEqual([expect.closeTo(wasserstein(of(...a), of(...b)), 12), expect.closeTo(value, 12)]);
});

test('of 200 bins of a shifted column the gap is known to half a hundredth and the area to a fiftieth of a standard deviation', () => {
  const [a, b] = [[...draw(20_000, normal, 1)], [...draw(20_000, normal, 2)].map((x) => x + 0.1)];
  const cuts = quantiles(
    of(...a),
    Array.from({ length: 200 }, (_, i) => (i + 1) / 200),
  );
  const [reference, current] = [binSums(a, cuts), binSums(b, cuts)];
  const gap = boundedGap(reference, current);
  expect(gap.atMost - gap.value).toBeLessThan(0.008);
  const area = boundedArea(reference, current);
  expect(area.atMost - area.value).toBeLessThan(0.02);
  expect(Math.abs(wasserstein(of(...a), of(...b)) - area.value)).toBeLessThan(2e-4);
});
