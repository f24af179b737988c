import type { Database } from '../../src/engine/database/database.ts';
import { databaseIn, startNodeEngine, type NodeEngine } from './node-engine.ts';

/** Starting an engine takes longer than most tests: all test files of a process use the same ones, each test with new databases. */
const idle: NodeEngine[] = [];
const used: NodeEngine[] = [];

/** Makes the engines of a test that has ended those of the next. */
export function returnEngines(): void {
  idle.push(...used.splice(0));
}

/** The page's own engine, locked down in the same way, run in this process; a test's own until it ends. */
export async function nodeDatabase(): Promise<Database> {
  const engine = idle.pop() ?? (await startNodeEngine());
  used.push(engine);
  return databaseIn(engine);
}
