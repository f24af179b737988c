import { categoricalResult, numericResult } from '../../../src/analysis/run/column-result.ts';
import { withinLevels } from '../../../src/analysis/within/within-levels.ts';
import { withinNumbers } from '../../../src/analysis/within/within-numbers.ts';
import type { CompareWithin } from '../../../src/analysis/within/within.ts';
import { mapSides } from '../../../src/facts/document/sides.ts';
import { tableFromCodes } from '../../../src/stats/describe/frequency-table.ts';
import type { Random } from '../../../src/stats/random.ts';
import { levelSummaries, numberSummaries, orderOf } from '../../../test/analysis/summaries.ts';
import { autoregressive, normal } from '../draws.ts';
import { DAY, plant } from '../sequences.ts';
import { jobs, type Column } from '../simulate.ts';

/** Rows of a file with the stratum of each. */
interface Rows {
  strata: Int32Array;
  values: Float64Array;
  times?: Float64Array;
}

type DrawRows = (random: Random) => Rows;

/** A column compared within strata, and the same compared over all rows. */
export interface Pair {
  within: Column;
  whole: Column;
}

const SIDES = ['reference', 'current'] as const;

type Files = Record<'reference' | 'current', Rows>;

const timesOf = ({ reference, current }: Files) =>
  reference.times && current.times ? { times: { reference: reference.times, current: current.times } } : {};

function rowsOf(files: Files) {
  const { sides } = orderOf(
    mapSides(files, ({ strata }) => strata.length),
    timesOf(files),
  );
  if (sides.reference === undefined || sides.current === undefined) throw new Error('two files');
  const order = { reference: sides.reference, current: sides.current };
  const strata = { reference: files.reference.strata, current: files.current.strata };
  const count = Math.max(...SIDES.map((side) => strata[side].reduce((most, code) => Math.max(most, code + 1), 0)));
  return { columns: ['condition'], count, strata, order };
}

export const numbers = (before: DrawRows, after: DrawRows): Pair => {
  const column =
    (isWithin: boolean): Column =>
    (random) => {
      const files = { reference: before(random), current: after(random) };
      const values = mapSides(files, (file) => file.values);
      const columns = { reference: columnOf(files.reference), current: columnOf(files.current) };
      const within: CompareWithin = {
        columns: ['condition'],
        compare: (whole) => withinNumbers(columns, whole, rowsOf(files)),
      };
      return numericResult(jobs.numeric, numberSummaries(values, timesOf(files)), isWithin ? within : null);
    };
  return { within: column(true), whole: column(false) };
};

const columnOf = ({ values }: Rows) => ({ values, missing: null });

export const levels = (before: DrawRows, after: DrawRows, count: number): Pair => {
  const names = Array.from({ length: count }, (_, i) => `level ${String(i)}`);
  const column =
    (isWithin: boolean): Column =>
    (random) => {
      const files = { reference: before(random), current: after(random) };
      const codes = {
        reference: Int32Array.from(files.reference.values),
        current: Int32Array.from(files.current.values),
      };
      const within: CompareWithin = {
        columns: ['condition'],
        compare: (whole) => withinLevels({ codes, levels: names }, whole, rowsOf(files)),
      };
      const tables = mapSides(codes, (some) => tableFromCodes(some, names));
      return categoricalResult(jobs.categorical, levelSummaries(tables, codes), isWithin ? within : null);
    };
  return { within: column(true), whole: column(false) };
};

function pick(random: Random, mix: readonly number[]): number {
  let left = random();
  return Math.max(
    0,
    mix.findIndex((share) => (left -= share) < 0),
  );
}

/** Independent rows of strata in some mix; `valueOf` draws a row of one. */
export const mixed =
  (rows: number, mix: readonly number[], valueOf: (random: Random, stratum: number) => number): DrawRows =>
  (random) => {
    const strata = Int32Array.from({ length: rows }, () => pick(random, mix));
    return { strata, values: Float64Array.from(strata, (stratum) => valueOf(random, stratum)) };
  };

