import { expect } from 'vitest';
import type { SummaryFile } from '../../../src/facts/summary-file.ts';
import { byCodePoint } from '../../../src/facts/by-code-point.ts';
import { binOf, dayText, finite, groupsOf, originOf, sum, type CountOptions, type DataRow } from './count-rows.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const isTyped = (value: unknown): value is Float64Array =>
  value instanceof Float64Array || value instanceof Uint32Array;

/** The same with plain lists in place of typed arrays. */
export function untyped(value: unknown): unknown {
  if (isTyped(value)) return [...value];
  if (Array.isArray(value)) return value.map(untyped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, untyped(inner)]));
}

/** Digits behind the point that rounding leaves of a number. */
const digitsOf = (value: number): number => 9 - Math.ceil(Math.log10(Math.max(100, Math.abs(value))));

/** The same, its numbers but for rounding. */
export function near(value: unknown): unknown {
  if (typeof value === 'number' && Number.isFinite(value)) return expect.closeTo(value, digitsOf(value)) as unknown;
  if (isTyped(value)) return [...value].map(near);
  if (Array.isArray(value)) return value.map(near);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, near(inner)]));
}

const ascending = (values: Iterable<number>): number[] => [...new Set(values)].sort((a, b) => a - b);
const squaresOf = (values: readonly number[]): number => {
  const mean = sum(values) / values.length;
  return sum(values.map((value) => (value - mean) ** 2));
};

function bins(values: readonly number[], edges: readonly number[]) {
  const origin = originOf(edges);
  const held = [...edges, Infinity].map((_, bin) => values.filter((value) => binOf(value, edges) === bin));
  const totals = held.map((bin) => sum(bin.map((value) => value - origin)));
  const squares = held.map((bin) => sum(bin.map((value) => (value - origin) ** 2)));
  const extreme = (of: (...bin: number[]) => number): number[] =>
    held.map((bin) => (bin.length === 0 ? NaN : of(...bin) + 0));
  const counts = held.map((bin) => bin.length);
  return { edges, origin, counts, totals, squares, least: extreme(Math.min), greatest: extreme(Math.max) };
}

function periods(rows: readonly DataRow[], column: 'x' | 'y') {
  const held = rows.filter((row) => Number.isFinite(row[column]));
  const days = held.map(({ time = NaN }) => Math.floor(time / DAY));
  if (days.length === 0) return { timeColumn: 'time', unit: 'day', starts: [], counts: [], means: [], squares: [] };
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const listed = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const values = listed.map((day) =>
    finite(
      held.filter((_, i) => days[i] === day),
      column,
    ),
  );
  return {
    ...{ timeColumn: 'time', unit: 'day', starts: [...listed, last + 1].map((day) => day * DAY) },
    counts: values.map(({ length }) => length),
    means: values.map((of) => (of.length === 0 ? NaN : sum(of) / of.length)),
    squares: values.map((of) => (of.length === 0 ? 0 : squaresOf(of))),
  };
}

function stretches<T>(
  rows: readonly DataRow[],
  valueOf: (row: DataRow) => T | null,
  sumsOf: ((value: T) => number) | null,
) {
  const held = rows.flatMap((row) => {
    const value = valueOf(row);
    return value === null ? [] : [{ start: Math.floor((row.time ?? NaN) / HOUR) * HOUR, value }];
  });
  const starts = ascending(held.map(({ start }) => start));
  const values = starts.map((at) => held.filter(({ start }) => start === at).map(({ value }) => value));
  const totals = (of: (value: number) => number): number[] =>
    values.map((list) => (sumsOf === null ? NaN : sum(list.map((value) => of(sumsOf(value))))));
  const sums = {
    starts,
    n: values.map(({ length }) => length),
    total: totals((n) => n),
  };
  return { sums, values };
}

const numberIn =
  (column: 'x' | 'y') =>
  (row: DataRow): number | null =>
    Number.isFinite(row[column]) ? row[column] : null;

