import { describe, expect, test } from 'vitest';
import { findPairs, matchRows, withPredictions } from '../../../src/analysis/model/pairing.ts';
import { regressionResult } from '../../../src/analysis/model/regression.ts';
import { seededRandom } from '../../../src/stats/random.ts';

const floats = (...values: number[]): Float64Array => Float64Array.from(values);

describe('rows of two models', () => {
  test('are paired by an identifier, whatever their order; missing and double ones are counted', () => {
    const matched = matchRows(floats(7, 1, 3, 3, NaN, 9), floats(9, 3, 8, 7, NaN, NaN));
    expect([...matched.places.reference]).toEqual([0, -1, -1, -1, -1, 5]);
    expect([...matched.places.current]).toEqual([5, -1, -1, 0, -1, -1]);
    expect(matched).toMatchObject({
      pairs: 2,
      without: { reference: 1, current: 2 },
      double: { reference: 2, current: 0 },
      alone: { reference: 1, current: 2 },
    });
  });

  test('are the same where their targets are, and the identifier that pairs most is taken', () => {
    const targets = { reference: floats(10, 20, 30), current: floats(30, 10, 20) };
    const few = { reference: floats(1, 2, 3), current: floats(4, 5, 1) };
    const all = { reference: floats(1, 2, 3), current: floats(3, 1, 2) };
    const pairs = findPairs([few, all], targets);
    expect(pairs?.found).toMatchObject({ by: 'id', identifier: 1, pairs: 3, same: true, targetsApart: 0 });
    expect([...(pairs?.places.current ?? [])]).toEqual([2, 0, 1]);
  });

  test('with another target are paired and not the same; without an identifier the order counts', () => {
    const ids = { reference: floats(1, 2, 3), current: floats(3, 1, 2) };
    const apart = findPairs([ids], { reference: floats(10, 20, 30), current: floats(30, 10, 21) });
    expect(apart?.found).toMatchObject({ by: 'id', same: false, targetsApart: 1 });
    const same = { reference: floats(1, NaN, 2), current: floats(1, NaN, 2) };
    expect(findPairs([], same)?.found).toMatchObject({ by: 'order', pairs: 3, same: true });
    expect(findPairs([], { ...same, current: floats(1, NaN, 3) })).toBeNull();
    expect(findPairs([], { reference: floats(5, 5), current: floats(5, 5) })).toBeNull();
  });

  test('are one model’s where every prediction and every score is the same, in whatever order', () => {
    const inOrder = findPairs([], { reference: floats(5, 6, 7), current: floats(5, 6, 7) });
    const [predicted, scores, others] = [floats(1, NaN, 3), floats(0.1, 0.2, 0.3), floats(0.1, 0.2, 0.4)];
    expect(withPredictions(inOrder, [predicted, scores], [predicted.slice(), scores])?.samePredictions).toBe(true);
    expect(withPredictions(inOrder, [predicted, scores], [predicted, others])).not.toHaveProperty('samePredictions');
    const ids = { reference: floats(1, 2, 3), current: floats(3, 1, 2) };
    const turned = findPairs([ids], { reference: floats(10, 20, 30), current: floats(30, 10, 20) });
    expect(withPredictions(turned, [floats(7, 8, 9)], [floats(9, 7, 8)])?.samePredictions).toBe(true);
    expect(withPredictions(turned, [floats(7, 8, 9)], [floats(7, 8, 9)])).not.toHaveProperty('samePredictions');
    expect(withPredictions(null, [predicted], [predicted])).toBeNull();
  });

  test('in another order give the interval that they give in the same order', () => {
    const random = seededRandom(5);
    const rows = 600;
    const target = Float64Array.from({ length: rows }, () => 10 * random());
    const noise = (values: Float64Array, scale: number): Float64Array =>
      values.map((value) => value + scale * (random() - 0.5));
    const reference = { target, prediction: noise(target, 2), places: null };
    const prediction = noise(reference.prediction, 0.2);
    const settings = { orders: null, paired: true, seed: 1, axis: null };
    const turned = {
      target: target.toReversed(),
      prediction: prediction.toReversed(),
      places: Int32Array.from({ length: rows }, (_, row) => rows - 1 - row),
    };
    const straight = regressionResult({ reference, current: { target, prediction, places: null } }, settings);
    const other = regressionResult({ reference, current: turned }, settings);
    for (const id of ['mae', 'median_absolute_error', 'rmse']) {
      const [a, b] = [straight, other].map(({ metrics }) => metrics.find((metric) => metric.id === id)?.difference);
      expect(b?.low).toBeCloseTo(a?.low ?? NaN, 9);
      expect(b?.high).toBeCloseTo(a?.high ?? NaN, 9);
    }
  });

  test('that have no partner are left out of both', () => {
    const reference = { target: floats(1, 2), prediction: floats(1, 2), places: Int32Array.of(0, -1) };
    const current = { target: floats(5, 1), prediction: floats(9, 3), places: Int32Array.of(-1, 0) };
    const result = regressionResult({ reference, current }, { orders: null, paired: true, seed: 1, axis: null });
    expect(result.rows.current).toEqual({ rows: 2, used: 1, missingTarget: 0, missingPrediction: 0, unpaired: 1 });
    expect(result.metrics.find(({ id }) => id === 'mae')?.values).toMatchObject({ current: { value: 2 } });
  });
});