const LEVELS = [0, 1, 3];
export const level = (random: Random, stratum: number): number => (LEVELS[stratum] ?? 0) + normal(random);
export const wider = (random: Random, stratum: number): number => normal(random) * (1 + stratum);
export const skewed = (random: Random, stratum: number): number =>
  Math.round(10 * Math.exp(normal(random) / 2 + stratum / 2));
export const [MOSTLY_FIRST, EVEN, MOSTLY_LAST] = [
  [0.6, 0.3, 0.1],
  [1 / 3, 1 / 3, 1 / 3],
  [0.1, 0.3, 0.6],
];

/** Machines row by row, each a slow process at a level of its own; the machines of `working` take turns. */
export const machines =
  (rows: number, memory: number, { working = [0, 1, 2, 3, 4], off = 0 } = {}): DrawRows =>
  (random) => {
    const each = working.map(() => autoregressive(memory)(random, Math.ceil(rows / working.length)));
    const strata = Int32Array.from({ length: rows }, (_, row) => working[row % working.length] ?? 0);
    return {
      strata,
      values: Float64Array.from(
        strata,
        (machine, row) => machine + off + (each[row % working.length]?.[Math.floor(row / working.length)] ?? 0),
      ),
    };
  };

/** One slow process whose level is set by the shift; a shift lasts eight rows, in rounds of `order`. */
export const shifts =
  (rows: number, memory: number, { order = [0, 1, 2], off = 0 } = {}): DrawRows =>
  (random) => {
    const noise = autoregressive(memory)(random, rows);
    const strata = Int32Array.from({ length: rows }, (_, row) => order[Math.floor(row / 8) % order.length] ?? 0);
    return { strata, values: Float64Array.from(strata, (stratum, row) => (LEVELS[stratum] ?? 0) + off + noise[row]!) };
  };

/** Hourly rows of a plant that makes one of two products each day, at levels 1 σ apart. */
export const products =
  (from: number, span: number, { second, off = 0 }: { second: number; off?: number }): DrawRows =>
  (random) => {
    const { values, times = new Float64Array() } = plant(from, span)(random);
    const days = Array.from({ length: Math.ceil(span / DAY) }, () => Number(random() < second));
    const strata = Int32Array.from(values, (_, row) => days[Math.floor(row / 24)] ?? 0);
    return { strata, times, values: values.map((value, row) => value + (strata[row] ?? 0) + off) };
  };

/** The same with the shift of eight hours as the condition. */
export const plantShifts =
  (from: number, span: number): DrawRows =>
  (random) => {
    const { values, times = new Float64Array() } = plant(from, span)(random);
    return { strata: Int32Array.from(values, (_, row) => Math.floor((row % 24) / 8)), times, values };
  };

export const small = (rows: number): DrawRows =>
  mixed(rows, Array<number>(30).fill(1 / 30), (random, stratum) => stratum / 5 + normal(random));

/** A level whose share depends on the stratum, and others as frequent as each other. */
export const share =
  (first: readonly number[], count: number) =>
  (random: Random, stratum: number): number =>
    random() < (first[stratum] ?? 0) ? 0 : 1 + Math.floor((count - 1) * random());
export const RATES = [0.1, 0.3, 0.6];

/** A level that stays with a probability, drawn anew by the stratum's share; a stratum lasts eight rows. */
export const slow =
  (rows: number, order: readonly number[], rates = RATES): DrawRows =>
  (random) => {
    const strata = Int32Array.from({ length: rows }, (_, row) => order[Math.floor(row / 8) % order.length] ?? 0);
    let chance = random();
    return {
      strata,
      values: Float64Array.from(strata, (stratum) => {
        if (random() >= 0.8) chance = random();
        return Number(chance >= (rates[stratum] ?? 0));
      }),
    };
  };
