import { categoricalResult, numericResult } from '../../src/analysis/run/column-result.ts';
import type { CompareWithin } from '../../src/analysis/within/within.ts';
import { withinLevels } from '../../src/analysis/within/within-levels.ts';
import { withinNumbers } from '../../src/analysis/within/within-numbers.ts';
import { mapSides } from '../../src/facts/document/sides.ts';
import { tableFromCodes } from '../../src/stats/describe/frequency-table.ts';
import type { Random } from '../../src/stats/random.ts';
import { levelSummaries, numberSummaries, orderOf } from '../../test/analysis/summaries.ts';
import { autoregressive, normal } from './draws.ts';
import { DAY, plant, START, WEEK } from './sequences.ts';
import { bound, jobs, shares, type Column } from './simulate.ts';
import { markdownTable, percent } from './tables.ts';

/** Rows of a file with the stratum of each. */
interface Rows {
  strata: Int32Array;
  values: Float64Array;
  times?: Float64Array;
}

type DrawRows = (random: Random) => Rows;

/** A column compared within strata, and the same compared over all rows. */
interface Pair {
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

const numbers = (before: DrawRows, after: DrawRows): Pair => {
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

const levels = (before: DrawRows, after: DrawRows, count: number): Pair => {
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
const mixed =
  (rows: number, mix: readonly number[], valueOf: (random: Random, stratum: number) => number): DrawRows =>
  (random) => {
    const strata = Int32Array.from({ length: rows }, () => pick(random, mix));
    return { strata, values: Float64Array.from(strata, (stratum) => valueOf(random, stratum)) };
  };

const LEVELS = [0, 1, 3];
const level = (random: Random, stratum: number): number => (LEVELS[stratum] ?? 0) + normal(random);
const wider = (random: Random, stratum: number): number => normal(random) * (1 + stratum);
const skewed = (random: Random, stratum: number): number => Math.round(10 * Math.exp(normal(random) / 2 + stratum / 2));
const [MOSTLY_FIRST, EVEN, MOSTLY_LAST] = [
  [0.6, 0.3, 0.1],
  [1 / 3, 1 / 3, 1 / 3],
  [0.1, 0.3, 0.6],
];

/** Machines row by row, each a slow process at a level of its own; the machines of `working` take turns. */
const machines =
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
const shifts =
  (rows: number, memory: number, { order = [0, 1, 2], off = 0 } = {}): DrawRows =>
  (random) => {
    const noise = autoregressive(memory)(random, rows);
    const strata = Int32Array.from({ length: rows }, (_, row) => order[Math.floor(row / 8) % order.length] ?? 0);
    return { strata, values: Float64Array.from(strata, (stratum, row) => (LEVELS[stratum] ?? 0) + off + noise[row]!) };
  };

/** Hourly rows of a plant that makes one of two products each day, at levels 1 σ apart. */
const products =
  (from: number, span: number, { second, off = 0 }: { second: number; off?: number }): DrawRows =>
  (random) => {
    const { values, times = new Float64Array() } = plant(from, span)(random);
    const days = Array.from({ length: Math.ceil(span / DAY) }, () => Number(random() < second));
    const strata = Int32Array.from(values, (_, row) => days[Math.floor(row / 24)] ?? 0);
    return { strata, times, values: values.map((value, row) => value + (strata[row] ?? 0) + off) };
  };

/** The same with the shift of eight hours as the condition. */
const plantShifts =
  (from: number, span: number): DrawRows =>
  (random) => {
    const { values, times = new Float64Array() } = plant(from, span)(random);
    return { strata: Int32Array.from(values, (_, row) => Math.floor((row % 24) / 8)), times, values };
  };

const small = (rows: number): DrawRows =>
  mixed(rows, Array<number>(30).fill(1 / 30), (random, stratum) => stratum / 5 + normal(random));

/** A level whose share depends on the stratum, and others as frequent as each other. */
const share =
  (first: readonly number[], count: number) =>
  (random: Random, stratum: number): number =>
    random() < (first[stratum] ?? 0) ? 0 : 1 + Math.floor((count - 1) * random());
const RATES = [0.1, 0.3, 0.6];

/** A level that stays with a probability, drawn anew by the stratum's share; a stratum lasts eight rows. */
const slow =
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

/** Another mix of strata, or the same, and nothing else. */
export const calmWithin: Record<string, Pair> = {
  'another mix of 3 groups at levels of 0, 1, 3 σ, 1000 rows and 1000': numbers(
    mixed(1000, MOSTLY_FIRST, level),
    mixed(1000, MOSTLY_LAST, level),
  ),
  'the same, 300 rows and 100': numbers(mixed(300, MOSTLY_FIRST, level), mixed(100, MOSTLY_LAST, level)),
  'the same, 5000 rows and 200': numbers(mixed(5000, MOSTLY_FIRST, level), mixed(200, MOSTLY_LAST, level)),
  'another mix of 3 groups of different spread, 1000 rows and 1000': numbers(
    mixed(1000, MOSTLY_FIRST, wider),
    mixed(1000, MOSTLY_LAST, wider),
  ),
  'skewed whole numbers, another mix, 500 rows and 500': numbers(
    mixed(500, MOSTLY_FIRST, skewed),
    mixed(500, MOSTLY_LAST, skewed),
  ),
  'groups that are alike, 500 rows and 500': numbers(mixed(500, EVEN, normal), mixed(500, EVEN, normal)),
  '30 groups, 600 rows and 600': numbers(small(600), small(600)),
  'five machines row by row, AR .9, 5000 rows and 5000': numbers(machines(5000, 0.9), machines(5000, 0.9)),
  'the same, 2000 rows and 500': numbers(machines(2000, 0.9), machines(500, 0.9)),
  'the same, two of them in the current file, 5000 rows and 2000': numbers(
    machines(5000, 0.9),
    machines(2000, 0.9, { working: [3, 4] }),
  ),
  'shifts of eight rows, AR .9, 4000 rows and 4000': numbers(shifts(4000, 0.9), shifts(4000, 0.9)),
  'the same, nights twice as often now': numbers(shifts(4000, 0.9), shifts(4000, 0.9, { order: [0, 2, 1, 2] })),
  'plant, 13 weeks and 13, another mix of two products': numbers(
    products(START, 13 * WEEK, { second: 0.3 }),
    products(START + 13 * WEEK, 13 * WEEK, { second: 0.6 }),
  ),
  'plant, 13 weeks and 4, another mix of two products': numbers(
    products(START, 13 * WEEK, { second: 0.3 }),
    products(START + 13 * WEEK, 4 * WEEK, { second: 0.6 }),
  ),
  'plant, 13 weeks and 9 days, within shifts of eight hours': numbers(
    plantShifts(START, 13 * WEEK),
    plantShifts(START + 13 * WEEK, 9 * DAY),
  ),
  '2 categories, another mix, 1000 rows and 1000': levels(
    mixed(1000, MOSTLY_FIRST, share(RATES, 2)),
    mixed(1000, MOSTLY_LAST, share(RATES, 2)),
    2,
  ),
  '8 categories, another mix, 1000 rows and 1000': levels(
    mixed(1000, MOSTLY_FIRST, share(RATES, 8)),
    mixed(1000, MOSTLY_LAST, share(RATES, 8)),
    8,
  ),
  '60 categories, another mix, 1000 rows and 300': levels(
    mixed(1000, MOSTLY_FIRST, share(RATES, 60)),
    mixed(300, MOSTLY_LAST, share(RATES, 60)),
    60,
  ),
  '2 categories that stay (0.8), nights twice as often now, 4000 rows and 4000': levels(
    slow(4000, [0, 1, 2]),
    slow(4000, [0, 2, 1, 2]),
    2,
  ),
};

const shifted = (random: Random, stratum: number): number => level(random, stratum) + 0.5;

/** Something changed within strata. */
export const changedWithin: Record<string, Pair> = {
  'shift of 0.5 σ, the same mix, 300 rows and 300': numbers(mixed(300, EVEN, level), mixed(300, EVEN, shifted)),
  'shift of 0.5 σ, another mix, 1000 rows and 1000': numbers(
    mixed(1000, MOSTLY_FIRST, level),
    mixed(1000, MOSTLY_LAST, shifted),
  ),
  'shift of −0.5 σ that another mix hides, 1000 rows and 1000': numbers(
    mixed(1000, [0.5, 0.3, 0.2], level),
    mixed(1000, [0.33, 0.305, 0.365], (random, stratum) => level(random, stratum) - 0.5),
  ),
  'spread × 1.5 in each of 3 groups, another mix, 1000 rows and 1000': numbers(
    mixed(1000, MOSTLY_FIRST, wider),
    mixed(1000, MOSTLY_LAST, (random, stratum) => 1.5 * wider(random, stratum)),
  ),
  'five machines row by row, AR .9, 5000 rows and 5000: shift of 0.5 σ': numbers(
    machines(5000, 0.9),
    machines(5000, 0.9, { off: 0.5 }),
  ),
  'shifts of eight rows, AR .9, nights twice as often, 4000 rows and 4000: shift of 0.5 σ': numbers(
    shifts(4000, 0.9),
    shifts(4000, 0.9, { order: [0, 2, 1, 2], off: 0.5 }),
  ),
  'plant, 13 weeks and 13, another mix of two products: shift of 0.3 σ': numbers(
    products(START, 13 * WEEK, { second: 0.3 }),
    products(START + 13 * WEEK, 13 * WEEK, { second: 0.6, off: 0.3 }),
  ),
  '2 categories, another mix, each share + 15 points, 1000 rows and 1000': levels(
    mixed(1000, MOSTLY_FIRST, share(RATES, 2)),
    mixed(
      1000,
      MOSTLY_LAST,
      share(
        RATES.map((rate) => rate + 0.15),
        2,
      ),
    ),
    2,
  ),
  '2 categories that stay (0.8), each share + 15 points, 4000 rows and 4000': levels(
    slow(4000, [0, 1, 2]),
    slow(
      4000,
      [0, 2, 1, 2],
      RATES.map((rate) => rate + 0.15),
    ),
    2,
  ),
};

const SEED = 19;

const tableRows = (cells: Record<string, Pair>, runs: number): string[][] =>
  Object.entries(cells).map(([name, { within, whole }]) => [
    name,
    percent(shares(within, runs, SEED).changed),
    percent(shares(whole, runs, SEED).changed),
  ]);

/** Columns compared within other columns, in which nothing changed beside such in which something did. */
export function withinTables(runs: number): string {
  const head = (name: string): string[] => [name, 'within groups', 'over all rows'];
  return `**Like with like.** Share of columns called \`changed\`, ${String(runs)} seeded runs a cell, compared within groups and over all rows; σ is that within a group.

${markdownTable(head('another mix, or none, and nothing else'), tableRows(calmWithin, runs))}

Up to ${percent(bound(runs))} is within three standard errors of α.

${markdownTable(head('something changed'), tableRows(changedWithin, runs))}`;
}
