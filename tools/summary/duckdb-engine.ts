import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { typeOfDeclared } from '../../src/warehouse/declared-type.ts';
import { duckdb } from '../../src/warehouse/dialects/duckdb.ts';
import type { LongRow } from '../../src/warehouse/frozen-edges.ts';
import type { GivenColumn } from './columns.ts';
import type { SummaryEngine } from './engine.ts';

/** Columns of more different texts are not counted text by text, if nobody asks for it. */
const MOST_CATEGORIES = 10_000;

const { identifier, text } = duckdb;

/** How DuckDB writes Parquet that opens in a tab. */
export const parquetCopy = (source: string, path: string): string =>
  `COPY (${source}) TO ${text(path)} (FORMAT parquet, COMPRESSION zstd)`;

async function rowsOf(connection: DuckDBConnection, statement: string): Promise<LongRow[]> {
  return (await connection.runAndReadAll(statement)).getRowObjectsJS();
}

/** Which columns of texts hold more than categories. */
async function longTexts(
  connection: DuckDBConnection,
  table: string,
  columns: readonly GivenColumn[],
): Promise<Set<string>> {
  const texts = columns.filter(({ type }) => type === 'category');
  if (texts.length === 0) return new Set();
  const counts = texts.map(({ name }, index) => `approx_count_distinct(${identifier(name)}) AS n${String(index)}`);
  const result = await connection.runAndReadAll(`SELECT ${counts.join(', ')} FROM ${table}`);
  const [row = []] = result.getRowsJS();
  return new Set(texts.filter((_, index) => Number(row[index]) > MOST_CATEGORIES).map(({ name }) => name));
}

/** DuckDB over files, as one table. */
export async function duckdbEngine(files: readonly string[], warn: (text: string) => void): Promise<SummaryEngine> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const table = duckdb.files?.(files) ?? '';
  return {
    describe: async () => {
      const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${table}`);
      const columns = (described.getRowsJS() as string[][]).map(([name = '', declared = '']): GivenColumn => ({
        name,
        declared,
        type: typeOfDeclared(declared),
      }));
      const long = await longTexts(connection, table, columns);
      for (const name of long)
        warn(
          `“${name}” has more than ${String(MOST_CATEGORIES)} different texts: read as text. --category counts each.`,
        );
      return columns.map((column) => (long.has(column.name) ? { ...column, type: 'text' } : column));
    },
    rows: (statement) => rowsOf(connection, statement),
    write: async (statement, path) => {
      const [[written] = []] = (await connection.runAndReadAll(parquetCopy(statement, path))).getRowsJS();
      return Number(written);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}
