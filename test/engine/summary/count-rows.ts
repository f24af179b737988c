import { SUMMARY_FILE_VERSION } from '../../../src/facts/summary-file.ts';
import type { SummaryRow } from './summary-rows.ts';

/** A row of data: two numbers and a category. */
export interface DataRow {
  /** Milliseconds since 1970, UTC; left out where there is none. */
  time?: number;
  segment?: string;
  x: number | null;
  y: number | null;
  level: string | null;
}

export interface CountOptions {
  edges: { x: number[]; y: number[] };
  /** Names of the columns. */
  names?: { x: string; y: string; level: string };
  engine?: string;
  /** Categories that are listed; others are the rest. */
  levels: string[];
  telling?: string[];
}

type Place = Pick<SummaryRow, 'period' | 'segment'>;

const NAMES = { x: 'x', y: 'y', level: 'level' };
const NUMBERS = ['x', 'y'] as const;
const HOUR = 3_600_000;

export const dayText = ({ time }: DataRow): string | null =>
  time === undefined ? null : new Date(time).toISOString().slice(0, 10);
const hourText = ({ time }: DataRow): string | null =>
  time === undefined ? null : new Date(Math.floor(time / HOUR) * HOUR).toISOString().slice(0, 19).replace('T', ' ');

export const binOf = (value: number, edges: readonly number[]): number => edges.filter((edge) => edge < value).length;
export const originOf = (edges: readonly number[]): number => edges[edges.length >> 1] ?? 0;
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export function groupsOf<T>(rows: readonly T[], keyOf: (row: T) => unknown): T[][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** Counts a small table row by row, as the contract says: what an engine far away makes with SQL. */
export function countRows(data: readonly DataRow[], options: CountOptions): SummaryRow[] {
  const at = (rows: readonly DataRow[], periodOf: (row: DataRow) => string | null): Place => ({
    period: rows[0] ? periodOf(rows[0]) : null,
    segment: rows[0]?.segment ?? null,
  });
  const days = groupsOf(data, (row) => [dayText(row), row.segment]);
  const hours = groupsOf(data, (row) => [hourText(row), row.segment]);
  const isTimed = data.some(({ time }) => time !== undefined);
  return [
    ...introduction(data.length, options),
    ...days.flatMap((rows) => dayRows(rows, at(rows, dayText), options)),
    ...(isTimed ? hours.flatMap((rows) => stretchRows(rows, at(rows, hourText), options)) : []),
    ...NUMBERS.flatMap((column) =>
      binRows(finite(data, column), options.edges[column]).map((row) => ({
        ...row,
        name: (options.names ?? NAMES)[column],
      })),
    ),
    ...pairRows(data, options),
  ];
}

function introduction(n: number, { edges, names = NAMES, engine = 'test', telling = [] }: CountOptions): SummaryRow[] {
  return [
    { kind: 'summary', name: SUMMARY_FILE_VERSION, other: engine, n, bin: 10 },
    ...NUMBERS.map((column, bin) => ({
      ...{ kind: 'column', name: names[column], label: 'number', other: 'feature', bin },
      total: originOf(edges[column]),
    })),
    { kind: 'column', name: names.level, label: 'category', other: 'feature', bin: 2 },
    { kind: 'column', name: 'time', label: 'text', other: 'time', bin: 3 },
    ...NUMBERS.flatMap((column) =>
      edges[column].map((edge, bin) => ({ kind: 'edge', name: names[column], bin, least: edge, greatest: edge })),
    ),
    ...telling.map((label, bin) => ({ kind: 'telling', name: names.level, label, bin })),
  ];
}

const ODD: [string, (value: number | null) => boolean][] = [
  ['missing', (value) => value === null],
  ['nan', (value) => Number.isNaN(value)],
  ['positive-infinity', (value) => value === Infinity],
  ['negative-infinity', (value) => value === -Infinity],
];

const counted = (row: SummaryRow, n: number): SummaryRow[] => (n === 0 ? [] : [{ ...row, n }]);

export const finite = (rows: readonly DataRow[], column: 'x' | 'y'): number[] =>
  rows.flatMap((row) => (Number.isFinite(row[column]) ? [row[column] ?? NaN] : []));

function dayRows(rows: readonly DataRow[], place: Place, options: CountOptions): SummaryRow[] {
  const { names = NAMES, levels } = options;
  const held = rows.flatMap(({ level }) => level ?? []);
  const rest = held.filter((level) => !levels.includes(level));
  const ofLevels = { ...place, name: names.level };
  return [
    { kind: 'rows', ...place, n: rows.length },
    ...NUMBERS.flatMap((column) => [
      ...ODD.flatMap(([kind, test]) =>
        counted({ kind, ...place, name: names[column] }, rows.filter((row) => test(row[column])).length),
      ),
      ...binRows(finite(rows, column), options.edges[column]).map(({ bin = null, n = null }): SummaryRow => ({
        kind: 'day-bin',
        ...place,
        name: names[column],
        bin,
        n,
      })),
      ...allOf(finite(rows, column), options.edges[column]).map((row) => ({ ...row, ...place, name: names[column] })),
    ]),
    ...counted({ kind: 'missing', ...ofLevels }, rows.length - held.length),
    ...levels.flatMap((label) =>
      counted({ kind: 'level', ...ofLevels, label }, held.filter((level) => level === label).length),
    ),
    ...counted({ kind: 'rest', ...ofLevels, bin: new Set(rest).size }, rest.length),
  ];
}

/** Sums of all values; nothing of none. */
const allOf = (values: readonly number[], edges: readonly number[]): SummaryRow[] =>
  values.length === 0
    ? []
    : [
        {
          ...{ kind: 'day', ...sumsOf(values.map((value) => value - originOf(edges))) },
          ...{ least: Math.min(...values), greatest: Math.max(...values) },
        },
      ];

const binRows = (values: readonly number[], edges: readonly number[]): SummaryRow[] =>
  groupsOf(values, (value) => binOf(value, edges)).map((bin) => ({
    ...{ kind: 'bin', bin: binOf(bin[0] ?? NaN, edges), ...sumsOf(bin.map((value) => value - originOf(edges))) },
    ...{ least: Math.min(...bin), greatest: Math.max(...bin) },
  }));

const sumsOf = (values: readonly number[]): Pick<SummaryRow, 'n' | 'total' | 'squares'> => ({
  n: values.length,
  total: sum(values),
  squares: sum(values.map((value) => value * value)),
});

function stretchRows(rows: readonly DataRow[], place: Place, options: CountOptions): SummaryRow[] {
  const { names = NAMES, edges, telling = [] } = options;
  const held = rows.flatMap(({ level }) => level ?? []);
  return [
    ...NUMBERS.flatMap((column) => {
      const { n, total = null } = sumsOf(finite(rows, column).map((value) => binOf(value, edges[column])));
      return counted({ kind: 'stretch', ...place, name: names[column], total }, Number(n));
    }),
    ...counted({ kind: 'stretch', ...place, name: names.level }, held.length),
    ...telling.flatMap((label) =>
      counted(
        { kind: 'level-stretch', ...place, name: names.level, label },
        held.filter((level) => level === label).length,
      ),
    ),
  ];
}

function pairRows(data: readonly DataRow[], { names = NAMES, edges }: CountOptions): SummaryRow[] {
  const both = data.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const off = (column: 'x' | 'y'): number[] => finite(both, column).map((value) => value - originOf(edges[column]));
  const [x, y] = [off('x'), off('y')];
  const total = sum(x.map((value, i) => value * (y[i] ?? NaN)));
  return [
    { kind: 'product', name: names.x, other: names.y, n: both.length, total },
    { kind: 'paired', name: names.x, other: names.y, ...sumsOf(x) },
    { kind: 'paired', name: names.y, other: names.x, ...sumsOf(y) },
  ];
}
