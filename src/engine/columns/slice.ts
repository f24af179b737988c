import type { ClockPart, ConditionOnCell, Partition, Slice, SliceRows } from '../../facts/slice.ts';
import { asNumber, asText, storageOf } from './cells.ts';
import type { DataSet, StoredColumn } from '../data-set.ts';
import { queryRow, queryRows } from '../database/database.ts';
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

const FILE_ROW = identifier('row of the file');

/**
 * The same, with its rows numbered from 0, as if they were all of the file: what looks at rows that follow each other, or at a sample of them,
 * goes by their numbers. Cells that could not be read are not known by row, so none are counted.
 * @param data the file
 * @param slice of this file
 * @param signal stops the count of its rows
 */
export async function rowsIn(data: DataSet, slice: Slice, signal?: AbortSignal): Promise<DataSet> {
  const part = await sliceData(data, slice, signal);
  if (part === data) return data;
  const cells = data.columns.map(({ stored }) => identifier(stored));
  const numbers = `row_number() OVER () - 1 AS rowid, rowid AS ${FILE_ROW}`;
  return {
    ...part,
    renumbered: true,
    coerced: new Map(),
    source: `(SELECT ${[numbers, ...cells].join(', ')} FROM ${part.source})`,
  };
}

/**
 * The numbers that rows have in the file, counted from 0.
 * @param data whose rows may be numbered anew
 * @param rows their numbers there
 * @param signal stops the query
 */
export async function fileRowsOf(
  { source, database, renumbered }: DataSet,
  rows: readonly number[],
  signal?: AbortSignal,
): Promise<Map<number, number>> {
  if (renumbered !== true || rows.length === 0) return new Map(rows.map((row) => [row, row]));
  const sql = `SELECT rowid::DOUBLE AS place, ${FILE_ROW}::DOUBLE AS number FROM ${source} WHERE rowid IN (${rows.join(', ')})`;
  const found = await queryRows(database, sql, signal);
  return new Map(found.map(({ place, number }) => [Number(place), Number(number)]));
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

/**
 * Whether a row meets a condition, in SQL.
 * @param data whose rows
 * @param condition see there
 * @throws {Error} for a column that the file has not
 */
export function holds(data: Columns, condition: ConditionOnCell): string {
  const column = columnOf(data, condition.column);
  switch (condition.test) {
    case 'missing':
      return isMissing(column, condition);
    case 'equals':
      return isValue(column, condition.value);
    case 'in':
      return condition.values.map((value) => isValue(column, value)).join(' OR ') || 'false';
    case 'others':
      return [
        `${identifier(column.stored)} IS NOT NULL`,
        ...condition.values.map((value) => `NOT (${isValue(column, value)})`),
      ].join(' AND ');
    case 'range':
      return inRange(numberIn(column, condition.as), condition);
    case 'clock':
      return onClock(asNumber(column, 'time'), condition);
  }
}

const numberIn = (column: StoredColumn, form: 'number' | 'time' = 'number'): string =>
  asNumber(column, storageOf(column) === 'time' ? 'time' : form);

function isMissing(column: StoredColumn, { as: form }: ConditionOnCell & { test: 'missing' }): string {
  const isNull = `${identifier(column.stored)} IS NULL`;
  if (form === undefined) return isNull;
  const cell = numberIn(column, form);
  return `${isNull} OR ${cell} IS NULL OR isnan(${cell})`;
}

function isValue(column: StoredColumn, value: string | number | boolean): string {
  if (typeof value === 'number') return `${numberIn(column)} = ${double(value)}`;
  return `${asText(column)} = ${literal(String(value))}`;
}

/** In text, so that the last digit is read as it is everywhere else. */
const double = (value: number): string => `${literal(String(value))}::DOUBLE`;

type Range = Pick<ConditionOnCell & { test: 'range' }, 'from' | 'to' | 'withoutFrom' | 'withTo'>;

/** The engine takes NaN for larger than any number. */
function inRange(cell: string, { from: lower, to: upper, withoutFrom = false, withTo = false }: Range): string {
  const limits = [
    ...(lower === null ? [] : [`${cell} ${withoutFrom ? '>' : '>='} ${double(lower)}`]),
    ...(upper === null ? [] : [`${cell} ${withTo ? '<=' : '<'} ${double(upper)}`]),
  ];
  return [`NOT isnan(${cell})`, ...limits].join(' AND ');
}

const HOUR = 3_600_000;

/** Of a time in milliseconds. The first of January 1970 was a Thursday; months go round after twelve, whatever the year. */
const CLOCK: Record<ClockPart, (time: string) => string> = {
  hour: (time) => remainder(`floor(${time} / ${String(HOUR)})`, 24),
  weekday: (time) => remainder(`floor(${time} / ${String(24 * HOUR)}) + 3`, 7),
  month: (time) => `month(make_timestamp(floor(${time})::BIGINT * 1000)) - 1`,
};

/** Of numbers below zero too. */
const remainder = (value: string, divisor: number): string =>
  `${value} - floor((${value}) / ${String(divisor)}) * ${String(divisor)}`;

function onClock(time: string, { part, first, last }: ConditionOnCell & { test: 'clock' }): string {
  const position = `(${CLOCK[part](time)})`;
  const limits = [`${position} >= ${String(first)}`, `${position} <= ${String(last)}`];
  return limits.join(first <= last ? ' AND ' : ' OR ');
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

/**
 * A column of the file by its name.
 * @param data the file
 * @param name as the file names it
 * @throws {Error} for a column that the file has not
 */
export function columnOf({ columns }: Columns, name: string): StoredColumn {
  const column = columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column;
}
