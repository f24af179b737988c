import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Database } from '../../src/engine/database.ts';
import { lockdown } from '../../src/engine/lockdown.ts';

/** The page's own engine, locked down in the same way, run in this process. */
export async function nodeDatabase(): Promise<Database> {
  const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bundle = { mainModule: join(dist, 'duckdb-eh.wasm'), mainWorker: join(dist, 'duckdb-node-eh.worker.cjs') };
  const duck = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await duck.instantiate(() => undefined);
  duck.open({});
  const connection = duck.connect() as unknown as { _conn: number };
  const run = (sql: string): Uint8Array => duck.runQuery(connection._conn, sql);
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
      const own = duck.connect() as unknown as { _conn: number };
      duck.runQuery(own._conn, `USE ${home}`);
      duck.insertArrowFromIPCStream(own._conn, stream, { name, create });
      duck.disconnect(own._conn);
      return Promise.resolve();
    },
    alive: () => true,
    close: () => undefined,
  };
}
