import { largest } from '../../facts/extremes.ts';
import { isObject, ownTable, tableOf, type KeyedObjects } from './json-tables.ts';

/** The records of a value, and what was chosen, filled up or left out for them. */
export interface Records {
  records: readonly unknown[];
  /** Names of the lists of records that the value holds, and which of them this is, from 1; where there are several. */
  lists: { names: string[]; table: number } | null;
  /** What objects by key were taken for, where they could be rows or columns. */
  keyed: KeyedObjects | null;
  /** Names of lists that are shorter than leftOut beside them. */
  short: string[];
  /** Of names in a list of their own, those that stand more than once. */
  namesTwice: readonly string[];
  /** Members that are no part of the table, by their way there. */
  leftOut: string[];
}

const NOTHING_ELSE = { lists: null, keyed: null, short: [], namesTwice: [], leftOut: [] } satisfies Partial<Records>;

/**
 * The records in a single JSON value, in any of the forms that tables are written in: a list of records, columns of
 * lists (`{"a": [1, 2]}`), objects by key (`{"a": {"0": 1, "1": 2}}`), names and rows (`{"columns": …, "data": …}`), an object around any of these (of
 * several the longest, or the one that is asked for), or else one record.
 * @param value parsed JSON
 * @param table which of several lists, from 1; of objects by key, 2 turns them
 */
export function recordsIn(value: unknown, table: number | undefined): Records {
  const { lists, leftOut } = listsIn(value);
  if (lists.length === 0) return { ...NOTHING_ELSE, ...tableOf(value, table) };
  const longest = largest(lists.map(({ rows }) => rows.length));
  const usual = lists.findIndex(({ rows }) => rows.length === longest);
  const index = table === undefined || table > lists.length ? usual : table - 1;
  return {
    ...NOTHING_ELSE,
    records: lists[index]?.rows ?? [],
    lists: lists.length > 1 ? { names: lists.map(({ name }) => name), table: index + 1 } : null,
    namesTwice: lists[index]?.namesTwice ?? [],
    leftOut,
  };
}

interface Found {
  lists: { name: string; rows: readonly unknown[]; namesTwice?: readonly string[] }[];
  /** Names of all else. */
  leftOut: string[];
}

const NONE: Found = { lists: [], leftOut: [] };

const isList = (list: unknown): list is unknown[] => Array.isArray(list) && list.length > 0 && list.every(isObject);

/** Objects inside of objects are gone through so far. */
const DEEPEST = 5;

/** Lists of records that an object holds, or else the table that it is, or else those that the objects in it hold, by their way there. */
function listsIn(value: unknown, depth = 0): Found {
  if (!isObject(value) || depth > DEEPEST) return NONE;
  const members = Object.entries(value);
  const lists = members.flatMap(([name, member]) => (isList(member) ? [{ name, rows: member }] : []));
  if (lists.length > 0) return { lists, leftOut: members.flatMap(([name, list]) => (isList(list) ? [] : [name])) };
  const direct = ownTable(value);
  if (direct !== null) return { lists: [{ name: '', ...direct }], leftOut: direct.leftOut };
  const inner = members.map(([name, member]) => ({ name, found: listsIn(member, depth + 1) }));
  if (inner.every(({ found }) => found.lists.length === 0)) return NONE;
  return {
    lists: inner.flatMap(({ name, found }) =>
      found.lists.map((list) => ({ ...list, name: list.name === '' ? name : `${name}.${list.name}` })),
    ),
    leftOut: inner.flatMap(({ name, found }) =>
      found.lists.length === 0 ? [name] : found.leftOut.map((member) => `${name}.${member}`),
    ),
  };
}
