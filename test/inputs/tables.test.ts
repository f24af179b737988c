import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRefused, readTable } from './read-table.ts';
import { COLUMNAR } from './table-cases/columnar.ts';
import { DATES } from './table-cases/dates.ts';
import { FIELDS } from './table-cases/fields.ts';
import { FRAMES } from './table-cases/frames.ts';
import { LISTS } from './table-cases/lists.ts';
import { MESSY } from './table-cases/messy.ts';
import { NUMBERS } from './table-cases/numbers.ts';
import { PACKINGS } from './table-cases/packings.ts';
import type { TableCase } from './table-cases/table-case.ts';
import { WORKBOOKS } from './table-cases/workbooks.ts';

const TABLES = 'test/inputs/tables';
const CASES: TableCase[] = [
  ...COLUMNAR,
  ...FRAMES,
  ...FIELDS,
  ...DATES,
  ...NUMBERS,
  ...LISTS,
  ...PACKINGS,
  ...WORKBOOKS,
  ...MESSY,
];

test.each(CASES)('$id: $right', async ({ id, read = {}, refused, ...expected }) => {
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
  expect(CASES.map(({ id }) => id).sort()).toEqual(readdirSync(TABLES).sort());
});
