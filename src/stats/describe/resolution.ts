import { smallest } from '../../facts/extremes.ts';
import { ecdfOfSteps, stepsOf, type Ecdf } from './ecdf.ts';

/** More decimals than these are none that anybody wrote. */
const MOST_DECIMALS = 9;
/** How far off a decimal a double may lie, relative to the number of steps: rounding, and not another number. */
const ROUNDING = 1e-12;
/** Values that lie so near to a coarser step, as a share of it, are those of another number format. */
const HAIR = 1e-4;
/** Of long columns so many values are looked at first. */
const FIRST_LOOK = 500;

/** Decimals from which on a value is a multiple of the step, at least so many; null for none. */
function decimalsFrom(value: number, least: number): number | null {
  for (let decimals = least; decimals <= MOST_DECIMALS; decimals++) {
    const steps = value * 10 ** decimals;
    if (Math.abs(steps - Math.round(steps)) <= ROUNDING * Math.max(1, Math.abs(steps))) return decimals;
  }
  return null;
}

/**
 * The fewest decimals with which all values can be written.
 * @param values any
 * @returns null where nine are not enough; e.g. 1 for (0.1, 2, 7.5)
 */
export function decimalsOf(values: Float64Array): number | null {
  let decimals = 0;
  for (const value of values) {
    const needed = decimalsFrom(value, decimals);
    if (needed === null) return null;
    decimals = needed;
  }
  return decimals;
}

function firstLook(values: Float64Array): Float64Array {
  const step = Math.ceil(values.length / FIRST_LOOK);
  if (step <= 1) return values;
  return Float64Array.from({ length: Math.ceil(values.length / step) }, (_, i) => values[i * step]!);
}

const isSingle = (values: Float64Array): boolean => values.every((value) => Math.fround(value) === value);

type Rounding = (value: number) => number;

const toDecimals =
  (decimals: number): Rounding =>
  (value) =>
    Math.round(value * 10 ** decimals) / 10 ** decimals;

/** How two columns whose values have different digits are put on common ones; null where they have the same, or no rounding is slight enough. */
function commonRounding(a: Ecdf, b: Ecdf, spread: number): Rounding | null {
  if (isSingle(a.values) !== isSingle(b.values) && Math.min(a.values.length, b.values.length) > 1) {
    const [single, other] = isSingle(a.values) ? [a, b] : [b, a];
    if (decimalsOf(single.values) !== decimalsOf(other.values)) return Math.fround;
  }
  const decimals = [decimalsOf(a.values), decimalsOf(b.values)].map((found) => found ?? Infinity);
  const coarser = smallest(decimals);
  if (!Number.isFinite(coarser) || decimals[0] === decimals[1]) return null;
  const step = 10 ** -coarser;
  const finer = decimals[0] === coarser ? b : a;
  const isHair = finer.values.every((value) => Math.abs(value - toDecimals(coarser)(value)) <= HAIR * step);
  return isHair || step <= spread / 2 ? toDecimals(coarser) : null;
}

function rounded(column: Ecdf, round: Rounding): Ecdf {
  const { upTo } = stepsOf(column);
  const values: number[] = [];
  const counts: number[] = [];
  column.values.forEach((value, i) => {
    const rounded = round(value) + 0;
    if (values.at(-1) === rounded) counts[counts.length - 1] = upTo[i]!;
    else {
      values.push(rounded);
      counts.push(upTo[i]!);
    }
  });
  const { missing, nan, positiveInfinity, negativeInfinity } = column;
  const curve = { values: Float64Array.from(values), upTo: Uint32Array.from(counts) };
  return ecdfOfSteps(curve, { missing, nan, positiveInfinity, negativeInfinity });
}

/**
 * Two columns with the digits that both have: one that was written in single precision (0.10000000149) or with fewer decimals than the other holds other numbers though
 * nothing changed, and a test of ties would find them. The finer one is rounded to the decimals of the coarser, or both to single precision, where that moves values by a
 * hair, or by less than a quarter of the spread. O(1) where the first look says that digits are alike.
 *
 * @param reference values of the whole column
 * @param current the same
 * @param spread standard deviation of the reference
 * @returns the columns themselves where their digits are alike
 */
export function onCommonDigits(reference: Ecdf, current: Ecdf, spread: number): { reference: Ecdf; current: Ecdf } {
  const [a, b] = [firstLook(reference.values), firstLook(current.values)];
  if (decimalsOf(a) === decimalsOf(b) && isSingle(a) === isSingle(b)) return { reference, current };
  const round = commonRounding(reference, current, spread);
  return round === null
    ? { reference, current }
    : { reference: rounded(reference, round), current: rounded(current, round) };
}

/** How many decimals the values of two columns have, and how many rows need more than the coarser column has. */
export interface Resolution {
  /** Null for more than nine. */
  reference: number | null;
  current: number | null;
  finerRows: number;
}

/**
 * A difference of decimals between two columns. O(1) where the first look says that there is none.
 * @param reference values of the whole column
 * @param current the same
 * @returns null where both have as many
 */
export function resolutionOf(reference: Ecdf, current: Ecdf): Resolution | null {
  if (decimalsOf(firstLook(reference.values)) === decimalsOf(firstLook(current.values))) return null;
  const decimals = { reference: decimalsOf(reference.values), current: decimalsOf(current.values) };
  const coarser = Math.min(decimals.reference ?? Infinity, decimals.current ?? Infinity);
  if (decimals.reference === decimals.current || !Number.isFinite(coarser)) return null;
  const finer = decimals.reference === coarser ? current : reference;
  const { upTo } = stepsOf(finer);
  let finerRows = 0;
  finer.values.forEach((value, i) => {
    if (decimalsFrom(value, coarser) !== coarser) finerRows += upTo[i]! - (i === 0 ? 0 : upTo[i - 1]!);
  });
  return { ...decimals, finerRows };
}
