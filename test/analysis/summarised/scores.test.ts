import { describe, expect, test } from 'vitest';
import { classificationResult } from '../../../src/analysis/model/classification.ts';
import { summarisedClasses } from '../../../src/analysis/summarised/classes.ts';
import type { Metric } from '../../../src/facts/document/model/estimates.ts';
import type { Performance } from '../../../src/facts/document/performance.ts';
import { mapSides } from '../../../src/facts/document/sides.ts';
import { parseConfig } from '../../../src/facts/settings/settings.ts';
import type { SummaryFile } from '../../../src/facts/summary-file.ts';
import { seededRandom, type Random } from '../../../src/stats/random.ts';
import { autoregressive, normal } from '../../../tools/calibration/draws.ts';
import { bound } from '../../../tools/calibration/simulate.ts';
import { countedModel, type Rows } from './counted-scores.ts';
import { edgesOf, summarised } from './summarised.ts';

type Measured = Extract<Performance, { state: 'measured' }>;
type Pair = Record<'reference' | 'current', Rows>;

const CLASSES = ['maybe', 'no', 'yes'];
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** A file of a summary, with what the model is measured by. */
function fileOf(rows: Rows, classes: readonly string[], perDay: number): SummaryFile {
  const size = rows.truth.length;
  return {
    ...{ engine: 'test', rows: size, products: [], segments: [] },
    columns: rows.scores.map((scores, place) => {
      const finite = scores.filter((score) => Number.isFinite(score));
      return {
        ...{ name: `p${String(place)}`, type: 'numeric', role: 'probability' },
        ...summarised(finite, edgesOf(finite)),
      };
    }),
    model: { ...countedModel(rows, classes, perDay), errors: null },
  };
}

function bySummary(pair: Pair, options: { classes?: string[]; perDay?: number; labelled?: boolean } = {}): Measured {
  const { classes = ['no', 'yes'], perDay = 0, labelled = true } = options;
  const files = mapSides(pair, (rows) => fileOf(rows, classes, perDay));
  const probabilities = new Set(pair.reference.scores.map((_, place) => `p${String(place)}`));
  const names = { target: 't', prediction: labelled ? 'y' : null, probabilities };
  const performance = summarisedClasses(files, names, parseConfig());
  if (performance?.state !== 'measured') throw new Error(`not measured: ${JSON.stringify(performance)}`);
  return performance;
}

function byRows(pair: Pair, classes: string[] = ['no', 'yes'], threshold: number | null = null) {
  return classificationResult(
    mapSides(pair, ({ truth, predicted, scores }) => ({
      ...{ target: Int32Array.from(truth), scores: [...scores], places: null },
      prediction: threshold === null ? Int32Array.from(predicted) : null,
    })),
    {
      ...{ classes, onlyIn: {}, positive: classes.length === 2 ? 1 : null, threshold },
      ...{ orders: null, paired: false, seed: 1, axis: null },
    },
  );
}

const SCORED = ['roc_auc', 'macro_roc_auc', 'average_precision', 'log_loss', 'brier', 'ece'];
const keyOf = ({ id, label = '' }: Metric): string => `${id} ${label}`;

/** Every measure of probabilities lies within the bounds that the summary gives; returns by how much they are apart at most. */
function expectWithin(counted: readonly Metric[], own: readonly Metric[]): Record<string, number> {
  const told = new Map(own.map((metric) => [keyOf(metric), metric]));
  const widest: Record<string, number> = {};
  const scored = counted.filter(({ id }) => SCORED.includes(id));
  for (const metric of scored) {
    const known = told.get(keyOf(metric));
    for (const side of ['reference', 'current'] as const) {
      const [estimate, exact] = [metric.values[side], known?.values[side]];
      const { value = NaN, low, high } = estimate ?? {};
      const { atLeast = value, atMost = value } = estimate ?? {};
      expect(exact?.value, `${keyOf(metric)} ${side}`).toBeGreaterThanOrEqual(atLeast - 1e-9);
      expect(exact?.value, `${keyOf(metric)} ${side}`).toBeLessThanOrEqual(atMost + 1e-9);
      expect(low ?? -Infinity).toBeLessThanOrEqual(atLeast);
      expect(high ?? Infinity).toBeGreaterThanOrEqual(atMost);
      widest[metric.id] = Math.max(widest[metric.id] ?? 0, atMost - atLeast);
    }
    const { value = NaN, atLeast = value, atMost = value } = metric.difference ?? {};
    expect(known?.difference?.value).toBeGreaterThanOrEqual(atLeast - 1e-9);
    expect(known?.difference?.value).toBeLessThanOrEqual(atMost + 1e-9);
  }
  return widest;
}

type Form = (score: number, random: Random) => number;

