import { describe, expect, test } from 'vitest';
import { classificationResult } from '../../../src/analysis/model/classification.ts';
import { regressionResult } from '../../../src/analysis/model/regression.ts';
import type { Metric } from '../../../src/facts/document/model/estimates.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { intervalCoverage } from '../../../tools/calibration/model/intervals.ts';
import { cases, expectClose } from '../../stats/oracle.ts';

const settings = { orders: null, paired: false, seed: 1, axis: null };
const valueOf = (metrics: readonly Metric[], id: string, label?: string): number =>
  metrics.find((metric) => metric.id === id && metric.label === label)?.values.current?.value ?? NaN;

interface RegressionCase {
  target: number[];
  prediction: number[];
  expected: Record<string, number>;
}

describe('regression agrees with scikit-learn and Evidently', () => {
  test.each(cases<RegressionCase>('regression').map((one, i) => [i, one] as const))('case %i', (_, one) => {
    const current = {
      target: Float64Array.from(one.target),
      prediction: Float64Array.from(one.prediction),
      places: null,
    };
    const result = regressionResult({ current }, { ...settings, axis: null });
    const names = {
      mean_error: 'meanError',
      mae: 'mae',
      rmse: 'rmse',
      r2: 'r2',
      median_absolute_error: 'medianAbsError',
      max_error: 'maxAbsError',
      error_std: 'errorStdDdof1',
    };
    for (const [id, name] of Object.entries(names)) expectClose(valueOf(result.metrics, id), one.expected[name]!);
    if (result.nearZeroTargets.current === 0) expectClose(valueOf(result.metrics, 'mape'), one.expected['mape']!);
    expectClose(result.groups.current?.low ?? NaN, one.expected['q05']!);
    expectClose(result.groups.current?.high ?? NaN, one.expected['q95']!);
  });
});

interface BinaryCase {
  target: number[];
  probability: number[];
  threshold: number;
  expected: Record<string, number>;
}

describe('two classes agree with scikit-learn', () => {
  test.each(cases<BinaryCase>('classification-binary').map((one, i) => [i, one] as const))('case %i', (_, one) => {
    const rows = {
      target: Int32Array.from(one.target),
      prediction: null,
      scores: [Float64Array.from(one.probability)],
      places: null,
    };
    const result = classificationResult(
      { current: rows },
      { ...settings, classes: ['0', '1'], onlyIn: {}, positive: 1, threshold: one.threshold },
    );
    const { tp, fp, fn, tn } = one.expected;
    expect(result.confusion.current).toEqual([
      [tn, fp],
      [fn, tp],
    ]);
    const names = {
      accuracy: 'accuracy',
      precision: 'precision',
      recall: 'recall',
      f1: 'f1',
      balanced_accuracy: 'balancedAccuracy',
      mcc: 'mcc',
      roc_auc: 'rocAuc',
      average_precision: 'averagePrecision',
      log_loss: 'logLoss',
      brier: 'brier',
    };
    for (const [id, name] of Object.entries(names)) {
      // Where nothing was predicted, scikit-learn says 0 and Plumbline nothing.
      if (id === 'precision' && tp! + fp! === 0) continue;
      if (id === 'mcc' && !Number.isFinite(valueOf(result.metrics, id))) continue;
      expectClose(valueOf(result.metrics, id), one.expected[name]!);
    }
  });
});

interface MulticlassCase {
  labels: string[];
  target: string[];
  prediction: string[];
  probabilities: number[][];
  expected: Record<string, unknown> & {
    byClass: Record<string, { precision: number; recall: number; f1: number; support: number; rocAuc: number }>;
  };
}

