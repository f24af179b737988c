import { describe, expect, test } from 'vitest';
import { missedVariance } from '../../../src/stats/model/blocks/bootstrap.ts';
import { gradients } from '../../../src/stats/model/blocks/gradients.ts';
import { classMeasures, CLASS_MEASURES } from '../../../src/stats/model/confusion.ts';
import { regressionMeasures, SMOOTH_MEASURES } from '../../../src/stats/model/regression-sums.ts';

describe('how measures change with each sum', () => {
  test('of counts: derivatives of F1 = 2 tp / (2 tp + fp + fn) and of recall = tp / (tp + fn)', () => {
    // True class × predicted: 900 right of the other class, 40 false alarms, 20 misses, 80 found.
    const [tn, fp, fn, tp] = [900, 40, 20, 80];
    const found = gradients(Float64Array.of(tn, fp, fn, tp), (counts) => classMeasures(counts, 1));
    const sum = 2 * tp + fp + fn;
    const f1 = found[CLASS_MEASURES.indexOf('f1')]!;
    [0, -2 * tp, -2 * tp, 2 * (fp + fn)].forEach((slope, cell) => {
      expect(f1[cell]).toBeCloseTo(slope / sum ** 2, 8);
    });
    const recall = found[CLASS_MEASURES.indexOf('recall')]!;
    [0, 0, -tp, fn].forEach((slope, cell) => {
      expect(recall[cell]).toBeCloseTo(slope / (tp + fn) ** 2, 8);
    });
  });

  test('of errors: the mean of their sizes rises by (1, −mean) / rows along sizes and rows', () => {
    const sums = new Float64Array(12);
    [sums[0], sums[2], sums[3]] = [50, 100, 250];
    const mae = gradients(sums, regressionMeasures)[SMOOTH_MEASURES.indexOf('mae')]!;
    expect(mae[2]).toBeCloseTo(1 / 50, 8);
    expect(mae[0]).toBeCloseTo(-2 / 50, 8);
  });

  test('a measure that is not defined has no slope', () => {
    const [precision] = gradients(new Float64Array(4), (counts) => classMeasures(counts, 1));
    expect([...precision!]).toEqual([0, 0, 0, 0]);
  });
});

describe('what blocks miss of a variance', () => {
  const blocks = { count: 4, length: 100, places: null };
  // Blocks vary by 4 · (1 + 1 + 1 + 1) / 3 = 16 / 3.
  const influence = Float64Array.of(1, -1, 1, -1);

  test('is nothing of rows that do not depend on each other', () => {
    expect(missedVariance(influence, { squares: 100, time: 1, blocks })).toBe(0);
  });

  test('is what they lack of the mean of both estimates', () => {
    // time 20: neighbours have a tenth in common; the rows' own variance makes 20 · 1.
    const believed = (16 / 3 / 0.9 + 20) / 2;
    expect(missedVariance(influence, { squares: 1, time: 20, blocks })).toBeCloseTo(1 - 16 / 3 / believed, 12);
  });

  test('is below zero where blocks show more, and never beyond nine tenths', () => {
    expect(missedVariance(influence, { squares: 0.01, time: 20, blocks })).toBeLessThan(0);
    expect(missedVariance(influence, { squares: 1e6, time: 20, blocks })).toBe(0.9);
    expect(missedVariance(new Float64Array(4), { squares: 0, time: 20, blocks })).toBe(0);
  });
});
