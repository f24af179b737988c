import type { DuckDBConnection } from '@duckdb/node-api';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DIALECTS } from '../../src/warehouse/dialects/dialects.ts';
import { openFolder, Started } from '../systems/machine.ts';
import { Postgres } from '../systems/postgres.ts';
import { Conversation, type Cell } from './conversation.ts';
import { TABLE_COLUMNS, type MadeTable, type TableColumn } from './table.ts';

/** An engine that holds the table as `plant.readings`. */
export interface Engine {
  /** The rows that a statement selects; numbers that are not finite as text. */
  ask: (statement: string) => Promise<Cell[][]>;
  end: () => Promise<void>;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

async function askDuckdb(connection: DuckDBConnection, statement: string): Promise<Cell[][]> {
  const rows = await connection.runAndReadAll(statement);
  return rows.getRowsJS().map((row) => row.map((cell) => plain(cell)));
}

function plain(cell: unknown): Cell {
  if (typeof cell === 'bigint') return Number(cell);
  if (typeof cell === 'number' && !Number.isFinite(cell)) return String(cell);
  return cell as Cell;
}

/** The engine that made the table. */
export function duckdb({ duckdb: connection }: MadeTable): Promise<Engine> {
  return Promise.resolve({
    ask: (statement) => askDuckdb(connection, statement),
    end: () => Promise.resolve(),
  });
}

export function spark(programs: string) {
  return async ({ parquet }: MadeTable): Promise<Engine> => {
    const said = new Conversation(join(programs, 'python'), [resolve('test/engines/spark.py')]);
    for (const statement of DIALECTS.spark.beforehand) await said.ask(statement);
    await said.ask('CREATE DATABASE plant');
    await said.ask(`CREATE VIEW plant.readings AS SELECT * FROM parquet.\`${parquet}\``);
    return { ask: (statement) => said.ask(statement), end: () => said.end() };
  };
}

export function clickhouse(programs: string) {
  return async ({ parquet }: MadeTable): Promise<Engine> => {
    const said = new Conversation(join(programs, 'python'), [resolve('test/engines/clickhouse.py')]);
    for (const statement of DIALECTS.clickhouse.beforehand) await said.ask(statement);
    await said.ask('CREATE DATABASE plant');
    await said.ask(`CREATE TABLE plant.readings ENGINE = Memory AS SELECT * FROM file(${text(parquet)}, Parquet)`);
    return { ask: (statement) => said.ask(statement), end: () => said.end() };
  };
}

const POSTGRES_TYPES: Partial<Record<TableColumn['type'], string>> = {
  DOUBLE: 'double precision',
  FLOAT: 'real',
  VARCHAR: 'text',
};

export async function postgres({ csv }: MadeTable): Promise<Engine> {
  const started = new Started();
  const server = await Postgres.start(started, 'plumbline');
  const file = join(openFolder('statement'), 'statement.sql');
  // A statement may be longer than what a command line takes.
  const ask = (statement: string) => {
    writeFileSync(file, [...DIALECTS.postgres.beforehand, statement].join(';\n'));
    return server.read('postgres', file);
  };
  await ask('CREATE SCHEMA plant');
  const columns = TABLE_COLUMNS.map(({ name, type }) => `${quoted(name)} ${POSTGRES_TYPES[type] ?? type}`);
  await ask(`CREATE TABLE plant.readings (${columns.join(', ')})`);
  await ask(`\\copy plant.readings FROM ${text(csv)} (FORMAT csv, HEADER true, NULL '\\N')`);
  return {
    ask: async (statement) => {
      const rows = await ask(`SELECT row_to_json(answer) FROM (${statement}) AS answer`);
      const lines = rows.split('\n').filter((line) => line !== '');
      return lines.map((line) => Object.values(JSON.parse(line) as Record<string, Cell>));
    },
    end: () => started.end(),
  };
}
