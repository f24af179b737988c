import { expect, it } from 'vitest';
import { queryRows } from '../../../src/engine/database/database.ts';
import { wholeTable } from '../../../src/engine/read/sampled-table.ts';
import type { Home } from '../../../src/engine/read/table.ts';
import { nodeDatabase } from '../node-database.ts';

/** How the engine keeps the numbers of a table of a million rows that grew in six pieces. */
async function kept(home: Home): Promise<string[]> {
  const database = await nodeDatabase();
  const target = wholeTable({ database, home, names: Array.from({ length: 16 }, String), signal: undefined });
  await database.query(`CREATE TABLE ${target.table} (a DOUBLE)`);
  for (let piece = 0; piece < 6; piece++) {
    await database.query(`INSERT INTO ${target.table} SELECT i::DOUBLE FROM range(176000) r(i)`);
    await target.taken();
  }
  await target.finish();
  const segments = await queryRows(
    database,
    `SELECT DISTINCT compression AS how FROM pragma_storage_info('${target.table}') WHERE segment_type = 'DOUBLE'`,
  );
  return segments.map(({ how }) => String(how));
}

it('leaves a table as it is where it fits well, at no cost for compressing', async () => {
  expect(await kept('memory')).toEqual(['Uncompressed']);
});

it('compresses a large table, its last rows too', async () => {
  const how = await kept('store');
  expect(how).not.toContain('Uncompressed');
  expect(how.length).toBeGreaterThan(0);
});
