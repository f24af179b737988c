import { classIntervals } from './class-intervals.ts';
import { eceIntervals } from './ece-intervals.ts';
import { find, Hits, holds, normal, type Coverage, type CoverageCase } from './coverage.ts';
import { regressionResult } from '../../../src/analysis/model/regression.ts';
import type { RegressionRows } from '../../../src/analysis/model/measured-rows.ts';
import { seededRandom, type Random } from '../../../src/stats/random.ts';
import { markdownTable, percent, standingRows } from '../tables.ts';

/** Targets, and predictions whose errors are standard normal, or skewed, with an autocorrelation of `rho`. */
function regressionRows(
  rows: number,
  random: Random,
  { rho, skewed }: { rho: number; skewed: boolean },
): RegressionRows {
  let rest = normal(random);
  const target = Float64Array.from({ length: rows }, () => 10 + 3 * normal(random));
  const prediction = target.map((value) => {
    if (skewed) return value - Math.log(1 - random()) - 1;
    rest = rho * rest + Math.sqrt(1 - rho * rho) * normal(random);
    return value + rest;
  });
  return { target, prediction, places: null };
}

const NORMAL_ERRORS = {
  mean_error: 0,
  mae: Math.sqrt(2 / Math.PI),
  rmse: 1,
  r2: 8 / 9,
  median_absolute_error: 0.6744897501960817,
};
/** Exponential errors less 1: E|x − 1| = 2 / e. */
const SKEWED_ERRORS = { mean_error: 0, mae: 2 / Math.E, rmse: 1, r2: 8 / 9 };

const regressions = [
  { what: '400 independent rows', rows: 400, rho: 0, skewed: false, truth: NORMAL_ERRORS },
  { what: '2000 rows, autocorrelation 0.8', rows: 2000, rho: 0.8, skewed: false, truth: NORMAL_ERRORS },
  { what: '400 rows, skewed errors', rows: 400, rho: 0, skewed: true, truth: SKEWED_ERRORS },
];

function ofRegression({ what, rows, truth, ...errors }: (typeof regressions)[number], runs: number): Coverage[] {
  const random = seededRandom(21);
  const hits = new Map<string, number>();
  const add = (measure: string, hit: number): void => void hits.set(measure, (hits.get(measure) ?? 0) + hit);
  for (let run = 0; run < runs; run++) {
    const sides = { reference: regressionRows(rows, random, errors), current: regressionRows(rows, random, errors) };
    const settings = { orders: errors.rho > 0 ? {} : null, paired: false, seed: run, axis: null };
    const { metrics } = regressionResult(sides, settings);
    for (const [id, value] of Object.entries(truth)) add(id, holds(find(metrics, id)?.values.current, value));
    for (const id of ['mae', 'median_absolute_error'])
      add(`difference of ${id}`, holds(find(metrics, id)?.difference, 0));
  }
  return [...hits].map(([measure, count]) => ({ what, measure, share: count / runs, runs }));
}

const PAIRS = 'two models on the same 400 rows';

/** Two models whose errors on the same rows have a correlation of 0.9, the second model's rows in another order. */
function ofPairs(runs: number): Coverage[] {
  const random = seededRandom(23);
  const rows = 400;
  const ids = ['mae', 'median_absolute_error'];
  const hits = ids.map(() => 0);
  for (let run = 0; run < runs; run++) {
    const a = regressionRows(rows, random, { rho: 0, skewed: false });
    const both = a.prediction.map(
      (one, i) => a.target[i]! + 0.9 * (one - a.target[i]!) + Math.sqrt(0.19) * normal(random),
    );
    const turned = { target: a.target.toReversed(), prediction: both.toReversed() };
    const places = Int32Array.from({ length: rows }, (_, row) => rows - 1 - row);
    const sides = { reference: a, current: { ...turned, places } };
    const { metrics } = regressionResult(sides, { orders: null, paired: true, seed: run, axis: null });
    ids.forEach((id, i) => (hits[i]! += holds(find(metrics, id)?.difference, 0)));
  }
  return ids.map((id, i) => ({ what: PAIRS, measure: `difference of ${id}`, share: hits[i]! / runs, runs }));
}

/** A target whose logarithm has an autocorrelation of .95, and independent errors. */
export function slowTargetRows(rows: number, random: Random): RegressionRows {
  let slow = normal(random);
  const target = Float64Array.from({ length: rows }, () => {
    slow = 0.95 * slow + Math.sqrt(1 - 0.95 * 0.95) * normal(random);
    return 10 * Math.exp(0.1 * slow);
  });
  return { target, prediction: target.map((value) => value + 0.3 * normal(random)), places: null };
}

/** Moments of the lognormal law; of the symmetric error the mean of 10⁸ draws. */
const MEAN_SIZE = 0.3 * Math.sqrt(2 / Math.PI);
const SLOW_TARGET = {
  mae: MEAN_SIZE,
  mape: (MEAN_SIZE * Math.exp(0.005)) / 10,
  wape: MEAN_SIZE / (10 * Math.exp(0.005)),
  smape: 0.0240647,
  r2: 1 - 0.09 / (100 * (Math.exp(0.01) - 1) * Math.exp(0.01)),
};

const SLOW = '2000 rows, target AR .95, independent errors';

function ofSlowTarget(runs: number): Coverage[] {
  const random = seededRandom(24);
  const hits = new Hits();
  for (let run = 0; run < runs; run++) {
    const sides = { reference: slowTargetRows(2000, random), current: slowTargetRows(2000, random) };
    hits.add(regressionResult(sides, { orders: {}, paired: false, seed: run, axis: null }).metrics, SLOW_TARGET);
  }
  return hits.shares(SLOW, runs);
}

const intervals: readonly CoverageCase[] = [
  ...regressions.map((one) => ({ what: one.what, cover: (runs: number) => ofRegression(one, runs) })),
  { what: PAIRS, cover: ofPairs },
  { what: SLOW, cover: ofSlowTarget },
  ...classIntervals,
  ...eceIntervals,
];

/** How often each interval holds what is true. */
export const intervalCoverage = (runs: number): Coverage[] => intervals.flatMap(({ cover }) => cover(runs));

const HEAD = ['rows', 'measure', 'runs', 'coverage'];

/**
 * How often intervals of a model's measures hold what is true, as a table of the handbook.
 * @param runs of each case
 * @param part of the names of the cases that are run
 * @param known the table as it stands, from which the others are kept
 */
export function intervalTable(runs: number, part: string, known: string): string {
  const kept = standingRows(known);
  const rows = intervals.flatMap(({ what, cover }) =>
    what.includes(part)
      ? cover(runs).map((one) => [what, `\`${one.measure}\``, String(one.runs), percent(one.share)])
      : kept.filter(([name]) => name === what),
  );
  const points = (300 * Math.sqrt((0.95 * 0.05) / runs)).toFixed(1);
  return [
    `**Intervals of the model's measures.** How often a 95 % interval holds what is true; of 95 %, up to ${points} points either side are within three standard errors of ${String(runs)} runs. Where a file tells too little there is no interval, which counts as not held.`,
    '',
    markdownTable(HEAD, rows),
  ].join('\n');
}