/** Scores that tell something of the class, in some form. */
function binaryRows(random: Random, size: number, form: Form, shift = 1): Rows {
  const level = Float64Array.from({ length: size }, () => normal(random));
  const truth = level.map((x) => (random() < 0.02 ? -1 : Number(random() < logistic(x * 2 - 1))));
  const scores = level.map((x) => form(logistic(shift * x * 2 - 1), random));
  return { truth, predicted: scores.map((score) => (score >= 0.5 ? 1 : score < 0.5 ? 0 : -1)), scores: [scores] };
}

const forms: Record<string, Form> = {
  'of many digits': (score) => score,
  'in whole percents (ties)': (score) => Math.round(100 * score) / 100,
  'in thousandths (ties)': (score) => Math.round(1000 * score) / 1000,
  'all within three thousandths': (score) => 0.4 + 0.003 * score,
  'exactly 0 or 1, where sure': (score) => (score < 0.1 ? 0 : score > 0.8 ? 1 : score),
  'next to 0 and 1': (score) => (score < 0.3 ? score / 1e4 : score > 0.7 ? 1 - (1 - score) / 1e4 : score),
  'missing here and there': (score, random) => (random() < 0.1 ? NaN : score),
};

describe('two classes: what a summary says of probabilities is what their rows say, within its bounds', () => {
  test.each(Object.entries(forms))('scores %s', (name, form) => {
    const random = seededRandom(7);
    const pair = { reference: binaryRows(random, 900, form), current: binaryRows(random, 600, form, 0.6) };
    for (const perDay of [0, 20]) {
      const { whole } = bySummary(pair, { perDay });
      const own = byRows(pair);
      const widest = expectWithin(whole.metrics, own.metrics);
      expect(Object.keys(widest)).toEqual(['roc_auc', 'average_precision', 'log_loss', 'brier', 'ece']);
      expect([widest['brier']! < 3e-7, widest['ece']]).toEqual([true, 0]);
      if (name.includes('ties')) expect(widest['roc_auc']! + widest['average_precision']!).toBe(0);
      if (name === 'of many digits') expect(widest['roc_auc']).toBeLessThan(2e-3);
      if (whole.task === 'regression') throw new Error('no classes');
      const [[drawn], [exact]] = [whole.scores, own.scores];
      expect(drawn?.histogram.is).toEqual(exact?.histogram.is);
      expect(drawn?.histogram.isNot).toEqual(exact?.histogram.isNot);
      for (const side of ['reference', 'current'] as const) {
        const counts = exact?.calibration[side]?.map(({ count }) => count);
        expect(drawn?.calibration[side]?.map(({ count }) => count)).toEqual(counts);
        drawn?.separation[side]?.forEach((quantiles, truth) =>
          quantiles?.forEach((value, i) =>
            expect(Math.abs(value - (exact?.separation[side]?.[truth]?.[i] ?? NaN))).toBeLessThan(0.02),
          ),
        );
      }
    }
  });

  test('probabilities alone predict at a threshold of whole thousandths', () => {
    const random = seededRandom(8);
    const pair = {
      reference: binaryRows(random, 500, forms['in whole percents (ties)']!),
      current: binaryRows(random, 500, (p) => p),
    };
    const { whole, prediction } = bySummary(pair, { labelled: false });
    const own = byRows(pair, ['no', 'yes'], 0.5);
    if (whole.task === 'regression') throw new Error('no classes');
    expect([prediction, whole.threshold, whole.confusion]).toEqual([null, 0.5, own.confusion]);
  });

  test('the probability of the class that is not looked for is turned round', () => {
    const random = seededRandom(9);
    const pair = { reference: binaryRows(random, 800, (p) => p), current: binaryRows(random, 800, (p) => p) };
    const turned = mapSides(pair, ({ scores, truth, ...rows }) => ({
      ...rows,
      truth: Float64Array.from(truth, (value) => (value < 0 ? value : 1 - value)),
      predicted: Float64Array.from(rows.predicted, (value) => (value < 0 ? value : 1 - value)),
      scores,
    })) as Pair;
    const files = mapSides(turned, (rows) => fileOf(rows, ['yes', 'no'], 0));
    const names = { target: 't', prediction: 'y', probabilities: new Set(['p0']) };
    const performance = summarisedClasses(files, names, parseConfig({ performance: { positive: 'yes' } }));
    if (performance?.state !== 'measured') throw new Error('not measured');
    expect(performance.positive).toBe('yes');
    const opposite = mapSides(turned, ({ scores, truth, predicted }) => ({
      truth: Float64Array.from(truth, (value) => (value < 0 ? value : 1 - value)),
      predicted: Float64Array.from(predicted, (value) => (value < 0 ? value : 1 - value)),
      scores: [scores[0]!.map((score) => 1 - score)],
    })) as Pair;
    expectWithin(performance.whole.metrics, byRows(opposite).metrics);
  });

  test('percentages are not counted in a summary, and it is said', () => {
    const random = seededRandom(10);
    const rows = binaryRows(random, 300, (p) => 100 * p);
    const { notes, whole, probabilities } = bySummary({ reference: rows, current: rows });
    expect(probabilities).toEqual([]);
    expect(whole.metrics.filter(({ id }) => SCORED.includes(id))).toEqual([]);
    expect(notes.at(-1)).toEqual({
      kind: 'without-probabilities',
      values: { trouble: { kind: 'not-counted-outside', values: { columns: ['p0'] } } },
    });
  });
});

