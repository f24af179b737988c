import { elementAt } from '../../facts/element-at.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The records in a single JSON value, in any of the forms that tables are written in: a list of records, columns of
 * lists (`{"a": [1, 2]}`), columns of cells by row (`{"a": {"0": 1, "1": 2}}`), names and rows (`{"columns": …, "data":
 * …}`), an object around a list of records, or else one record.
 * @param value parsed JSON
 */
export function recordsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [value];
  const { columns, data } = value;
  if (Array.isArray(columns) && Array.isArray(data) && data.every(Array.isArray)) return namedRows(columns, data);
  const lists = Object.values(value).filter(
    (member) => Array.isArray(member) && member.every(isObject) && member.length,
  );
  if (lists.length === 1) return lists[0] as unknown[];
  const members = Object.values(value);
  if (members.length > 0 && members.every(Array.isArray) && sameLength(members))
    return fromColumns(value, elementAt(members, 0));
  if (members.length > 0 && members.every(isObject)) return fromCells(value as Record<string, Record<string, unknown>>);
  return [value];
}

const record = (entries: readonly (readonly [string, unknown])[]): object => Object.fromEntries(entries);

const namedRows = (columns: readonly unknown[], rows: readonly unknown[][]): object[] =>
  rows.map((row) => record(columns.map((name, i) => [String(name), row[i] ?? null])));

const sameLength = (lists: readonly unknown[][]): boolean => lists.every((list) => list.length === lists[0]?.length);

const fromColumns = (columns: Record<string, unknown>, first: readonly unknown[]): object[] =>
  first.map((_, i) => record(Object.entries(columns).map(([name, list]) => [name, (list as unknown[])[i] ?? null])));

function fromCells(columns: Record<string, Record<string, unknown>>): object[] {
  const cells = Object.entries(columns).map(([name, byRow]) => [name, new Map(Object.entries(byRow))] as const);
  const rows = new Set(cells.flatMap(([, byRow]) => [...byRow.keys()]));
  return [...rows].map((row) => record(cells.map(([name, byRow]) => [name, byRow.get(row) ?? null])));
}
