import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { LongRow } from '../../src/warehouse/frozen-edges.ts';

export interface Engine {
  run: (statement: string) => Promise<LongRow[]>;
  close: () => void;
}

/** A DuckDB of one's own, in memory. */
export async function openDuckDb(): Promise<Engine> {
  const instance = await DuckDBInstance.create();
  const connection: DuckDBConnection = await instance.connect();
  return {
    run: async (statement) => (await connection.runAndReadAll(statement)).getRowObjectsJS(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
