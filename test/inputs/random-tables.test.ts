import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queryRows } from '../../src/engine/database/database.ts';
import { openFiles } from '../../src/engine/read/open.ts';
import { nodeDatabase } from '../engine/node-database.ts';
import { handleOf } from '../engine/node-handle.ts';
import { randomTables, type RandomTable } from './random-tables.ts';

const RUNS = 100;

const engine = handleOf(await nodeDatabase());

/** All tables go through one engine, which takes longer to start than to read them. */
async function cellsRead({ text }: RandomTable): Promise<{ names: string[]; rows: unknown[] }> {
  const files = [new File([text], 'random.csv')];
  const [data] = await openFiles([{ files, engine, onProgress: () => undefined }]);
  if (data === undefined) throw new Error('nothing was opened');
  const columns = data.columns.map(({ stored }, i) => `"${stored}" AS c${String(i)}`).join(', ');
  const rows = await queryRows(
    data.database,
    `SELECT strftime(c0, '%Y-%m-%d') AS c0, c1, c2, c3 FROM (SELECT ${columns} FROM ${data.source})`,
  );
  await data.database.query(`DROP TABLE ${data.source}`);
  return { names: data.columns.map(({ name }) => name), rows };
}

test('a table in any dialect is read back to the same cells', async () => {
  await fc.assert(
    fc.asyncProperty(randomTables, async (table) => {
      const rows = table.rows.map(({ day, amount, word, other }) => ({
        ...{ c0: day.toISOString().slice(0, 10), c1: amount, c2: word, c3: other },
      }));
      expect(await cellsRead(table)).toEqual({ names: table.names, rows });
    }),
    { numRuns: RUNS, seed: 20_260 },
  );
});
