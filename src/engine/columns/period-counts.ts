import { elementAt } from '../../facts/element-at.ts';
import { queryRows } from '../database/database.ts';
import { identifier, literal } from '../database/sql.ts';
import type { DataSet, StoredColumn } from '../data-set.ts';
import { asNumber, asText } from './cells.ts';

/** A column whose cells are counted period by period. */
export interface CountedCells {
  column: StoredColumn;
  /** What a cell has to be read as to hold a value. */
  form: 'number' | 'time' | 'text';
  /** One of its texts, whose rows are counted; null for none. */
  text: string | null;
}

/** Of each period. */
export interface PeriodCounts {
  /** All rows, and those in which the column has a value. */
  rows: Float64Array;
  filled: Float64Array;
  /** Rows that hold the text; none where none is given. */
  holding: Float64Array;
}

/** Statements over thousands of columns take memory by the square. */
const COLUMNS_A_QUERY = 100;

/**
 * Counts rows by periods of a time column, without values leaving the engine.
 * @param data the data set
 * @param time the column of times, and k + 1 starts in milliseconds since 1970: period i runs from starts[i] to starts[i + 1]
 * @param wanted whose cells are counted
 * @param signal stops the queries
 * @returns of each that is wanted, in their order
 */
export async function periodCounts(
  data: DataSet,
  { column, starts }: { column: StoredColumn; starts: readonly number[] },
  wanted: readonly CountedCells[],
  signal?: AbortSignal,
): Promise<PeriodCounts[]> {
  const periods = starts.length - 1;
  if (periods < 1) return wanted.map(() => emptyCounts(0));
  const time = asNumber(column, 'time');
  const found: PeriodCounts[] = [];
  for (let start = 0; start < wanted.length; start += COLUMNS_A_QUERY) {
    const batch = wanted.slice(start, start + COLUMNS_A_QUERY);
    const cells = batch.flatMap((one, i) => [
      `count(${valueOf(one)})::DOUBLE AS f${String(i)}`,
      `${one.text === null ? '0' : `count(CASE WHEN ${asText(one.column)} = ${literal(one.text)} THEN 1 END)`}::DOUBLE AS h${String(i)}`,
    ]);
    const range = `t >= ${String(elementAt(starts, 0))} AND t < ${String(elementAt(starts, periods))}`;
    const rows = await queryRows(
      data.database,
      `SELECT (${periodAmong(starts, 0, periods)})::DOUBLE AS p, count(*)::DOUBLE AS n, ${cells.join(', ')}
       FROM (SELECT *, ${time} AS t FROM ${data.source}) WHERE ${range} GROUP BY p`,
      signal,
    );
    const counts = batch.map(() => emptyCounts(periods));
    for (const row of rows) {
      const period = Number(row['p']);
      counts.forEach((count, i) => {
        count.rows[period] = Number(row['n']);
        count.filled[period] = Number(row[`f${String(i)}`]);
        count.holding[period] = Number(row[`h${String(i)}`]);
      });
    }
    for (const count of counts) found.push(count);
  }
  return found;
}

const emptyCounts = (periods: number): PeriodCounts => ({
  rows: new Float64Array(periods),
  filled: new Float64Array(periods),
  holding: new Float64Array(periods),
});

/** Null where the cell has no value: a number that is none counts as missing. */
function valueOf({ column, form }: CountedCells): string {
  if (form === 'text') return identifier(column.stored);
  const value = asNumber(column, form);
  return form === 'time' ? value : `CASE WHEN isnan(${value}) THEN NULL ELSE ${value} END`;
}

/** The period from `first` to before `end` that holds the time `t`, found by halves: periods differ in length. */
function periodAmong(starts: readonly number[], first: number, end: number): string {
  if (end - first === 1) return String(first);
  const middle = Math.floor((first + end) / 2);
  const [left, right] = [periodAmong(starts, first, middle), periodAmong(starts, middle, end)];
  return `CASE WHEN t < ${String(elementAt(starts, middle))} THEN ${left} ELSE ${right} END`;
}
