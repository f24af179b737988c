import { largest } from '../../facts/extremes.ts';
import { freeName } from '../../facts/free-name.ts';

/** What the objects in an object are: each a row, or each a column of cells by row. */
export type KeyedObjects = 'rows' | 'columns';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (cell: unknown): boolean => typeof cell !== 'object' || cell === null;

const record = (entries: readonly (readonly [string, unknown])[]): object => Object.fromEntries(entries);

/** What rows are called that have a name beside their cells. */
const INDEX = 'index';

/** Names of rows as a column of its own, unless they only count from 0. */
function withLabels(rows: readonly object[], labels: readonly unknown[]): object[] {
  if (labels.every((label, i) => String(label) === String(i))) return [...rows];
  const name = freeName(INDEX, new Set(rows.flatMap((row) => Object.keys(row))));
  return rows.map((row, i) => record([[name, labels[i] ?? null], ...Object.entries(row)]));
}

interface OwnTable {
  rows: readonly unknown[];
  /** Names that stand more than once. */
  namesTwice: readonly string[];
  leftOut: string[];
}

/**
 * The table that an object is beside other members: names and rows as pandas splits them, or at least two lists of one length.
 * @param value an object
 * @returns null where it is none
 */
export function ownTable(value: Record<string, unknown>): OwnTable | null {
  const { columns, data, index } = value;
  const namesBut = (names: readonly string[]): string[] => Object.keys(value).filter((name) => !names.includes(name));
  if (Array.isArray(columns) && Array.isArray(data) && data.every(Array.isArray)) {
    const { rows, namesTwice } = namedRows(columns, data);
    const isNamed = Array.isArray(index) && index.length === rows.length;
    return {
      rows: isNamed ? withLabels(rows, index) : rows,
      namesTwice,
      leftOut: namesBut(['columns', 'data', ...(isNamed ? [INDEX] : [])]),
    };
  }
  const lists = Object.entries(value).filter(
    (member): member is [string, unknown[]] =>
      Array.isArray(member[1]) && member[1].length > 1 && member[1].every(isScalar),
  );
  const isTable = lists.length > 1 && lists.every(([, list]) => list.length === lists[0]?.[1].length);
  return isTable
    ? { rows: fromColumns(Object.fromEntries(lists)), namesTwice: [], leftOut: namesBut(lists.map(([name]) => name)) }
    : null;
}

/**
 * The table that a value is as a whole.
 * @param value parsed JSON
 * @param table 2 turns objects by key
 */
export function tableOf(
  value: unknown,
  table: number | undefined,
): { records: readonly unknown[]; short?: string[]; keyed?: KeyedObjects | null } {
  if (Array.isArray(value)) return { records: value };
  if (!isObject(value)) return { records: [value] };
  if (areColumns(value)) return { records: fromColumns(value), short: shortLists(value) };
  const members = Object.values(value);
  const [inner] = members;
  if (members.length === 1 && isObject(inner) && areColumns(inner)) return { records: fromColumns(inner) };
  if (members.length > 0 && members.every(isObject)) {
    return byKeys(value as Record<string, Record<string, unknown>>, table);
  }
  return { records: [value] };
}

/** Rows under their names; cells beyond the last name are kept under their number. */
function namedRows(columns: readonly unknown[], rows: readonly unknown[][]): { rows: object[]; namesTwice: string[] } {
  const taken = new Set<string>();
  const width = largest(
    rows.map(({ length }) => length),
    columns.length,
  );
  const wanted = Array.from({ length: width }, (_, i) => nameOf(columns[i], i));
  const names = wanted.map((name) => freeName(name, taken));
  return {
    rows: rows.map((row) => record(names.map((name, i) => [name, row[i] ?? null]))),
    namesTwice: [...new Set(wanted.filter((name, i) => name !== names[i]))],
  };
}

/** Names over several levels come as lists. */
function nameOf(name: unknown, i: number): string {
  if (name === undefined) return `column ${String(i + 1)}`;
  if (Array.isArray(name)) return name.join(' ');
  return typeof name === 'string' ? name : JSON.stringify(name);
}

/** Lists alone, of one length or of single values. */
function areColumns(value: Record<string, unknown>): value is Record<string, unknown[]> {
  const members = Object.values(value);
  if (members.length === 0 || !members.every(Array.isArray)) return false;
  const lists = members as unknown[][];
  return lists.every((list) => list.length === lists[0]?.length) || lists.flat().every(isScalar);
}

const rowsOf = (columns: Record<string, unknown[]>): number =>
  largest(Object.values(columns).map(({ length }) => length));

const fromColumns = (columns: Record<string, unknown[]>): object[] =>
  Array.from({ length: rowsOf(columns) }, (_, i) =>
    record(Object.entries(columns).map(([name, list]) => [name, list[i] ?? null])),
  );

function shortLists(columns: Record<string, unknown[]>): string[] {
  const rows = rowsOf(columns);
  return Object.entries(columns).flatMap(([name, { length }]) => (length < rows ? [name] : []));
}

const NUMBERED = /^[-+]?\d/;

/** Objects in an object: with numbers or dates as their keys, columns by row; else rows, where there are more of them than keys in them. */
function byKeys(
  value: Record<string, Record<string, unknown>>,
  table: number | undefined,
): { records: readonly object[]; keyed?: KeyedObjects } {
  const outer = Object.keys(value);
  const inner = [...new Set(Object.values(value).flatMap((member) => Object.keys(member)))];
  const areLabels = inner.every((key) => NUMBERED.test(key));
  const shared = inner.some((key) => Object.values(value).filter((member) => Object.hasOwn(member, key)).length > 1);
  if (!areLabels && !shared) return { records: [value] };
  const areRows = !areLabels && (outer.every((key) => NUMBERED.test(key)) || outer.length > inner.length);
  const keyed = areRows === (table !== 2) ? 'rows' : 'columns';
  if (keyed === 'rows') return { records: withLabels(Object.values(value), outer), keyed };
  const rows = inner.map((row) => record(outer.map((name) => [name, value[name]?.[row] ?? null])));
  return { records: withLabels(rows, inner), keyed };
}
