import { describe, expect, test } from 'vitest';
import { costOf, type CostedRows } from '../../../src/analysis/cost/cost.ts';
import type { Cost, Costs } from '../../../src/facts/document/cost.ts';
import type { CostConfig } from '../../../src/facts/settings/cost.ts';
import type { SharedAxis } from '../../../src/analysis/summarise/periods.ts';
import { cases, expectClose } from '../../stats/oracle.ts';

const settings = { orders: null, paired: false, twoModels: false, seed: 1, axis: null };
/** Rows in one hour each, of which an hour has all. */
const axisOf = (rows: number): SharedAxis => ({
  ...{ timeColumn: 'time', unit: 'hour' },
  axes: { current: { starts: [0, 3_600_000], codes: new Int16Array(rows) } },
});

const measured = (cost: Cost): Cost & { state: 'measured' } => {
  if (cost.state !== 'measured') throw new Error(cost.reason);
  return cost;
};
const costsBy = (cost: Cost, kind: Costs['rule']['kind']): Costs => {
  const found = measured(cost).costs.find(({ rule }) => rule.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};
const numbers = (target: readonly number[], prediction: readonly number[]) => ({
  target: Float64Array.from(target),
  prediction: Float64Array.from(prediction),
  places: null,
});
const task = (classes: string[], threshold: number | null) => ({
  ...({ kind: 'classification', classes, threshold, positive: classes.length === 2 ? 1 : null } as const),
  ...{ hasPrediction: threshold === null, scale: 1, targetClasses: [], predictionClasses: [] },
});

interface NumberCase {
  kind: 'numbers';
  costs: { over: number; under: number; free: number };
  target: number[];
  prediction: number[];
  expected: Record<'total' | 'model' | 'median' | 'last', number>;
}

interface ClassCase {
  kind: 'classes';
  costs: Record<'tp' | 'fp' | 'fn' | 'tn', number>;
  target: number[];
  score: number[];
  expected: Record<'total' | 'model' | 'negative' | 'least', number> & { threshold: number | null };
}

const all = cases<NumberCase | ClassCase>('costs');

describe('costs of numbers agree with scikit-learn and numpy', () => {
  test.each(all.filter((one) => one.kind === 'numbers').map((one, i) => [i, one] as const))('case %i', (_, one) => {
    const rows = { current: numbers(one.target, one.prediction) };
    const { cost } = costOf({ kind: 'regression', rows }, one.costs, { ...settings, axis: axisOf(one.target.length) });
    expectClose(costsBy(cost, 'model').perRow.current?.value ?? NaN, one.expected.model);
    expectClose(costsBy(cost, 'model').total.current?.value ?? NaN, one.expected.total);
    expectClose(costsBy(cost, 'median').perRow.current?.value ?? NaN, one.expected.median);
    expectClose(costsBy(cost, 'last').perRow.current?.value ?? NaN, one.expected.last);
    const [period] = measured(cost).overTime?.perRow.current ?? [];
    expectClose(period?.mean ?? NaN, one.expected.model);
  });
});

describe('costs of classes agree with scikit-learn', () => {
  test.each(all.filter((one) => one.kind === 'classes').map((one, i) => [i, one] as const))('case %i', (_, one) => {
    const { tp, fp, fn, tn } = one.costs;
    const cells = [
      { actual: 'yes', predicted: 'yes', cost: tp },
      { actual: 'no', predicted: 'yes', cost: fp },
      { actual: 'yes', predicted: 'no', cost: fn },
      { actual: 'no', predicted: 'no', cost: tn },
    ];
    const current = {
      ...{ target: Int32Array.from(one.target), prediction: null, places: null },
      scores: [Float64Array.from(one.score)],
    };
    const given: CostedRows = { kind: 'classification', rows: { current }, task: task(['no', 'yes'], 0.5) };
    const { cost } = costOf(given, { cells }, settings);
    expectClose(costsBy(cost, 'model').perRow.current?.value ?? NaN, one.expected.model);
    expectClose(costsBy(cost, 'model').total.current?.value ?? NaN, one.expected.total);
    expectClose(costsBy(cost, 'class').perRow.current?.value ?? NaN, one.expected.negative);
    expectClose(costsBy(cost, 'threshold').perRow.current?.value ?? NaN, one.expected.least);
    expect(costsBy(cost, 'threshold').rule).toEqual({ kind: 'threshold', threshold: one.expected.threshold });
    expect(measured(cost).kinds).toEqual(one.costs);
  });
});

describe('what errors cost', () => {
  const costs: CostConfig = { currency: '€', over: 2, under: 1 };

  test('compares both files, and the model with what needs none', () => {
    const target = Array.from({ length: 400 }, (_, i) => 50 + ((i * 37) % 11));
    const reference = numbers(
      target,
      target.map((value, i) => value + ((i % 5) - 2) / 10),
    );
    const current = numbers(
      target,
      target.map((value, i) => value + ((i % 5) - 2) / 2),
    );
    const { cost, rows } = costOf({ kind: 'regression', rows: { reference, current } }, costs, settings);
    const model = costsBy(cost, 'model');
    // Of five errors −2, −1, 0, 1, 2 tenths (or halves): (2 + 1) · 1 + (2 + 1) · 2 = 9 of them.
    expectClose(model.perRow.reference?.value ?? NaN, 0.9 / 5, 1e-9);
    expectClose(model.perRow.current?.value ?? NaN, 4.5 / 5, 1e-9);
    expectClose(model.total.current?.value ?? NaN, 360, 1e-9);
    expect(model.difference).toMatchObject({ beyondNoise: true });
    expect(model.difference?.low).toBeGreaterThan(0.5);
    expect(model.beyondModel).toEqual({});
    const median = costsBy(cost, 'median');
    expect(median.rule).toEqual({ kind: 'median', value: 55 });
    expect(median.beyondModel.current?.low).toBeGreaterThan(0);
    expectClose(
      median.beyondModel.current?.value ?? NaN,
      (median.perRow.current?.value ?? NaN) - (model.perRow.current?.value ?? NaN),
      1e-9,
    );
    expect(rows.current).toHaveLength(400);
  });

  test('leaves rows without a target or a prediction out', () => {
    const current = numbers([1, NaN, 3, 4], [2, 2, NaN, 3]);
    const model = costsBy(costOf({ kind: 'regression', rows: { current } }, costs, settings).cost, 'model');
    expect(model.rows).toEqual({ current: 2 });
    expect(model.perRow.current).toEqual({ value: 1.5, low: null, high: null });
    expect(model.total.current?.value).toBe(3);
  });

  test('two models of the same rows are compared row by row, whatever their order', () => {
    const target = Array.from({ length: 300 }, (_, i) => (i * 53) % 97);
    const places = Int32Array.from(target, (_, i) => 299 - i);
    const shared = target.map((value, i) => value + ((i * 29) % 13) - 6);
    const reference = { ...numbers(target, shared), places: Int32Array.from(target, (_, i) => i) };
    const better = shared.map((value, i) => value + (value > target[i]! ? -0.5 : 0));
    const current = { ...numbers(target.toReversed(), better.toReversed()), places };
    const pairedCost = costOf({ kind: 'regression', rows: { reference, current } }, costs, {
      ...settings,
      ...{ paired: true, twoModels: true },
    }).cost;
    const apart = costOf(
      {
        kind: 'regression',
        rows: { reference: { ...reference, places: null }, current: { ...current, places: null } },
      },
      costs,
      settings,
    ).cost;
    const width = (cost: Cost): number => {
      const { low, high } = costsBy(cost, 'model').difference ?? { low: null, high: null };
      return (high ?? NaN) - (low ?? NaN);
    };
    expect(costsBy(pairedCost, 'model').difference).toMatchObject({ beyondNoise: true });
    expect(width(pairedCost)).toBeLessThan(width(apart) / 5);
  });

  test('gives no limits where hardly a row costs anything', () => {
    const cells = [{ actual: 'yes', predicted: 'no', cost: 100 }];
    const target = Int32Array.from({ length: 2000 }, (_, i) => Number(i % 500 === 0));
    const current = { target, prediction: new Int32Array(2000), scores: [], places: null };
    const given: CostedRows = {
      kind: 'classification',
      rows: { reference: current, current },
      task: task(['no', 'yes'], null),
    };
    const model = costsBy(costOf(given, { cells }, settings).cost, 'model');
    expect(model.perRow.current).toEqual({ value: 0.2, low: null, high: null });
    expect(model.difference).toMatchObject({ value: 0, low: null, high: null, beyondNoise: false });
  });

  test('of several classes nothing done is the most frequent one; classes that no file has are told', () => {
    const cells = [
      { actual: 'a', predicted: 'b', cost: 5 },
      { actual: 'c', predicted: 'a', cost: 1 },
      { actual: '__proto__', predicted: 'a', cost: 7 },
    ];
    const current = {
      ...{ target: Int32Array.of(0, 1, 1, 2, -1), prediction: Int32Array.of(1, 1, 0, 0, 2), scores: [], places: null },
    };
    const given: CostedRows = { kind: 'classification', rows: { current }, task: task(['a', 'b', 'c'], null) };
    const { cost } = costOf(given, { cells }, settings);
    expect(costsBy(cost, 'model').total.current?.value).toBe(6);
    expect(costsBy(cost, 'class').rule).toEqual({ kind: 'class', label: 'b' });
    expect(costsBy(cost, 'class').total.current?.value).toBe(5);
    expect(measured(cost).unknownClasses).toEqual(['__proto__']);
    expect(measured(cost).kinds).toBeUndefined();
  });

  test('is not told where costs are set for another task', () => {
    const current = numbers([1, 2], [1, 2]);
    const cells = [{ actual: 'a', predicted: 'b', cost: 5 }];
    expect(costOf({ kind: 'regression', rows: { current } }, { cells }, settings)).toEqual({
      cost: { state: 'notMeasured', reason: 'otherTask' },
      rows: {},
    });
  });
});
