import { regressionResult } from '../../../src/analysis/model/regression.ts';
import type { Overall } from '../../../src/facts/document/performance.ts';
import type { Metric } from '../../../src/facts/document/model/estimates.ts';
import { seededRandom, type Random } from '../../../src/stats/random.ts';
import { classRun, predictedRows, type Draw } from './class-intervals.ts';
import { normal } from './coverage.ts';
import {
  classInBadTimes,
  errorsInBadTimes,
  inFileOrder,
  LONG,
  machineErrors,
  shuffledInTime,
} from './dependent-rows.ts';
import { slowTargetRows } from './intervals.ts';
import { markdownTable, percent } from '../tables.ts';

interface Run {
  overall: Overall;
  metrics: Metric[];
}

/** A model in both files, and what is true of it. */
export interface ModelCase {
  what: string;
  truth: 'same' | 'worse';
  draw: (random: Random, seed: number) => Run;
}

const regression =
  (rows: number, { rho = 0, times = 1, shift = 0 }: { rho?: number; times?: number; shift?: number }) =>
  (random: Random, seed: number): Run => {
    const side = (scale: number, moved: number) => {
      let rest = normal(random);
      const target = Float64Array.from({ length: rows }, () => 10 + 3 * normal(random));
      const prediction = target.map((value) => {
        rest = rho * rest + Math.sqrt(1 - rho * rho) * normal(random);
        return value + moved + scale * rest;
      });
      return { target, prediction, places: null };
    };
    const sides = { reference: side(1, 0), current: side(times, shift) };
    return regressionResult(sides, { orders: rho > 0 ? {} : null, paired: false, seed, axis: null });
  };

const slowTarget = (random: Random, seed: number): Run =>
  regressionResult(
    { reference: slowTargetRows(2000, random), current: slowTargetRows(2000, random) },
    { orders: {}, paired: false, seed, axis: null },
  );

/** Two classes, with probabilities that are true; in the current file some are drawn anew. */
const scored =
  (rows: number, anew: number): Draw =>
  (random) => {
    const logits = Float64Array.from({ length: rows }, () => 2 * normal(random) - 1);
    const share = (logit: number): number => 1 / (1 + Math.exp(-logit));
    const target = Int32Array.from(logits, (logit) => Number(random() < share(logit)));
    const scores = logits.map((logit) => share(random() < anew ? 2 * normal(random) - 1 : logit));
    return { target, prediction: null, scores: [scores], places: null };
  };

const classes = (reference: Draw, current: Draw) => (random: Random, seed: number) =>
  classRun(reference, random, { seed, ordered: false }, current);

const ofErrors =
  (draw: ReturnType<typeof inFileOrder>) =>
  (random: Random, seed: number): Run => {
    const { sides, orders } = draw(random);
    return regressionResult(sides, { orders, paired: false, seed, axis: null });
  };

const classesInOrder = (reference: Draw, current: Draw) => (random: Random, seed: number) =>
  classRun(reference, random, { seed, ordered: true }, current);

const rare = { share: 0.01, recall: 0.7, falseAlarms: 0.004 };

