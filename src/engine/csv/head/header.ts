import { largest, smallest } from '../../../facts/extremes.ts';
import { looksTyped } from './cells.ts';
import { isNumber } from '../numbers/format.ts';
import { timeShape } from '../times/shape.ts';

/** Rows below that a first row is held against. */
const HELD_ROWS = 500;
/** At least this share of a column's cells must be of a kind for the column to be. */
const MOSTLY = 0.95;
const YEARS = [1900, 2100] as const;
const WHOLE = /^[+-]?[0-9]+$/;

/** What stands below a cell of the first row. */
interface Below {
  /** Shares of values, and of numbers and times among them. */
  typed: number;
  numbers: number;
  times: number;
  /** Share of the numbers with a decimal mark. */
  decimals: number;
  low: number;
  high: number;
}

/**
 * Whether the first row holds names: it differs in kind from what stands below it. A text over values is a name; a number over numbers
 * is a value, unless it belongs to a series (years, class numbers) that the numbers below do not go on.
 * @param top the first row
 * @param bodyRows those below
 */
export function isHeader(top: readonly string[], bodyRows: readonly (readonly string[])[]): boolean {
  const rows = bodyRows.slice(0, HELD_ROWS);
  const typed = top.filter(looksTyped).length;
  if (typed > 0 && rows.length === 0) return false;
  const columns = top.map((_, i) => belowOf(rows.map((row) => row[i] ?? '')));
  const series = isSeries(numbersOf(top)) && !goesOn(rows);
  const named = top.some((cell, i) => !looksTyped(cell) && (columns[i]?.typed ?? 0) > 0.5);
  const evidence = top.map((cell, i) => evidenceOf(cell, columns[i] ?? EMPTY, { series, named }));
  const sum = evidence.reduce<number>((total, value) => total + value, 0);
  if (sum !== 0) return sum > 0;
  if (typed > 0 && typed * 2 >= top.length) return false;
  if (
    top.some((cell, i) =>
      isLike(
        cell,
        rows.map((row) => row[i] ?? ''),
      ),
    )
  )
    return false;
  // A head that stands among the rows again repeats as a whole.
  const different = rows.filter((row) => row.some((cell, i) => cell !== top[i]));
  const repeated = (cell: string, i: number): boolean => cell !== '' && different.some((row) => row[i] === cell);
  return new Set(top).size === top.length && !top.some(repeated);
}

/** Fewer parts are names too: `x1` over `n7`. */
const FEWEST_PARTS = 5;

const formOf = (cell: string): string => cell.replace(/\p{L}+/gu, 'a').replace(/[0-9]+/g, '9');

/** Whether a text of several parts is put together as those below it are: a line of a log over others. */
function isLike(cell: string, below: readonly string[]): boolean {
  const form = formOf(cell);
  if (form.length < FEWEST_PARTS || !form.includes('9') || below.length === 0) return false;
  return below.filter((text) => formOf(text) === form).length >= MOSTLY * below.length;
}

const EMPTY: Below = { typed: 0, numbers: 0, times: 0, decimals: 0, low: Infinity, high: -Infinity };

function belowOf(cells: readonly string[]): Below {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const numbers = filled.filter(isNumber);
  const values = numbers.map(Number).filter(Number.isFinite);
  return {
    typed: filled.filter(looksTyped).length / Math.max(1, cells.length),
    numbers: numbers.length / Math.max(1, filled.length),
    times: filled.filter((cell) => timeShape(cell) !== null).length / Math.max(1, filled.length),
    decimals: numbers.filter((cell) => !WHOLE.test(cell)).length / Math.max(1, numbers.length),
    low: smallest(values),
    high: largest(values),
  };
}

/** The numbers of a row, NaN where one is none. */
const numbersOf = (row: readonly string[]): number[] =>
  row
    .map((cell) => cell.trim())
    .filter((cell) => isNumber(cell))
    .map(Number);

const isYear = (value: number): boolean => Number.isInteger(value) && value >= YEARS[0] && value <= YEARS[1];

/** Numbers that go up (or down) in equal steps, or years; of two numbers 0 and 1, 1 and 2, or years that lie close together. */
function isSeries(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, i) => value - (values[i] ?? NaN));
  const [step = 0] = steps;
  if (step === 0 || !steps.every((next) => Math.sign(next) === Math.sign(step))) return false;
  if (values.every(isYear)) return values.length > 2 || Math.abs(step) <= 10;
  if (values.length === 2) return step === 1 && (values[0] === 0 || values[0] === 1);
  return steps.every((next) => Math.abs(next - step) <= 1e-9 * Math.abs(step));
}

/** Whether the rows below are such series themselves, as those of numbers that count. */
const goesOn = (rows: readonly (readonly string[])[]): boolean =>
  rows.filter((row) => row.length > 2 && isSeries(numbersOf(row))).length * 2 > rows.length;

/** 1 for a cell that is a name over what stands below, −1 for one that is a value like those, 0 where neither is said. */
function evidenceOf(cell: string, column: Below, first: { series: boolean; named: boolean }): number {
  const text = cell.trim();
  if (column.typed <= 0.5) return 0;
  if (!looksTyped(text)) return 1;
  if (timeShape(text) !== null) return column.numbers >= MOSTLY && column.times < MOSTLY ? 1 : -1;
  if (column.times >= MOSTLY && column.numbers < MOSTLY) return 1;
  return isNumber(text) ? ofNumber(text, column, first) : -1;
}

function ofNumber(text: string, column: Below, { series, named }: { series: boolean; named: boolean }): number {
  const value = Number(text);
  const differs = value < column.low || value > column.high || (WHOLE.test(text) && column.decimals >= MOSTLY);
  if (series) return differs ? 1 : named ? 0 : -1;
  return differs && isYear(value) ? 0 : -1;
}
