import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRefused, readTable } from './read-table.ts';
import { TABLE_CASES, TABLES } from './table-cases/table-cases.ts';

test.each(TABLE_CASES)('$id: $right', async ({ id, read = {}, refused, ...expected }) => {
  const files = readdirSync(`${TABLES}/${id}`).map(
    (name) => new File([new Uint8Array(readFileSync(`${TABLES}/${id}/${name}`))], name),
  );
  const found = await readTable(files, read);
  if (refused !== undefined || isRefused(found)) {
    expect(found).toMatchObject({ refused });
    return;
  }
  if (expected.rows !== undefined) expect(found.rows).toBe(expected.rows);
  if (expected.names) expect(found.columns.map(({ name }) => name)).toEqual(expected.names);
  for (const [name, facts] of Object.entries(expected.columns ?? {})) {
    expect(found.columns.find((column) => column.name === name)).toMatchObject({ name, ...facts });
  }
  expect(found.values).toMatchObject(expected.values ?? {});
  expect(found.readAs).toMatchObject(expected.readAs ?? {});
  expect(found.notes).toEqual(expect.arrayContaining([...(expected.notes ?? [])]));
});

test('every folder is a case', () => {
  expect([...new Set(TABLE_CASES.map(({ id }) => id))].sort()).toEqual(readdirSync(TABLES).sort());
});
