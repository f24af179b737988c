import { numericResult, categoricalResult } from '../../src/analysis/run/column-result.ts';
import { tableFromCodes } from '../../src/stats/describe/frequency-table.ts';
import type { Random } from '../../src/stats/random.ts';
import { levelSummaries, numberSummaries } from '../../test/analysis/summaries.ts';
import { autoregressive, fractional } from './draws.ts';
import { jobs, type Column } from './simulate.ts';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** Rows whose order tells something: their values, and what tells the order. */
interface Rows {
  values: Float64Array;
  times?: Float64Array;
  groups?: Int32Array;
}

/** Draws so many rows. */
type DrawRows = (random: Random, rows: number) => Rows;

/** A column of ordered rows; `change` makes the current values from ones like the reference's. */
const ordered =
  (
    reference: (random: Random) => Rows,
    current: (random: Random) => Rows,
    change: (values: Float64Array) => Float64Array = (values) => values,
  ): Column =>
  (random) => {
    const [before, after] = [reference(random), current(random)];
    const both = <K extends 'times' | 'groups'>(key: K) =>
      before[key] === undefined || after[key] === undefined
        ? {}
        : { [key]: { reference: before[key], current: after[key] } };
    return numericResult(
      jobs.numeric,
      numberSummaries(
        { reference: before.values, current: change(after.values) },
        { ...both('times'), ...both('groups') },
      ),
    );
  };

const series =
  (draw: (random: Random, size: number) => Float64Array): DrawRows =>
  (random, rows) => ({ values: draw(random, rows) });

/** Hourly rows of a plant: half of the variance is the day's, a tenth the week's, the rest a memory of a few hours. */
export const plant =
  (from: number, span: number) =>
  (random: Random): Rows => {
    const rows = Math.round(span / HOUR);
    const noise = autoregressive(0.7)(random, rows);
    const times = Float64Array.from({ length: rows }, (_, row) => from + row * HOUR);
    const values = noise.map(
      (value, row) =>
        Math.sin((2 * Math.PI * times[row]!) / DAY) +
        Math.sqrt(0.2) * Math.sin((2 * Math.PI * times[row]!) / WEEK) +
        Math.sqrt(0.4) * value,
    );
    return { values, times };
  };

/** Machines row by row, each a slow process with a level of its own. */
const machines: DrawRows = (random, rows) => {
  const count = 5;
  const each = Array.from({ length: count }, () => autoregressive(0.95)(random, Math.ceil(rows / count)));
  const groups = Int32Array.from({ length: rows }, (_, row) => row % count);
  return {
    groups,
    values: Float64Array.from(groups, (machine, row) => machine + each[machine]![Math.floor(row / count)]!),
  };
};

/** Rows of a slow process in any order, with their times. */
const shuffled: DrawRows = (random, rows) => {
  const values = autoregressive(0.95)(random, rows);
  const order = Array.from({ length: rows }, (_, row) => [random(), row] as const).sort((a, b) => a[0] - b[0]);
  return {
    values: Float64Array.from(order, ([, row]) => values[row]!),
    times: Float64Array.from(order, ([, row]) => row * HOUR),
  };
};

const plain = (draw: DrawRows, n: number, m: number, change?: (values: Float64Array) => Float64Array): Column =>
  ordered(
    (random) => draw(random, n),
    (random) => draw(random, m),
    change,
  );

/** A Monday. */
export const START = Date.UTC(2026, 0, 5);
const inPlant = (span: number, from = 13 * WEEK, change?: (values: Float64Array) => Float64Array): Column =>
  ordered(plant(START, 13 * WEEK), plant(START + from, span), change);

/** A level that stays with a probability, in so many equally frequent levels. */
const slowLevels =
  (levels: number, stay: number, n: number, m: number): Column =>
  (random) => {
    const draw = (rows: number): Int32Array => {
      let last = Math.floor(levels * random());
      return Int32Array.from({ length: rows }, () => (random() < stay ? last : (last = Math.floor(levels * random()))));
    };
    const codes = { reference: draw(n), current: draw(m) };
    const names = Array.from({ length: levels }, (_, i) => `level ${String(i)}`);
    const tables = { reference: tableFromCodes(codes.reference, names), current: tableFromCodes(codes.current, names) };
    return categoricalResult(jobs.categorical, levelSummaries(tables, codes));
  };

const shift =
  (by: number) =>
  (values: Float64Array): Float64Array =>
    values.map((value) => value + by);
