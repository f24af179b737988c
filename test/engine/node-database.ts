import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import type { Database } from '../../src/engine/database/database.ts';
import { lockdown } from '../../src/engine/database/lockdown.ts';

type Duck = Awaited<ReturnType<typeof createDuckDB>>;

/** Starting an engine takes longer than most tests: those of a test file are used again, each time with a new database. */
const idle: Duck[] = [];
const used: Duck[] = [];

afterEach(() => {
  idle.push(...used.splice(0));
});

const connect = (duck: Duck): { _conn: number } => duck.connect() as unknown as { _conn: number };

async function startEngine(): Promise<Duck> {
  const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bundle = { mainModule: join(dist, 'duckdb-eh.wasm'), mainWorker: join(dist, 'duckdb-node-eh.worker.cjs') };
  const duck = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await duck.instantiate(() => undefined);
  return duck;
}

/** The page's own engine, locked down in the same way, run in this process; a test's own until it ends. */
export async function nodeDatabase(): Promise<Database> {
  const duck = idle.pop() ?? (await startEngine());
  used.push(duck);
  duck.reset();
  duck.dropFiles();
  duck.open({});
  const { _conn: connection } = connect(duck);
  const run = (sql: string): Uint8Array => duck.runQuery(connection, sql);
  for (const statement of lockdown) run(statement);
  return {
    query: (sql, signal) => {
      signal?.throwIfAborted();
      return Promise.resolve().then(() => [run(sql)]);
    },
    fetch: (sql) => Promise.resolve().then(() => run(sql)),
    registerFile: (name, content) => Promise.resolve(duck.registerFileBuffer(name, content)),
    dropFile: (name) => Promise.resolve(duck.dropFile(name)),
    insertArrow: (stream, { home, name, create }) => {
      const own = connect(duck);
      duck.runQuery(own._conn, `USE ${home}`);
      duck.insertArrowFromIPCStream(own._conn, stream, { name, create });
      duck.disconnect(own._conn);
      return Promise.resolve();
    },
    alive: () => true,
    close: () => undefined,
  };
}
