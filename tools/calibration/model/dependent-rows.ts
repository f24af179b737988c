import { mapSides } from '../../../src/facts/document/sides.ts';
import type { PerSide } from '../../../src/facts/document/side.ts';
import type { RegressionRows } from '../../../src/analysis/model/measured-rows.ts';
import type { RowOrders } from '../../../src/analysis/model/drawn/row-memory.ts';
import { shareOrder } from '../../../src/analysis/sequence/row-order.ts';
import type { Random } from '../../../src/stats/random.ts';
import { autoregressive } from '../draws.ts';
import type { Draw } from './class-intervals.ts';
import { normal } from './coverage.ts';

/** How many rows a usual time and a bad one last, on average. */
interface Times {
  usual: number;
  bad: number;
}

/** Fifteen bad times in 6000 rows. */
const SHORT: Times = { usual: 300, bad: 100 };
/** Two or three in 3000. */
export const LONG: Times = { usual: 900, bad: 300 };

/** 1 where rows are of a bad time; times last as long as chance has it. */
function badTimes(rows: number, { usual, bad }: Times, random: Random): Int8Array {
  let isBad = random() < bad / (usual + bad);
  return Int8Array.from({ length: rows }, () => {
    if (random() < 1 / (isBad ? bad : usual)) isBad = !isBad;
    return Number(isBad);
  });
}

/** A class that is frequent in bad times, and found less often then. */
export const classInBadTimes =
  (rows: number, { times = SHORT, found = 0.6 }: { times?: Times; found?: number } = {}): Draw =>
  (random) => {
    const isBad = badTimes(rows, times, random);
    const target = Int32Array.from(isBad, (bad) => Number(random() < (bad === 1 ? 0.15 : 0.02)));
    const prediction = target.map((truth, row) =>
      Number(random() < (truth === 0 ? 0.004 : isBad[row] === 1 ? 0.1 : found)),
    );
    return { target, prediction, scores: [], places: null };
  };

/** Draws the errors of so many rows. */
type DrawErrors = (random: Random, rows: number) => Float64Array;

const MACHINES = 5;

/** Errors of machines that take turns, each with a memory of its own. */
export const machineErrors: DrawErrors = (random, rows) => {
  const each = Array.from({ length: MACHINES }, () => autoregressive(0.95)(random, Math.ceil(rows / MACHINES)));
  return Float64Array.from({ length: rows }, (_, row) => each[row % MACHINES]![Math.floor(row / MACHINES)]!);
};

/** Independent errors that are twice as large in bad times. */
export const errorsInBadTimes: DrawErrors = (random, rows) =>
  Float64Array.from(badTimes(rows, SHORT, random), (bad) => (bad === 1 ? 2 : 1) * normal(random));

const withErrors = (errors: Float64Array, random: Random): RegressionRows => {
  const target = errors.map(() => 10 + 3 * normal(random));
  return { target, prediction: target.map((value, row) => value + errors[row]!), places: null };
};

/** Rows of both files, and their order. */
interface Drawn {
  sides: PerSide<RegressionRows>;
  orders: RowOrders;
}

/** Rows in the order of their file; errors of the current one are so many times as large. */
export const inFileOrder =
  (draw: DrawErrors, rows: number, times = 1) =>
  (random: Random): Drawn => ({
    orders: {},
    sides: mapSides({ reference: 1, current: times }, (scale) =>
      withErrors(
        draw(random, rows).map((error) => scale * error),
        random,
      ),
    ),
  });

/** Rows of errors with an autocorrelation of .95 in any order, with their times. */
export const shuffledInTime =
  (rows: number, times = 1) =>
  (random: Random): Drawn => {
    const drawn = mapSides({ reference: 1, current: times }, (scale) => {
      const errors = autoregressive(0.95)(random, rows);
      const order = Array.from({ length: rows }, (_, row) => [random(), row] as const).sort((a, b) => a[0] - b[0]);
      return {
        times: Float64Array.from(order, ([, row]) => 60_000 * row),
        rows: withErrors(
          Float64Array.from(order, ([, row]) => scale * errors[row]!),
          random,
        ),
      };
    });
    const columns = mapSides(drawn, ({ times: own }) => ({ rows, times: own, groups: null }));
    return { sides: mapSides(drawn, ({ rows: own }) => own), orders: shareOrder(columns).sides };
  };
