import { DuckDBInstance } from '@duckdb/node-api';
import pg from 'pg';
import { SUMMARY_COLUMNS } from '../../src/facts/summary-file.ts';
import { typeOfDeclared } from '../../src/warehouse/declared-type.ts';
import { postgres } from '../../src/warehouse/dialects/postgres.ts';
import type { LongRow } from '../../src/warehouse/frozen-edges.ts';
import type { GivenColumn } from './columns.ts';
import { parquetCopy } from './duckdb-engine.ts';
import type { SummaryEngine } from './engine.ts';

/** Rows that are asked for at a time. */
const BLOCK = 20_000;

const COLUMNS = `SELECT attname AS name, format_type(atttypid, atttypmod) AS declared
FROM pg_attribute
WHERE attrelid = CAST($1 AS regclass) AND attnum > 0 AND NOT attisdropped
ORDER BY attnum`;

const TABLE = `CREATE TABLE long_table (kind VARCHAR, period VARCHAR, segment VARCHAR, name VARCHAR, other VARCHAR, label VARCHAR,
  bin BIGINT, n BIGINT, total DOUBLE, squares DOUBLE, least DOUBLE, greatest DOUBLE)`;

type Result = Record<string, string | number | null>;

/** The rows of a statement in blocks, so that no result stands in memory as a whole. */
async function* blocks(client: pg.Client, statement: string): AsyncGenerator<Result[]> {
  await client.query('BEGIN READ ONLY');
  await client.query(`DECLARE summary_rows NO SCROLL CURSOR FOR ${statement}`);
  for (;;) {
    const { rows } = await client.query<Result>(`FETCH ${String(BLOCK)} FROM summary_rows`);
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query('COMMIT');
}

async function write(client: pg.Client, statement: string, path: string): Promise<number> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(TABLE);
  const appender = await connection.createAppender('long_table');
  let written = 0;
  for await (const rows of blocks(client, statement)) {
    for (const row of rows) {
      for (const name of SUMMARY_COLUMNS) {
        const cell = row[name] ?? null;
        if (cell === null) appender.appendNull();
        else if (name === 'bin' || name === 'n') appender.appendBigInt(BigInt(cell));
        else if (typeof cell === 'number') appender.appendDouble(cell);
        else appender.appendVarchar(cell);
      }
      appender.endRow();
    }
    written += rows.length;
  }
  appender.closeSync();
  await connection.run(parquetCopy('SELECT * FROM long_table', path));
  connection.closeSync();
  instance.closeSync();
  return written;
}

/** PostgreSQL at an address, by a connection that only reads. */
export async function postgresEngine(url: string, table: readonly string[]): Promise<SummaryEngine> {
  const client = new pg.Client({ connectionString: url, application_name: 'plumbline summary' });
  await client.connect();
  for (const setting of postgres.beforehand) await client.query(setting);
  return {
    describe: async () => {
      const { rows } = await client.query<{ name: string; declared: string }>(COLUMNS, [
        table.map(postgres.identifier).join('.'),
      ]);
      return rows.map(({ name, declared }): GivenColumn => ({ name, declared, type: typeOfDeclared(declared) }));
    },
    rows: async (statement) => (await client.query<LongRow>(statement)).rows,
    write: (statement, path) => write(client, statement, path),
    close: () => client.end(),
  };
}
