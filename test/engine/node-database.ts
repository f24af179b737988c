import { afterEach } from 'vitest';
import type { Database } from '../../src/engine/database/database.ts';
import { databaseIn, startNodeEngine, type NodeEngine } from './node-engine.ts';

/** Starting an engine takes longer than most tests: those of a test file are used again, each time with a new database. */
const idle: NodeEngine[] = [];
const used: NodeEngine[] = [];

afterEach(() => {
  idle.push(...used.splice(0));
});

/** The page's own engine, locked down in the same way, run in this process; a test's own until it ends. */
export async function nodeDatabase(): Promise<Database> {
  const engine = idle.pop() ?? (await startNodeEngine());
  used.push(engine);
  return databaseIn(engine);
}
