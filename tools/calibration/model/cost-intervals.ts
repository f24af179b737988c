import { costOf, type CostedRows } from '../../../src/analysis/cost/cost.ts';
import type { Costs } from '../../../src/facts/document/cost.ts';
import type { CostConfig } from '../../../src/facts/settings/cost.ts';
import { normalCdf } from '../../../src/stats/distributions/normal.ts';
import { seededRandom, type Random } from '../../../src/stats/random.ts';
import { predictedRows } from './class-intervals.ts';
import { markdownTable, percent } from '../tables.ts';
import { holds, normal } from './coverage.ts';
import { classInBadTimes, inFileOrder, machineErrors } from './dependent-rows.ts';

/** Costs of both files, of which what a row costs is known. */
export interface CostCase {
  what: string;
  draw: (random: Random) => CostedRows;
  costs: CostConfig;
  ordered?: boolean;
  paired?: boolean;
  truth: { reference: number; current: number };
}

const UNITS = { over: 2, under: 0.5, free: 0.5 };
/** What a row costs whose error is normal: (over + under) · E max(0, scale · z − free). */
const costOfNormal = (scale: number): number => {
  const zone = UNITS.free / scale;
  const density = Math.exp((-zone * zone) / 2) / Math.sqrt(2 * Math.PI);
  return (UNITS.over + UNITS.under) * scale * (density - zone * (1 - normalCdf(zone)));
};

/** Rows of both files with normal errors, those of the current file so many times as large. */
const numbers =
  (rows: number, { rho = 0, times = 1 }: { rho?: number; times?: number } = {}) =>
  (random: Random): CostedRows => {
    const side = (scale: number) => {
      let rest = normal(random);
      const target = Float64Array.from({ length: rows }, () => 10 + 3 * normal(random));
      const prediction = target.map((value) => {
        rest = rho * rest + Math.sqrt(1 - rho * rho) * normal(random);
        return value + scale * rest;
      });
      return { target, prediction, places: null };
    };
    return { kind: 'regression', rows: { reference: side(1), current: side(times) } };
  };

/** Two models whose errors on the same rows have a correlation of 0.9. */
const pairs = (random: Random): CostedRows => {
  const target = Float64Array.from({ length: 400 }, () => 10 + 3 * normal(random));
  const errors = target.map(() => normal(random));
  const beside = errors.map((error) => 0.9 * error + Math.sqrt(0.19) * normal(random));
  const places = Int32Array.from(target, (_, row) => row);
  const side = (own: Float64Array) => ({ target, prediction: target.map((value, row) => value + own[row]!), places });
  return { kind: 'regression', rows: { reference: side(errors), current: side(beside) } };
};

const CELLS = [
  { actual: '0', predicted: '1', cost: 5 },
  { actual: '1', predicted: '0', cost: 100 },
];
interface Rates {
  share: number;
  recall: number;
  falseAlarms: number;
}

const TASK: (CostedRows & { kind: 'classification' })['task'] = {
  ...{ kind: 'classification', classes: ['0', '1'], positive: 1, threshold: null, hasPrediction: true, scale: 1 },
  ...{ targetClasses: [], predictionClasses: [] },
};

const classes =
  (rows: number, reference: Rates, current = reference) =>
  (random: Random): CostedRows => ({
    kind: 'classification',
    rows: { reference: predictedRows(rows, reference)(random), current: predictedRows(rows, current)(random) },
    task: TASK,
  });
const costOfRates = ({ share, recall, falseAlarms }: Rates): number =>
  100 * share * (1 - recall) + 5 * (1 - share) * falseAlarms;

/** Rows whose order tells something. */
const errorsInOrder =
  (drawErrors: typeof machineErrors, rows: number, times = 1) =>
  (random: Random): CostedRows => ({
    kind: 'regression',
    rows: inFileOrder(drawErrors, rows, times)(random).sides,
  });

const inBadTimes =
  (rows: number) =>
  (random: Random): CostedRows => ({
    kind: 'classification',
    task: TASK,
    rows: { reference: classInBadTimes(rows)(random), current: classInBadTimes(rows)(random) },
  });

const usual = { share: 0.1, recall: 0.8, falseAlarms: 0.05 };
const worse = { ...usual, recall: 0.5 };
const rare = { share: 0.01, recall: 0.7, falseAlarms: 0.004 };
/** A quarter of the rows are of bad times. */
const IN_BAD_TIMES =
  0.25 * costOfRates({ share: 0.15, recall: 0.1, falseAlarms: 0.004 }) +
  0.75 * costOfRates({ share: 0.02, recall: 0.6, falseAlarms: 0.004 });
const same = (value: number) => ({ reference: value, current: value });

