import { DuckDBInstance } from '@duckdb/node-api';
import type { BenchPair, BenchTable } from './data.ts';

/** Seconds that native DuckDB needs, with two threads, to read both files and to sort every numeric column of both. */
export async function nativeSeconds(pair: BenchPair, table: BenchTable): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const started = performance.now();
  for (const [name, path] of Object.entries(pair)) {
    const source = table.format === 'csv' ? `read_csv('${path as string}')` : `read_parquet('${path as string}')`;
    await connection.run(`CREATE TABLE ${name} AS SELECT * FROM ${source}`);
    const columns = await connection.runAndReadAll(`DESCRIBE ${name}`);
    for (const [column, type] of columns.getRowsJson() as string[][]) {
      if (column === undefined || !/INT|DOUBLE/.test(type ?? '')) continue;
      await connection.run(`CREATE OR REPLACE TEMP TABLE sorted AS SELECT "${column}" FROM ${name} ORDER BY 1`);
    }
  }
  const seconds = (performance.now() - started) / 1000;
  connection.closeSync();
  instance.closeSync();
  return seconds;
}
