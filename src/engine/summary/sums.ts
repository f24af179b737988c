import type { Table } from '@uwdata/flechette';
import { decodeTable } from '../database/database.ts';
import { literal } from '../database/sql.ts';
import type { SummaryKind } from '../../facts/summary-file.ts';
import { innerMap } from './grouped.ts';
import type { SummaryTable } from './summary-table.ts';

/** Sums over rows of one kind and name; one place a group in every array. */
export interface Sums {
  /** What tells the groups apart; empty where it was not asked for. */
  partners: readonly string[];
  labels: readonly string[];
  segments: readonly string[];
  /** NaN where there is none. */
  bins: Float64Array;
  /** Milliseconds since 1970, UTC; NaN without a time, Infinity for a text that is none. */
  starts: Float64Array;
  n: Float64Array;
  /** NaN where the kind has none. */
  total: Float64Array;
  squares: Float64Array;
  min: Float64Array;
  max: Float64Array;
}

/** By kind, then by name. */
export type SumsByKind = ReadonlyMap<SummaryKind, ReadonlyMap<string, Sums>>;

type Key = 'other' | 'label' | 'segment' | 'bin' | 'period';

const COUNT = ['n', 'sum(n)'] as const;
const SUMS = [
  ['total', 'fsum(total)'],
  ['squares', 'fsum(squares)'],
] as const;
const EXTREMES = [
  ['least', 'min(least)'],
  ['greatest', 'max(greatest)'],
] as const;

interface SumsAsked {
  kinds: readonly SummaryKind[];
  keys: readonly Key[];
  ungrouped?: boolean;
  counts?: boolean;
}

/**
 * Adds up what was counted, over everything that is not asked for.
 * @param table the summary file
 * @param asked rows of which kinds, and what tells their groups apart besides kind and name; `ungrouped`: rows come as they are, for kinds of which hardly any two would be added up; `counts`: nothing but `n`, of kinds that have no more
 * @param signal stops the query
 * @returns groups in any order; those of periods may be there twice, written as no text and as an empty one, and so may all that come apart
 */
export async function fetchSums(
  table: SummaryTable,
  { kinds, keys, ungrouped = false, counts = false }: SumsAsked,
  signal: AbortSignal | undefined,
): Promise<SumsByKind> {
  // Of one kind alone it is no part of what tells groups apart: a text less to go by, in millions of rows.
  const [only] = kinds.length === 1 ? kinds : [];
  const told = [...(only === undefined ? (['kind'] as const) : []), 'name' as const, ...keys];
  const stored = told.map((key) => ({ raw: table.raw(key), alias: `k_${key}` }));
  const kind = only === undefined ? table.text('kind', 'k_kind') : literal(only);
  const cells = counts ? [COUNT] : keys.includes('bin') ? [COUNT, ...SUMS, ...EXTREMES] : [COUNT, ...SUMS];
  const sums = cells.map(([cell, sum]) => `${sum} AS ${cell}`).join(', ');
  const raw = `SELECT ${stored.map(({ raw: column, alias }) => `${column} AS ${alias}`).join(', ')},
      ${cells.map(([cell]) => `${table.number(cell)} AS ${cell}`).join(', ')}
    FROM ${table.set.source} WHERE ${table.isOf(kinds)}`;
  const groups = ungrouped
    ? raw
    : `SELECT ${stored.map(({ alias }) => alias).join(', ')}, ${sums} FROM (${raw}) GROUP BY ALL`;
  const inForm = `SELECT ${kind} AS kind, ${table.text('name', 'k_name')} AS name,
      ${keys.map((key) => `${formOf(table, key)} AS ${key}`).join(', ')}`;
  const isLong = keys.includes('period');
  const formed = isLong
    ? `${inForm}, ${cells.map(([cell]) => cell).join(', ')} FROM (${groups})`
    : `${inForm}, ${sums} FROM (${groups}) GROUP BY kind, name, ${keys.join(', ')}`;
  // Lists without gaps come out as they are stored.
  const lists = [
    ...keys.map((key) => `list(${key}) AS ${key}_list`),
    ...cells.map(([cell]) => `list(coalesce(${cell}, ${NAN})) AS ${cell}_list`),
  ];
  const answer = await table.set.database.query(
    `SELECT kind, name, ${lists.join(', ')} FROM (${formed}) GROUP BY kind, name`,
    signal,
  );
  return decodeSums(decodeTable(answer), keys);
}

const NAN = `'nan'::DOUBLE`;

/** How groups are told apart, in SQL. */
function formOf(table: SummaryTable, key: Key): string {
  const stored = `k_${key}`;
  if (key === 'bin') return `coalesce(TRY_CAST(${stored} AS DOUBLE), ${NAN})`;
  const text = table.text(key, stored);
  if (key !== 'period') return text;
  const time = `epoch_us(TRY_CAST(${text} AS TIMESTAMP))::DOUBLE / 1000`;
  return `CASE WHEN ${text} = '' THEN ${NAN} ELSE coalesce(${time}, 'inf'::DOUBLE) END`;
}

function decodeSums(answer: Table, keys: readonly Key[]): SumsByKind {
  const kinds = new Map<SummaryKind, Map<string, Sums>>();
  for (let row = 0; row < answer.numRows; row++) {
    const list = (cell: string): ArrayLike<unknown> =>
      answer.names.includes(`${cell}_list`) ? (answer.getChild(`${cell}_list`).at(row) as ArrayLike<unknown>) : [];
    const rows = list('n').length;
    const texts = (key: Key): readonly string[] => (keys.includes(key) ? Array.from(list(key), String) : []);
    const numbers = (cell: string): Float64Array => {
      const values = list(cell) as ArrayLike<number>;
      return values instanceof Float64Array ? values : Float64Array.from(values);
    };
    const sums = (cell: string): Float64Array =>
      answer.names.includes(`${cell}_list`) ? numbers(cell) : new Float64Array(rows).fill(NaN);
    const kind = answer.getChild('kind').at(row) as SummaryKind;
    innerMap(kinds, kind).set(String(answer.getChild('name').at(row)), {
      ...{ partners: texts('other'), labels: texts('label'), segments: texts('segment') },
      ...{ bins: numbers('bin'), starts: numbers('period') },
      ...{ n: numbers('n'), total: sums('total'), squares: sums('squares') },
      ...{ min: numbers('least'), max: numbers('greatest') },
    });
  }
  return kinds;
}