/** Probabilities of three classes that add up to 1. */
function severalRows(random: Random, size: number, sharp: number): Rows {
  const truth = Float64Array.from({ length: size }, () => Math.floor(random() * 3));
  const scores = CLASSES.map(() => new Float64Array(size));
  const predicted = truth.map((own, row) => {
    const weights = CLASSES.map((_, place) => Math.exp((place === own ? sharp : 0) + normal(random)));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    weights.forEach((weight, place) => (scores[place]![row] = weight / sum));
    return weights.indexOf(Math.max(...weights));
  });
  return { truth, predicted, scores };
}

describe('several classes', () => {
  const random = seededRandom(11);
  const pair = { reference: severalRows(random, 800, 1.5), current: severalRows(random, 640, 1) };

  test('what a summary says of probabilities is what their rows say, within its bounds', () => {
    const { whole, notes } = bySummary(pair, { classes: CLASSES, perDay: 32 });
    const own = byRows(pair, CLASSES);
    if (whole.task === 'regression') throw new Error('no classes');
    const widest = expectWithin([...whole.metrics, ...whole.byClass], [...own.metrics, ...own.byClass]);
    expect(Object.keys(widest).sort()).toEqual(['average_precision', 'brier', 'log_loss', 'macro_roc_auc', 'roc_auc']);
    expect(widest['brier']).toBeLessThan(1e-6);
    expect(whole.scores.map(({ label, shapes }) => [label, shapes])).toEqual(
      own.scores.map(({ label, shapes }) => [label, shapes]),
    );
    expect(notes.map(({ kind }) => kind)).toEqual(['from-summary']);
  });

  test('probabilities that do not add up to 1 have no log loss, and it is said', () => {
    const halved = mapSides(pair, ({ scores, ...rows }) => ({
      ...rows,
      scores: scores.map((p) => p.map((x) => x / 2)),
    }));
    const { whole, notes } = bySummary(halved as Pair, { classes: CLASSES });
    expect(whole.metrics.find(({ id }) => id === 'log_loss')?.values).toEqual({ reference: null, current: null });
    expect(notes.map(({ kind }) => kind)).toEqual(['from-summary', 'probabilities-apart']);
  });
});

const RUNS = 40;

describe.each([
  ['60 days that are alike', 60, 0],
  // Of 60 days that depend on each other so much there are too few blocks to say anything.
  ['240 days that depend on each other', 240, 0.5],
])('probabilities by day, %s', (_, days, spell) => {
  const ids = ['roc_auc', 'average_precision', 'log_loss', 'brier', 'ece'];

  /** On some days the scores tell less than on others; `blunt` scores tell less on all. */
  function drawn(random: Random, blunt: number): Rows {
    const level = autoregressive(0.7)(random, days);
    const size = days * 100;
    const x = Float64Array.from({ length: size }, () => 2 * normal(random));
    const truth = x.map((value, row) =>
      Number(random() < logistic((value * blunt) / Math.exp(spell * level[Math.floor(row / 100)]!))),
    );
    const scores = x.map(logistic);
    return { truth, predicted: scores.map(Math.round), scores: [scores] };
  }

  const shares = (blunt: number): Record<string, number> => {
    const random = seededRandom(12);
    const seen: Record<string, number> = { model: 0, ...Object.fromEntries(ids.map((id) => [id, 0])) };
    for (let run = 0; run < RUNS; run++) {
      const { whole, overall } = bySummary(
        { reference: drawn(random, 1), current: drawn(random, blunt) },
        { perDay: 100 },
      );
      seen['model']! += Number(['worse', 'better', 'mixed'].includes(overall?.state ?? ''));
      for (const id of ids) {
        seen[id]! += Number(whole.metrics.find((metric) => metric.id === id)?.difference?.beyondNoise);
      }
    }
    return Object.fromEntries(Object.entries(seen).map(([id, count]) => [id, count / RUNS]));
  };

  test('nothing changed: something is said at most as often as α allows', () => {
    const found = shares(1);
    for (const [id, share] of Object.entries(found)) expect(share, id).toBeLessThanOrEqual(bound(RUNS));
  });

  test('scores that tell less: it is seen', () => {
    const found = shares(0.5);
    for (const id of ['model', 'roc_auc', 'log_loss', 'brier', 'ece'])
      expect(found[id], id).toBeGreaterThanOrEqual(0.9);
  });
});
