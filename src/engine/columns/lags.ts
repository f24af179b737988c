import type { Lag } from '../../facts/statements/column-reasons.ts';
import type { DataSet, StoredColumn } from '../data-set.ts';
import { queryRow } from '../database/database.ts';
import { identifier } from '../database/sql.ts';
import { asNumber } from './cells.ts';

/** A column's distance in time to another one, to be added. */
export interface LagColumn extends Lag {
  name: string;
}

const DAY_MS = 86_400_000;
const UNIT_MS = { d: DAY_MS, h: 3_600_000 } as const;

const columnOf = (data: DataSet, name: string): StoredColumn | undefined =>
  data.columns.find((column) => column.name === name);

/**
 * Whether all times of some columns are midnights, so that they are dates.
 * @param data the file
 * @param names of columns of times
 * @param signal stops the query
 */
export async function areDates(data: DataSet, names: readonly string[], signal?: AbortSignal): Promise<boolean> {
  const columns = names.flatMap((name) => columnOf(data, name) ?? []);
  const tests = columns.map(
    (column) => `coalesce(bool_and(${asNumber(column, 'time')} % ${String(DAY_MS)} = 0), true)`,
  );
  const row = await queryRow(data.database, `SELECT ${tests.join(' AND ')} AS dates FROM ${data.source}`, signal);
  return row['dates'] === true;
}

/**
 * The file with columns of distances in time, as numbers; missing where either time is. Nothing is stored again.
 * @param data the file
 * @param lags between its columns of times
 */
export function withLags(data: DataSet, lags: readonly LagColumn[]): DataSet {
  const added = lags.flatMap(({ name, ...lag }, i) => {
    const [until, since] = [columnOf(data, lag.of), columnOf(data, lag.since)];
    if (until === undefined || since === undefined) return [];
    const stored = `lag ${String(i)}`;
    const cell = `(${asNumber(until, 'time')} - ${asNumber(since, 'time')}) / ${String(UNIT_MS[lag.unit])}`;
    return [{ column: { name, stored, type: 'DOUBLE', lag }, cell: `${cell} AS ${identifier(stored)}` }];
  });
  if (added.length === 0) return data;
  const cells = [...data.columns.map(({ stored }) => identifier(stored)), ...added.map(({ cell }) => cell)];
  return {
    ...data,
    columns: [...data.columns, ...added.map(({ column }) => column)],
    source: `(SELECT rowid, ${cells.join(', ')} FROM ${data.source})`,
  };
}