function numbers(rows: readonly DataRow[], column: 'x' | 'y', { edges }: CountOptions) {
  const values = finite(rows, column);
  const greatest = Math.max(...values);
  const ends = [
    ...edges[column],
    ...(values.length > 0 && binOf(greatest, edges[column]) === edges[column].length ? [greatest] : []),
  ];
  const steps = ends
    .map((end) => ({ end, upTo: values.filter((value) => value <= end).length }))
    .filter(({ upTo }) => upTo > 0);
  const [n, timed] = [values.length, rows.some(({ time }) => time !== undefined)];
  const count = (test: (value: number | null) => boolean): number => rows.filter((row) => test(row[column])).length;
  return {
    ...{ name: column, type: 'numeric', role: 'feature' },
    counts: {
      ...{ rows: rows.length, missing: count((value) => value === null), nan: count(Number.isNaN), coerced: null },
      positiveInfinity: count((value) => value === Infinity),
      negativeInfinity: count((value) => value === -Infinity),
    },
    values: {
      ...{ kind: 'numbers', as: 'number', values: steps.map(({ end }) => end), upTo: steps.map(({ upTo }) => upTo) },
      moments: {
        mean: n === 0 ? null : sum(values) / n,
        std: n < 2 ? null : Math.sqrt(squaresOf(values) / (n - 1)),
        min: n === 0 ? null : Math.min(...values) + 0,
        max: n === 0 ? null : greatest + 0,
      },
      periods: timed ? periods(rows, column) : null,
      sequence: null,
      bins: bins(values, edges[column]),
    },
    order:
      timed && n > 0
        ? { stretches: stretches(rows, numberIn(column), (value) => binOf(value, edges[column])).sums, levels: [] }
        : null,
  };
}

function categories(parts: readonly (readonly DataRow[])[], { levels, telling = [] }: CountOptions) {
  const rows = parts.flat();
  const held = rows.flatMap(({ level }) => level ?? []);
  const counted = groupsOf(held, (level) => level)
    .map((group) => ({ level: group[0] ?? '', n: group.length }))
    .filter(({ level }) => levels.includes(level))
    .sort((a, b) => b.n - a.n || byCodePoint(a.level, b.level));
  const unlisted = rows.filter(({ level }) => level !== null && !levels.includes(level));
  const days = parts.flatMap((part) => groupsOf(part, (row) => [dayText(row), row.segment]));
  const different = days.map(
    (day) => new Set(day.filter((row) => unlisted.includes(row)).map(({ level }) => level)).size,
  );
  const { sums, values } = stretches(rows, ({ level }) => level, null);
  const noOdd = { nan: 0, positiveInfinity: 0, negativeInfinity: 0, coerced: null };
  return {
    ...{ name: 'level', type: 'categorical', role: 'feature' },
    counts: { rows: rows.length, missing: rows.length - held.length, ...noOdd },
    values: {
      ...{ kind: 'levels', levels: counted.map(({ level }) => level), counts: counted.map(({ n }) => n) },
      ...(unlisted.length > 0 && { rest: { rows: unlisted.length, levels: Math.max(...different) } }),
      sequence: null,
    },
    order:
      held.length > 0 && rows.some(({ time }) => time !== undefined)
        ? {
            stretches: sums,
            levels: telling.map((level) => ({
              level,
              n: values.map((list) => list.filter((held) => held === level).length),
            })),
          }
        : null,
  };
}

/** The facts of a summary file, counted from the rows of its parts without any summary. */
export function plainFacts(parts: readonly (readonly DataRow[])[], options: CountOptions): unknown {
  const rows = parts.flat();
  const both = rows.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const off = (column: 'x' | 'y'): number[] =>
    finite(both, column).map((value) => value - originOf(options.edges[column]));
  const [x, y] = [off('x'), off('y')];
  return {
    ...{ engine: 'test', rows: rows.length },
    columns: [numbers(rows, 'x', options), numbers(rows, 'y', options), categories(parts, options)],
    products: [
      {
        ...{ x: 'x', y: 'y', n: both.length, xy: sum(x.map((value, i) => value * (y[i] ?? NaN))) },
        ...{ sumX: sum(x), squaresX: sum(x.map((value) => value * value)) },
        ...{ sumY: sum(y), squaresY: sum(y.map((value) => value * value)) },
      },
    ],
  };
}

/** What of a summary file's facts `plainFacts` gives. */
export const comparable = ({ engine, rows, columns, products }: SummaryFile): unknown =>
  untyped({
    ...{ engine, rows, products },
    columns: columns
      .filter(({ role }) => role === 'feature')
      .map(({ name, type, role, order, summary: { counts, values } }) => ({ name, type, role, order, counts, values })),
  });
