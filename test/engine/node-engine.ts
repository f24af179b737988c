import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Database } from '../../src/engine/database/database.ts';
import { judge } from '../../src/engine/database/judge.ts';
import { lockdown } from '../../src/engine/database/lockdown.ts';

export type NodeEngine = Awaited<ReturnType<typeof createDuckDB>>;

const connect = (engine: NodeEngine): { _conn: number } => engine.connect() as unknown as { _conn: number };

/** The page's own engine, in this process. */
export async function startNodeEngine(): Promise<NodeEngine> {
  const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bundle = { mainModule: join(dist, 'duckdb-eh.wasm'), mainWorker: join(dist, 'duckdb-node-eh.worker.cjs') };
  const engine = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await engine.instantiate(() => undefined);
  return engine;
}

/** A new database in an engine, locked down as the page's are; whatever the engine held is gone. */
export function databaseIn(engine: NodeEngine): Database {
  engine.reset();
  engine.dropFiles();
  engine.open({});
  const { _conn: connection } = connect(engine);
  const judged = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw judge(error).error;
    }
  };
  const run = (sql: string): Uint8Array => judged(() => engine.runQuery(connection, sql));
  for (const statement of lockdown) run(statement);
  return {
    query: (sql, signal) => {
      signal?.throwIfAborted();
      return Promise.resolve().then(() => [run(sql)]);
    },
    fetch: (sql) => Promise.resolve().then(() => run(sql)),
    registerFile: (name, content) => Promise.resolve(engine.registerFileBuffer(name, content)),
    dropFile: (name) => Promise.resolve(engine.dropFile(name)),
    insertArrow: async (stream, { home, name, create }) => {
      await Promise.resolve();
      const own = connect(engine);
      engine.runQuery(own._conn, `USE ${home}`);
      judged(() => {
        engine.insertArrowFromIPCStream(own._conn, stream, { name, create });
      });
      engine.disconnect(own._conn);
    },
    alive: () => true,
    close: () => undefined,
  };
}
