import type { Lag } from '../../facts/statements/column-reasons.ts';
import type { DataSet, StoredColumn } from '../data-set.ts';
import { identifier } from '../database/sql.ts';
import { timeBetween } from './cells.ts';

/** A column's distance in time to another one, to be added. */
export interface LagColumn extends Lag {
  name: string;
}

const HOUR_MS = 3_600_000;

const columnOf = (data: DataSet, name: string): StoredColumn | undefined =>
  data.columns.find((column) => column.name === name);

/**
 * The file with columns of distances in time, in hours; missing where either time is. Nothing is stored again.
 * @param data the file
 * @param lags between its columns of times
 */
export function withLags(data: DataSet, lags: readonly LagColumn[]): DataSet {
  const added = lags.flatMap(({ name, ...lag }, i) => {
    const [until, since] = [columnOf(data, lag.of), columnOf(data, lag.since)];
    if (until === undefined || since === undefined) return [];
    const stored = `lag ${String(i)}`;
    const cell = `${timeBetween(until, since)} / ${String(HOUR_MS)}`;
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
