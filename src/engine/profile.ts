import { queryRow } from './database.ts';
import type { DataSet, StoredColumn } from './data-set.ts';
import { storageOf, type Storage } from './columns.ts';
import { identifier } from './sql.ts';

/** What a sample of a column's cells looks like: the stuff that types are inferred from. Counts are of sampled rows. */
export interface ColumnProfile {
  name: string;
  storage: Storage;
  /** The file itself says so: text is meant as text, whatever it reads like. */
  typed: boolean;
  /** Rows of the whole table. */
  tableRows: number;
  sampled: number;
  filled: number;
  distinct: number;
  /** Cells that are (or read as) a number; whole ones among them; their range. */
  numbers: number;
  whole: number;
  min: number;
  max: number;
  /** Cells that are (or read as) a time. */
  times: number;
  /** Cells spelled like a boolean (yes, no, true, false, t, f, y, n). */
  booleans: number;
  /** Cells with leading zeros or 16 digits and more. */
  codes: number;
  meanLength: number;
  meanWords: number;
}

const SAMPLE_ROWS = 10_000;
const COLUMNS_A_QUERY = 100;
let samples = 0;

/**
 * Profiles every column on one seeded sample of 10 000 rows (all rows, where there are fewer).
 * @param data the data set
 * @param seed of the sample
 * @param signal stops the queries
 */
export async function profileColumns(data: DataSet, seed: number, signal?: AbortSignal): Promise<ColumnProfile[]> {
  const { database } = data;
  const which =
    data.summary.rows > SAMPLE_ROWS
      ? `USING SAMPLE reservoir(${String(SAMPLE_ROWS)} ROWS) REPEATABLE (${String(seed)})`
      : '';
  // Not a temporary table: those belong to one connection, and the next statement may run on another.
  const sample = `store.main.sample${String(samples++)}`;
  await database.query(`CREATE TABLE ${sample} AS SELECT * FROM ${data.source} ${which}`, signal);
  const profiles: ColumnProfile[] = [];
  for (let from = 0; from < data.columns.length; from += COLUMNS_A_QUERY) {
    const part = data.columns.slice(from, from + COLUMNS_A_QUERY);
    const cells = part.map((column, i) => measures(column, i)).join(', ');
    const row = await queryRow(database, `SELECT count(*)::DOUBLE AS n, ${cells} FROM ${sample}`, signal);
    profiles.push(...part.map((column, i) => profile(data, column, i, row)));
  }
  await database.query(`DROP TABLE ${sample}`, signal);
  return profiles;
}

function measures(column: StoredColumn, i: number): string {
  const c = identifier(column.stored);
  const storage = storageOf(column);
  const number = storage === 'number' ? `${c}::DOUBLE` : `TRY_CAST(${c} AS DOUBLE)`;
  const as = (key: string, sql: string): string => `(${sql})::DOUBLE AS ${key}${String(i)}`;
  const counts = [as('filled', `count(${c})`), as('distinct', `count(DISTINCT ${c})`)];
  if (storage === 'number' || storage === 'text') {
    counts.push(
      as('numbers', `count(${number})`),
      as('whole', `count(*) FILTER (${number} = floor(${number}))`),
      as('low', `min(${number}) FILTER (isfinite(${number}))`),
      as('high', `max(${number}) FILTER (isfinite(${number}))`),
    );
  }
  if (storage === 'text') {
    const t = `${c}::VARCHAR`;
    counts.push(
      as('times', `count(TRY_CAST(${t} AS TIMESTAMP))`),
      as('booleans', `count(*) FILTER (lower(${t}) IN ('true','false','yes','no','t','f','y','n'))`),
      as('codes', `count(*) FILTER (regexp_matches(${t}, '^[+-]?(0[0-9]|[0-9]{16})[0-9]*$'))`),
      as('len', `avg(length(${t}))`),
      as('words', `avg(1 + length(${t}) - length(replace(${t}, ' ', '')))`),
    );
  }
  return counts.join(', ');
}

function profile(data: DataSet, column: StoredColumn, i: number, row: Record<string, unknown>): ColumnProfile {
  const value = (key: string): number => Number(row[`${key}${String(i)}`] ?? 0);
  const storage = storageOf(column);
  return {
    name: column.name,
    storage,
    typed: data.typed,
    tableRows: data.summary.rows,
    sampled: Number(row['n']),
    filled: value('filled'),
    distinct: value('distinct'),
    numbers: value('numbers'),
    whole: value('whole'),
    min: value('low'),
    max: value('high'),
    times: storage === 'time' ? value('filled') : value('times'),
    booleans: storage === 'boolean' ? value('filled') : value('booleans'),
    codes: value('codes'),
    meanLength: value('len'),
    meanWords: value('words'),
  };
}
