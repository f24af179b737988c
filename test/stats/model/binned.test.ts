import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logSum, squaredSum } from '../../../src/stats/model/binned/losses.ts';
import { boundedRanking } from '../../../src/stats/model/binned/ranking.ts';
import { noScores, type ScoreBins } from '../../../src/stats/model/binned/score-bins.ts';
import { averagePrecision, rocAuc, thresholdCurve } from '../../../src/stats/model/threshold-curve.ts';

interface Row {
  score: number;
  isPositive: boolean;
}

function binned(rows: readonly Row[], bins: number): Record<'positives' | 'negatives', ScoreBins> {
  const found = { positives: noScores(bins), negatives: noScores(bins) };
  for (const { score, isPositive } of rows) {
    const { n, total } = isPositive ? found.positives : found.negatives;
    const bin = Math.min(bins - 1, Math.floor(score * bins));
    n[bin]! += 1;
    total[bin]! += score;
  }
  return found;
}

const row = fc.record({
  score: fc.oneof(
    fc.integer({ min: 0, max: 2 ** 20 }).map((i) => i / 2 ** 20),
    fc.integer({ min: 0, max: 20 }).map((i) => i / 20),
    fc.constantFrom(0, 1),
  ),
  isPositive: fc.boolean(),
});

describe('measures of a ranking of scores that are known by bins', () => {
  test('one bin with one row of each: everything is open', () => {
    const { positives, negatives } = binned([{ score: 0.41, isPositive: true }, { score: 0.42, isPositive: false }], 10); // prettier-ignore
    expect(boundedRanking(positives, negatives)).toEqual({
      rocAuc: { value: 0.5, atLeast: 0, atMost: 1 },
      averagePrecision: { value: 0.5, atLeast: 0.5, atMost: 1 },
    });
  });

  test('they lie within their bounds, and equal scores at an end of their bin are known to be equal', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 60 }), fc.constantFrom(1, 7, 20, 1000), (rows, bins) => {
        const scores = Float64Array.from(rows, ({ score }) => score);
        const truth = rows.map(({ isPositive }) => Number(isPositive));
        fc.pre(new Set(truth).size === 2);
        const { positives, negatives } = binned(rows, bins);
        const known = boundedRanking(positives, negatives);
        const curve = thresholdCurve(scores, truth);
        for (const [bounded, exact] of [
          [known.rocAuc, rocAuc(curve)],
          [known.averagePrecision, averagePrecision(curve)],
        ] as const) {
          expect(exact).toBeGreaterThanOrEqual(bounded.atLeast - 1e-12);
          expect(exact).toBeLessThanOrEqual(bounded.atMost + 1e-12);
          expect(bounded.value).toBeGreaterThanOrEqual(bounded.atLeast - 1e-12);
          expect(bounded.value).toBeLessThanOrEqual(bounded.atMost + 1e-12);
          if (bins === 20 && scores.every((score) => Number.isInteger(score * 20))) {
            expect(bounded.atMost - bounded.atLeast).toBeLessThan(1e-12);
          }
        }
      }),
    );
  });

  test('of many rows it is told as of few, one by one', () => {
    const [positives, negatives] = [noScores(2), noScores(2)];
    positives.n.set([3e5, 2e5]);
    positives.total.set([0.2 * 3e5, 0.7 * 2e5]);
    negatives.n.set([5e5, 1e5]);
    negatives.total.set([0.2 * 5e5, 0.7 * 1e5]);
    let sum = 0;
    for (let i = 1; i <= 2e5; i++) sum += i / (i + 1e5);
    for (let i = 1; i <= 3e5; i++) sum += (2e5 + i) / (2e5 + i + 6e5);
    expect(boundedRanking(positives, negatives).averagePrecision.atLeast).toBeCloseTo(sum / 5e5, 12);
  });
});

describe('losses of probabilities that are known by their number and sum', () => {
  test('of one bin they lie within their bounds, which are reached', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1)), { minLength: 1, maxLength: 30 }), // prettier-ignore
        fc.constantFrom(0 as const, 1 as const),
        (bin, places, of) => {
          const ends = { low: bin / 10, high: (bin + 1) / 10 };
          const scores = places.map((place) => ends.low + (ends.high - ends.low) * place);
          const total = scores.reduce((sum, score) => sum + score, 0);
          const clipped = (p: number): number => Math.min(1 - 1e-15, Math.max(1e-15, p));
          const logs = scores.reduce((sum, p) => sum - Math.log(of === 1 ? clipped(p) : 1 - clipped(p)), 0);
          const squares = scores.reduce((sum, p) => sum + (p - of) ** 2, 0);
          const isEnd = places.every((place) => place === 0 || place === 1);
          for (const [{ atLeast, atMost }, exact] of [
            [logSum(scores.length, total, ends, of), logs],
            [squaredSum(scores.length, total, ends, of), squares],
          ] as const) {
            const rounding = 1e-9 * Math.max(1, exact);
            expect(exact).toBeGreaterThanOrEqual(atLeast - rounding);
            expect(exact).toBeLessThanOrEqual(atMost + rounding);
            if (isEnd) expect(Math.abs(atMost - exact)).toBeLessThan(rounding);
          }
        },
      ),
    );
  });
});
