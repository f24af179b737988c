import { largest } from '../../facts/extremes.ts';

/** The records of a value, and what was chosen or filled up for them. */
export interface Records {
  records: readonly unknown[];
  /** Names of the lists of records that the value holds, and which of them this is, from 1; where there are several. */
  lists: { names: string[]; table: number } | null;
  /** Names of lists that are shorter than others beside them. */
  short: string[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The records in a single JSON value, in any of the forms that tables are written in: a list of records, columns of
 * lists (`{"a": [1, 2]}`), columns of cells by row (`{"a": {"0": 1, "1": 2}}`), names and rows (`{"columns": …, "data":
 * …}`), an object around a list of records (of several the longest, or the one that is asked for), or else one record.
 * @param value parsed JSON
 * @param table which of several lists, from 1
 */
export function recordsIn(value: unknown, table: number | undefined): Records {
  const lists = listsIn(value);
  if (lists.length > 1) return chosenList(lists, table);
  return { records: singleTable(value), lists: null, short: shortLists(value) };
}

type NamedList = readonly [name: string, list: readonly unknown[]];

const isList = (list: unknown): list is unknown[] => Array.isArray(list) && list.length > 0 && list.every(isObject);

/** Objects inside of objects are gone through so far. */
const DEEPEST = 5;

/** Lists of records that an object holds, or else those that the objects in it do, by their way there. */
function listsIn(value: unknown, depth = 0): NamedList[] {
  if (!isObject(value) || depth > DEEPEST) return [];
  const members = Object.entries(value);
  const lists = members.filter((member): member is [string, unknown[]] => isList(member[1]));
  if (lists.length > 0) return lists;
  return members.flatMap(([name, member]) =>
    listsIn(member, depth + 1).map(([inner, list]): NamedList => [`${name}.${inner}`, list]),
  );
}

function chosenList(lists: readonly NamedList[], table: number | undefined): Records {
  const longest = largest(lists.map(([, list]) => list.length));
  const usual = lists.findIndex(([, list]) => list.length === longest);
  const index = table === undefined || table > lists.length ? usual : table - 1;
  return {
    records: lists[index]?.[1] ?? [],
    lists: { names: lists.map(([name]) => name), table: index + 1 },
    short: [],
  };
}

function singleTable(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [value];
  const { columns, data } = value;
  if (Array.isArray(columns) && Array.isArray(data) && data.every(Array.isArray)) return namedRows(columns, data);
  const [list] = listsIn(value);
  return list === undefined ? columnsIn(value) : list[1];
}

function columnsIn(value: Record<string, unknown>): readonly unknown[] {
  if (areColumns(value)) return fromColumns(value);
  const members = Object.values(value);
  const [inner] = members;
  if (members.length === 1 && isObject(inner) && areColumns(inner)) return fromColumns(inner);
  if (members.length > 0 && members.every(isObject)) return fromCells(value as Record<string, Record<string, unknown>>);
  return [value];
}

const record = (entries: readonly (readonly [string, unknown])[]): object => Object.fromEntries(entries);

const namedRows = (columns: readonly unknown[], rows: readonly unknown[][]): object[] =>
  rows.map((row) => record(columns.map((name, i) => [String(name), row[i] ?? null])));

/** Lists alone, of one length or of single values. */
function areColumns(value: Record<string, unknown>): value is Record<string, unknown[]> {
  const members = Object.values(value);
  if (members.length === 0 || !members.every(Array.isArray)) return false;
  const lists = members as unknown[][];
  return (
    lists.every((list) => list.length === lists[0]?.length) ||
    lists.flat().every((cell) => typeof cell !== 'object' || cell === null)
  );
}

const rowsOf = (columns: Record<string, unknown[]>): number =>
  largest(Object.values(columns).map(({ length }) => length));

const fromColumns = (columns: Record<string, unknown[]>): object[] =>
  Array.from({ length: rowsOf(columns) }, (_, i) =>
    record(Object.entries(columns).map(([name, list]) => [name, list[i] ?? null])),
  );

function shortLists(value: unknown): string[] {
  if (!isObject(value) || !areColumns(value)) return [];
  const rows = rowsOf(value);
  return Object.entries(value).flatMap(([name, { length }]) => (length < rows ? [name] : []));
}

function fromCells(columns: Record<string, Record<string, unknown>>): object[] {
  const cells = Object.entries(columns).map(([name, byRow]) => [name, new Map(Object.entries(byRow))] as const);
  const rows = new Set(cells.flatMap(([, byRow]) => [...byRow.keys()]));
  return [...rows].map((row) => record(cells.map(([name, byRow]) => [name, byRow.get(row) ?? null])));
}
