import type { ConditionOnCell, Partition, Slice, SliceRows } from '../../facts/slice.ts';
import { asNumber, asText, storageOf } from './cells.ts';
import type { DataSet, StoredColumn } from '../data-set.ts';
import { queryRow } from '../database/database.ts';
import { identifier, literal } from '../database/sql.ts';

type Columns = Pick<DataSet, 'columns'>;

/**
 * The rows of a slice as a data set of their own: nothing is stored again, rows keep their numbers in the file.
 * What reading has made missing is not known by row, so it is counted for whole files alone.
 * @param data the file
 * @param slice of this file
 * @param signal stops the count of its rows
 * @throws {Error} for a column that the file has not
 */
export async function sliceData(data: DataSet, { rows }: Slice, signal?: AbortSignal): Promise<DataSet> {
  const condition = conditionOn(data, rows);
  if (condition === null) return data;
  const cells = data.columns.map(({ stored }) => identifier(stored));
  const source = `(SELECT ${['rowid', ...cells].join(', ')} FROM ${data.source} WHERE ${condition})`;
  const { n } = await queryRow(data.database, `SELECT count(*)::DOUBLE AS n FROM ${source}`, signal);
  return { ...data, source, summary: { ...data.summary, rowsUsed: Number(n) } };
}

/** Which rows, in SQL; null for all. */
function conditionOn(data: Columns, rows: SliceRows): string | null {
  switch (rows.kind) {
    case 'all':
      return null;
    case 'period':
      return inRange(asNumber(columnOf(data, rows.column), 'time'), rows);
    case 'predicate':
      return rows.conditions.map((condition) => `(${holds(data, condition)})`).join(' AND ') || 'true';
    case 'segment':
      return `${partCode(data, rows.partition)} = ${String(rows.part)}`;
  }
}

function holds(data: Columns, condition: ConditionOnCell): string {
  const column = columnOf(data, condition.column);
  switch (condition.test) {
    case 'missing':
      return `${identifier(column.stored)} IS NULL`;
    case 'equals':
      return isValue(column, condition.value);
    case 'in':
      return condition.values.map((value) => isValue(column, value)).join(' OR ') || 'false';
    case 'range':
      return inRange(numberIn(column), condition);
  }
}

const numberIn = (column: StoredColumn): string => asNumber(column, storageOf(column) === 'time' ? 'time' : 'number');

function isValue(column: StoredColumn, value: string | number | boolean): string {
  if (typeof value === 'number') return `${numberIn(column)} = ${double(value)}`;
  return `${asText(column)} = ${literal(String(value))}`;
}

/** In text, so that the last digit is read as it is everywhere else. */
const double = (value: number): string => `${literal(String(value))}::DOUBLE`;

/** The engine takes NaN for larger than any number. */
function inRange(cell: string, { from: lower, to: upper }: { from: number | null; to: number | null }): string {
  const limits = [
    ...(lower === null ? [] : [`${cell} >= ${double(lower)}`]),
    ...(upper === null ? [] : [`${cell} < ${double(upper)}`]),
  ];
  return [`NOT isnan(${cell})`, ...limits].join(' AND ');
}

/**
 * The code of a row's part, in SQL: a whole number, as DOUBLE.
 * @param data whose rows
 * @param partition see there
 */
export function partCode(data: Columns, partition: Partition): string {
  const column = columnOf(data, partition.column);
  const missing = `WHEN ${identifier(column.stored)} IS NULL THEN -1`;
  if (partition.by === 'levels') {
    const { levels } = partition;
    const list = `[${levels.map(literal).join(', ')}]::VARCHAR[]`;
    const position = `coalesce(nullif(list_position(${list}, ${asText(column)}), 0) - 1, ${String(levels.length)})`;
    return `(CASE ${missing} ELSE ${position} END)::DOUBLE`;
  }
  const cell = asNumber(column, partition.as);
  const branches = partition.cuts.map((cut, part) => `WHEN ${cell} < ${double(cut)} THEN ${String(part)}`);
  const missingBranch = `${missing} WHEN ${cell} IS NULL OR isnan(${cell}) THEN -1`;
  return `(CASE ${missingBranch} ${branches.join(' ')} ELSE ${String(partition.cuts.length)} END)::DOUBLE`;
}

function columnOf({ columns }: Columns, name: string): StoredColumn {
  const column = columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column;
}