const stretch =
  (by: number) =>
  (values: Float64Array): Float64Array =>
    values.map((value) => value * by);
/** The standard deviation of `plant`. */
const SIGMA = Math.sqrt(0.5 + 0.1 + 0.4);

/** Ordered rows in which nothing changed. */
export const calmSequences: Record<string, Column> = {
  'plant, 13 weeks and 13': inPlant(13 * WEEK),
  'plant, 13 weeks and 1': inPlant(WEEK),
  'plant, 13 weeks and 9 days': inPlant(9 * DAY),
  'plant, 13 weeks and a Tuesday': inPlant(DAY, 13 * WEEK + DAY),
  'plant, 13 weeks and 8 hours': inPlant(8 * HOUR, 13 * WEEK + DAY + 6 * HOUR),
  'plant, 13 weeks and 5': inPlant(5 * WEEK),
  'AR(1) φ = 0.9, 5000 rows and 5000': plain(series(autoregressive(0.9)), 5000, 5000),
  'AR(1) φ = 0.9, 5000 rows and 300': plain(series(autoregressive(0.9)), 5000, 300),
  'AR(1) φ = 0.95, 5000 rows and 5000': plain(series(autoregressive(0.95)), 5000, 5000),
  'AR(1) φ = 0.99, 5000 rows and 5000': plain(series(autoregressive(0.99)), 5000, 5000),
  'AR(1) φ = 0.99, 5000 rows and 300': plain(series(autoregressive(0.99)), 5000, 300),
  'AR(1) φ = 0.99, 1000 rows and 1000': plain(series(autoregressive(0.99)), 1000, 1000),
  'long memory d = 0.2, 1000 rows and 1000': plain(series(fractional(0.2)), 1000, 1000),
  'long memory d = 0.2, 1000 rows and 80': plain(series(fractional(0.2)), 1000, 80),
  'long memory d = 0.4, 1000 rows and 1000': plain(series(fractional(0.4)), 1000, 1000),
  'long memory d = 0.4, 1000 rows and 80': plain(series(fractional(0.4)), 1000, 80),
  'five machines row by row, φ = 0.95, 5000 rows and 5000': plain(machines, 5000, 5000),
  'five machines row by row, φ = 0.95, 5000 rows and 400': plain(machines, 5000, 400),
  'rows of a slow process shuffled, with times': plain(shuffled, 3000, 3000),
  '2 levels that stay (0.9), 2000 rows and 2000': slowLevels(2, 0.9, 2000, 2000),
  '5 levels that stay (0.9), 2400 rows and 200': slowLevels(5, 0.9, 2400, 200),
};

/** Ordered rows in which something did. */
export const changedSequences: Record<string, Column> = {
  'plant, 13 weeks and 13: shift of 0.2 σ': inPlant(13 * WEEK, 13 * WEEK, shift(0.2 * SIGMA)),
  'plant, 13 weeks and 1: shift of 0.5 σ': inPlant(WEEK, 13 * WEEK, shift(0.5 * SIGMA)),
  'plant, 13 weeks and 1: spread × 1.5': inPlant(WEEK, 13 * WEEK, stretch(1.5)),
  'plant, 13 weeks and a Tuesday: shift of 1 σ': inPlant(DAY, 13 * WEEK + DAY, shift(SIGMA)),
  'plant, 13 weeks and 8 hours: shift of 1 σ': inPlant(8 * HOUR, 13 * WEEK + DAY + 6 * HOUR, shift(SIGMA)),
  'AR(1) φ = 0.9, 5000 rows and 5000: shift of 0.3 σ': plain(series(autoregressive(0.9)), 5000, 5000, shift(0.3)),
  'AR(1) φ = 0.95, 5000 rows and 5000: shift of 0.3 σ': plain(series(autoregressive(0.95)), 5000, 5000, shift(0.3)),
  'AR(1) φ = 0.95, 5000 rows and 5000: shift of 0.5 σ': plain(series(autoregressive(0.95)), 5000, 5000, shift(0.5)),
  'AR(1) φ = 0.5, 1000 rows and 1000: shift of 0.3 σ': plain(series(autoregressive(0.5)), 1000, 1000, shift(0.3)),
  'five machines row by row, φ = 0.95, 5000 rows and 5000: shift of 1 σ': plain(machines, 5000, 5000, shift(1)),
  'rows of a slow process shuffled, with times: shift of 0.5 σ': plain(shuffled, 3000, 3000, shift(0.5)),
};