export const costCases: readonly CostCase[] = [
  { what: '400 independent rows', draw: numbers(400), costs: UNITS, truth: same(costOfNormal(1)) },
  {
    ...{ what: '2000 rows, autocorrelation 0.8', ordered: true },
    ...{ draw: numbers(2000, { rho: 0.8 }), costs: UNITS, truth: same(costOfNormal(1)) },
  },
  {
    ...{ what: '5000 rows, five machines row by row, autocorrelation 0.95', ordered: true },
    ...{ draw: errorsInOrder(machineErrors, 5000), costs: UNITS, truth: same(costOfNormal(1)) },
  },
  {
    ...{ what: '6000 rows, a class that is frequent and missed in bad times of about 100 rows', ordered: true },
    ...{ draw: inBadTimes(6000), costs: { cells: CELLS }, truth: same(IN_BAD_TIMES) },
  },
  {
    ...{ what: '5000 rows, five machines row by row, current errors 1.5 times as large', ordered: true },
    ...{ draw: errorsInOrder(machineErrors, 5000, 1.5), costs: UNITS },
    truth: { reference: costOfNormal(1), current: costOfNormal(1.5) },
  },
  {
    what: '400 rows, current errors 1.5 times as large',
    ...{ draw: numbers(400, { times: 1.5 }), costs: UNITS },
    truth: { reference: costOfNormal(1), current: costOfNormal(1.5) },
  },
  {
    what: 'two models on the same 400 rows',
    ...{ draw: pairs, costs: UNITS, paired: true, truth: same(costOfNormal(1)) },
  },
  {
    what: '2000 rows, 10 % of the class',
    ...{ draw: classes(2000, usual), costs: { cells: CELLS }, truth: same(costOfRates(usual)) },
  },
  {
    what: '2000 rows, 10 % of the class, of which fewer are found',
    ...{ draw: classes(2000, usual, worse), costs: { cells: CELLS } },
    truth: { reference: costOfRates(usual), current: costOfRates(worse) },
  },
  {
    what: '2000 rows, 1 % of the class: few errors',
    ...{ draw: classes(2000, rare), costs: { cells: CELLS }, truth: same(costOfRates(rare)) },
  },
  {
    what: '8000 rows, 1 % of the class',
    ...{ draw: classes(8000, rare), costs: { cells: CELLS }, truth: same(costOfRates(rare)) },
  },
];

/** The model's costs in one run. */
export function costRun(
  { draw, costs, ordered = false, paired = false }: CostCase,
  random: Random,
  seed: number,
): Costs {
  const settings = { orders: ordered ? {} : null, paired, twoModels: paired, seed, axis: null };
  const { cost } = costOf(draw(random), costs, settings);
  const model = cost.state === 'measured' ? cost.costs[0] : undefined;
  if (model === undefined) throw new Error('no costs');
  return model;
}

/** How often intervals hold what is true, and how often a difference is told. */
export interface CostShares {
  /** Of the runs whose limits are known. */
  value: number;
  difference: number;
  told: number;
  /** The share of runs in which the limits of the difference are known. */
  known: number;
}

/** Runs of a case. */
export function costShares(one: CostCase, runs: number): CostShares {
  const random = seededRandom(25);
  const counts = { value: 0, values: 0, difference: 0, known: 0, told: 0 };
  for (let run = 0; run < runs; run++) {
    const { perRow, difference } = costRun(one, random, run);
    counts.value += holds(perRow.current, one.truth.current);
    counts.values += Number(typeof perRow.current?.low === 'number');
    counts.difference += holds(difference, one.truth.current - one.truth.reference);
    counts.known += Number(typeof difference?.low === 'number');
    counts.told += Number(difference?.beyondNoise ?? false);
  }
  const { value, values, difference, known, told } = counts;
  return { value: value / values, difference: difference / known, told: told / runs, known: known / runs };
}

/** Where limits are known this rarely, it is for runs that had unusually many errors. */
const FEW = 0.1;
const NONE = '–';
const HEAD = ['rows', 'holds the cost of a row', 'holds the difference', 'difference told', 'limits known'];

/**
 * How often intervals of costs hold what is true, as a table of the handbook.
 * @param runs of each case
 */
export const costTable = (runs: number): string =>
  [
    `**Intervals of costs.** How often a 95 % interval holds what is true, where its limits are known, and how often the files are said to differ; ${String(runs)} runs each.`,
    '',
    markdownTable(
      HEAD,
      costCases.map((one) => {
        const { value, difference, told, known } = costShares(one, runs);
        const held = known < FEW ? [NONE, NONE] : [value, difference].map(percent);
        return [one.what, ...held, percent(told), percent(known)];
      }),
    ),
  ].join('\n');
