import { queryRows } from './database.ts';
import type { DataSet, StoredColumn } from './data-set.ts';
import { storageOf, type Storage } from './columns.ts';
import { seededRows } from './seeded-rows.ts';
import { identifier, literal } from './sql.ts';

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

/** Yes and no as files spell them. */
const BOOLEANS = 'true,false,t,f,yes,no,y,n,ja,nein,j,ein,aus,on,off,oui,non,si,sí,да,нет'
  .split(',')
  .map(literal)
  .join(',');

const SAMPLE_ROWS = 10_000;
const COLUMNS_A_QUERY = 100;
let samples = 0;

/**
 * Profiles every column on one seeded sample of about 10 000 rows (all rows, where there are fewer).
 * @param data the data set
 * @param seed of the sample
 * @param signal stops the queries
 */
export async function profileColumns(data: DataSet, seed: number, signal?: AbortSignal): Promise<ColumnProfile[]> {
  const { database } = data;
  const which =
    data.summary.rowsUsed > SAMPLE_ROWS ? `WHERE ${seededRows(SAMPLE_ROWS / data.summary.rowsUsed, seed)}` : '';
  // Not a temporary table: those belong to one connection, and the next statement may run on another.
  const sample = `memory.main.sample${String(samples++)}`;
  await database.query(`CREATE TABLE ${sample} AS SELECT * FROM ${data.source} ${which}`, signal);
  const rows = new Map<number, Record<string, unknown>>();
  for (let from = 0; from < data.columns.length; from += COLUMNS_A_QUERY) {
    const parts = data.columns
      .slice(from, from + COLUMNS_A_QUERY)
      .map((column, i) => measures(column, sample, from + i));
    for (const row of await queryRows(database, parts.join(' UNION ALL BY NAME '), signal))
      rows.set(Number(row['i']), row);
  }
  await database.query(`DROP TABLE ${sample}`, signal);
  return data.columns.map((column, i) => profile(data, column, rows.get(i) ?? {}));
}

/** One row of measures of a column, over its distinct values: few in most texts, whose tries to be something else are slow. */
function measures(column: StoredColumn, sample: string, i: number): string {
  const c = identifier(column.stored);
  const storage = storageOf(column);
  const as = (key: string, sql: string): string => `(${sql})::DOUBLE AS ${key}`;
  const cells = (test: string): string => `coalesce(sum(n) FILTER (${test}), 0)`;
  const measured = [
    as('i', String(i)),
    as('sampled', 'sum(n)'),
    as('filled', cells('v IS NOT NULL')),
    as('distinct', 'count(v)'),
  ];
  if (storage === 'number' || storage === 'text') {
    measured.push(
      as('numbers', cells('x IS NOT NULL')),
      as('whole', cells('x = floor(x)')),
      as('low', 'min(x) FILTER (isfinite(x))'),
      as('high', 'max(x) FILTER (isfinite(x))'),
    );
  }
  if (storage === 'text') {
    measured.push(
      as('times', cells('TRY_CAST(v AS TIMESTAMP) IS NOT NULL')),
      as('booleans', cells(`lower(v) IN (${BOOLEANS})`)),
      as('codes', cells("regexp_matches(v, '^[+-]?(0[0-9]|[0-9]{16})[0-9]*$')")),
      as('len', 'sum(n * length(v)) / sum(n) FILTER (v IS NOT NULL)'),
      as('words', "sum(n * (1 + length(v) - length(replace(v, ' ', '')))) / sum(n) FILTER (v IS NOT NULL)"),
    );
  }
  const value = storage === 'text' ? `${c}::VARCHAR` : c;
  const number = storage === 'number' ? 'v::DOUBLE' : storage === 'text' ? 'TRY_CAST(v AS DOUBLE)' : 'NULL';
  const counted = `SELECT ${value} AS v, count(*)::DOUBLE AS n FROM ${sample} GROUP BY 1`;
  return `SELECT ${measured.join(', ')} FROM (SELECT v, n, ${number} AS x FROM (${counted}))`;
}

function profile(data: DataSet, column: StoredColumn, row: Record<string, unknown>): ColumnProfile {
  const value = (key: string): number => Number(row[key] ?? 0);
  const storage = storageOf(column);
  return {
    name: column.name,
    storage,
    typed: data.typed,
    tableRows: data.summary.rowsUsed,
    sampled: value('sampled'),
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