describe('several classes agree with scikit-learn', () => {
  test.each(cases<MulticlassCase>('classification-multiclass').map((one, i) => [i, one] as const))(
    'case %i',
    (_, one) => {
      const codes = (labels: string[]): Int32Array => Int32Array.from(labels, (label) => one.labels.indexOf(label));
      const scores = one.labels.map((__, k) => Float64Array.from(one.probabilities, (row) => row[k]!));
      const result = classificationResult(
        { current: { target: codes(one.target), prediction: codes(one.prediction), scores, places: null } },
        { ...settings, classes: one.labels, onlyIn: {}, positive: null, threshold: null },
      );
      const names = {
        accuracy: 'accuracy',
        macro_precision: 'macroPrecision',
        macro_recall: 'macroRecall',
        macro_f1: 'macroF1',
        weighted_f1: 'weightedF1',
        mcc: 'mcc',
        cohens_kappa: 'cohenKappa',
        log_loss: 'logLoss',
      };
      for (const [id, name] of Object.entries(names)) {
        const expected = one.expected[name];
        if (typeof expected === 'number') expectClose(valueOf(result.metrics, id), expected);
      }
      for (const [label, expected] of Object.entries(one.expected.byClass)) {
        expectClose(valueOf(result.byClass, 'precision', label), expected.precision);
        expectClose(valueOf(result.byClass, 'recall', label), expected.recall);
        expectClose(valueOf(result.byClass, 'f1', label), expected.f1);
        expect(valueOf(result.byClass, 'support', label)).toBe(expected.support);
        expectClose(valueOf(result.byClass, 'roc_auc', label), expected.rocAuc);
      }
      const confusion = one.expected['confusion'] ?? one.expected['confusionMatrix'];
      if (confusion !== undefined) expect(result.confusion.current).toEqual(confusion);
    },
  );
});

test('rows without a target or a prediction are counted and left out', () => {
  const target = Float64Array.of(1, NaN, 3, 4, Infinity);
  const prediction = Float64Array.of(2, 2, NaN, 4, 1);
  const result = regressionResult({ current: { target, prediction, places: null } }, { ...settings, axis: null });
  expect(result.rows.current).toEqual({ rows: 5, used: 2, missingTarget: 2, missingPrediction: 1, unpaired: 0 });
  expect(valueOf(result.metrics, 'mae')).toBe(0.5);
});

test.each([
  ['no rows', [], []],
  ['nothing but missing', [NaN, NaN], [1, 2]],
  ['a constant target', [2, 2, 2], [1, 2, 3]],
  ['a single row', [2], [3]],
])('regression on %s is told without numbers that are none', (_, target, prediction) => {
  const current = { target: Float64Array.from(target), prediction: Float64Array.from(prediction), places: null };
  const result = regressionResult({ reference: current, current }, { ...settings, axis: null });
  expect(result.metrics.find(({ id }) => id === 'r2')?.values.current ?? null).toBeNull();
  for (const { values } of result.metrics) {
    for (const one of Object.values(values)) expect(one === null || Number.isFinite(one.value)).toBe(true);
  }
});

test('probabilities that are none are counted, and what needs them is absent', () => {
  const target = Int32Array.of(0, 1, 1, 0);
  const scores = [Float64Array.of(0.1, 1.4, 0.8, -0.1)];
  const result = classificationResult(
    { current: { target, prediction: null, scores, places: null } },
    { ...settings, classes: ['0', '1'], onlyIn: {}, positive: 1, threshold: 0.5 },
  );
  expect(result.scoreTrouble.current).toEqual({ outside: 2, sumsOff: 0 });
  expect(result.metrics.find(({ id }) => id === 'log_loss')?.values.current).toBeNull();
  expect(valueOf(result.metrics, 'roc_auc')).toBe(1);
});

describe('intervals', () => {
  const RUNS = 25;
  /** Three standard errors of the count, and what a percentile interval may lack. */
  const SLACK = 3 * Math.sqrt((0.95 * 0.05) / RUNS) + 0.02;

  test('hold what is true', () => {
    for (const { what, measure, share } of intervalCoverage(RUNS)) {
      expect(share, `${what}: ${measure}`).toBeGreaterThanOrEqual(0.95 - SLACK);
    }
  }, 180_000);

  test('of two models on the same rows are narrower by pairs', () => {
    const random = seededRandom(23);
    const noise = (scale: number) => (value: number) => value + scale * (random() - 0.5);
    const target = Float64Array.from({ length: 1000 }, () => 10 * random());
    const reference = { target, prediction: target.map(noise(2)), places: null };
    const current = { target, prediction: reference.prediction.map(noise(0.1)), places: null };
    const width = (paired: boolean): number => {
      const { metrics } = regressionResult({ reference, current }, { ...settings, paired, axis: null });
      const { low, high } = metrics.find(({ id }) => id === 'mae')?.difference ?? {};
      return (high ?? NaN) - (low ?? NaN);
    };
    expect(width(true)).toBeLessThan(0.2 * width(false));
  });
});
