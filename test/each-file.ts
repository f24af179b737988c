import fc from 'fast-check';
import { afterAll, afterEach, vi } from 'vitest';
import { returnEngines } from './engine/node-database.ts';

/** What holds for every test file: they share a process, and its modules, one after another. */

/** Tests of properties draw the same examples in each run; `PROPERTY_SEED=7 npx vitest run test/stats` draws others. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });

afterEach(returnEngines);
afterAll(() => {
  vi.unstubAllGlobals();
});