export const modelCases: ModelCase[] = [
  { what: 'regression, 400 rows', truth: 'same', draw: regression(400, {}) },
  { what: 'regression, 2000 rows, errors AR .8', truth: 'same', draw: regression(2000, { rho: 0.8 }) },
  { what: 'regression, 2000 rows, target AR .95', truth: 'same', draw: slowTarget },
  { what: 'two classes with probabilities, 1000 rows', truth: 'same', draw: classes(scored(1000, 0), scored(1000, 0)) },
  {
    ...{ what: '2000 rows, 1 % of the class', truth: 'same' },
    draw: classes(predictedRows(2000, rare), predictedRows(2000, rare)),
  },
  {
    ...{ what: 'regression, 5000 rows, five machines row by row, errors AR .95', truth: 'same' },
    draw: ofErrors(inFileOrder(machineErrors, 5000)),
  },
  {
    ...{ what: 'regression, 5000 rows, errors AR .95, shuffled, with times', truth: 'same' },
    draw: ofErrors(shuffledInTime(5000)),
  },
  {
    ...{ what: 'regression, 6000 rows, errors twice as large in bad times of about 100 rows', truth: 'same' },
    draw: ofErrors(inFileOrder(errorsInBadTimes, 6000)),
  },
  {
    ...{ what: '6000 rows, a class that is frequent and missed in bad times of about 100 rows', truth: 'same' },
    draw: classesInOrder(classInBadTimes(6000), classInBadTimes(6000)),
  },
  {
    ...{ what: '3000 rows, the same in bad times of about 300 rows', truth: 'same' },
    draw: classesInOrder(classInBadTimes(3000, { times: LONG }), classInBadTimes(3000, { times: LONG })),
  },
  { what: 'regression, 400 rows, errors + 20 %', truth: 'worse', draw: regression(400, { times: 1.2 }) },
  { what: 'regression, 400 rows, errors + 40 %', truth: 'worse', draw: regression(400, { times: 1.4 }) },
  {
    what: 'regression, 2000 rows, errors AR .8, + 20 %',
    truth: 'worse',
    draw: regression(2000, { rho: 0.8, times: 1.2 }),
  },
  {
    ...{ what: 'regression, 5000 rows, five machines row by row, errors AR .95, + 20 %', truth: 'worse' },
    draw: ofErrors(inFileOrder(machineErrors, 5000, 1.2)),
  },
  {
    ...{ what: 'regression, 5000 rows, errors AR .95, shuffled, with times, + 40 %', truth: 'worse' },
    draw: ofErrors(shuffledInTime(5000, 1.4)),
  },
  {
    ...{ what: 'regression, 6000 rows, errors twice as large in bad times, + 20 %', truth: 'worse' },
    draw: ofErrors(inFileOrder(errorsInBadTimes, 6000, 1.2)),
  },
  {
    ...{ what: '6000 rows, a class with bad times, recall in usual times from 60 % to 20 %', truth: 'worse' },
    draw: classesInOrder(classInBadTimes(6000), classInBadTimes(6000, { found: 0.2 })),
  },
  { what: 'regression, 400 rows, a mean error of 1 σ', truth: 'worse', draw: regression(400, { shift: 1 }) },
  {
    ...{ what: 'two classes, 1000 rows, 20 % of the scores drawn anew', truth: 'worse' },
    draw: classes(scored(1000, 0), scored(1000, 0.2)),
  },
  {
    ...{ what: '2000 rows, 1 % of the class, recall from 70 % to 20 %', truth: 'worse' },
    draw: classes(predictedRows(2000, rare), predictedRows(2000, { ...rare, recall: 0.2 })),
  },
];

/** How often a report says of the model that it is worse, or anything, and how often any measure alone is more than noise. */
export function verdictShares({ draw }: ModelCase, runs: number): Record<'worse' | 'said' | 'any', number> {
  const random = seededRandom(31);
  const counts = { worse: 0, said: 0, any: 0 };
  for (let run = 0; run < runs; run++) {
    const { overall, metrics } = draw(random, run);
    counts.worse += Number(overall.state === 'worse');
    counts.said += Number(overall.state === 'worse' || overall.state === 'better' || overall.state === 'mixed');
    counts.any += Number(metrics.some(({ difference }) => difference?.beyondNoise === true));
  }
  return { worse: counts.worse / runs, said: counts.said / runs, any: counts.any / runs };
}

/** The table of the handbook, as Markdown. */
export function modelVerdictTable(runs: number): string {
  const rows = modelCases.map((one) => {
    const { worse, said, any } = verdictShares(one, runs);
    return [one.what, one.truth, percent(said), percent(worse), percent(any)];
  });
  return `**The verdict on the model.** Share of reports in which the model is called better, worse or both (said), and worse, beside those in which any one measure is more than noise by itself, ${String(runs)} runs a cell.

${markdownTable(['model', 'in truth', 'said', 'worse', 'any measure'], rows)}`;
}
