import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import { profileColumns, type ColumnProfile } from '../../../src/engine/columns/profile.ts';
import { openTables } from '../open-tables.ts';

async function profiled(content: string | Uint8Array): Promise<Map<string, ColumnProfile>> {
  const [data] = await openTables({ [typeof content === 'string' ? 'a.csv' : 'a.arrow']: content }, { missing: [''] });
  if (data === undefined) throw new Error('nothing was opened');
  return new Map((await profileColumns(data, 1)).map((profile) => [profile.name, profile]));
}

test('numbers: zeros are one value, and so is what is no number; infinite ones are in no range', async () => {
  const x = ['1.5', '-0', '0', 'nan', 'nan', 'inf', '-inf', '', '7', '-7'];
  const profiles = await profiled(`x,empty,row\n${x.map((cell, i) => `${cell},,r${String(i)}`).join('\n')}\n`);
  expect(profiles.get('x')).toMatchObject({
    ...{ storage: 'number', sampled: 10, filled: 9, numbers: 9, distinct: 7, whole: 6 },
    ...{ min: -7, max: 7, times: 0, booleans: 0, codes: 0, meanLength: 0 },
  });
  expect(profiles.get('empty')).toMatchObject({ sampled: 10, filled: 0, distinct: 0, min: 0, max: 0 });
});

test('texts: what they read as, how long they are, and how many words they have', async () => {
  const long = `${'word '.repeat(40)}0123`;
  const cells = ['yes', 'Nein', '007', '1234567890123456', '12', ' 1.5', '2026-01-02', 'nan', 'näh', '', long, 'yes'];
  const profile = (await profiled(`t,n\n${cells.map((cell, i) => `${cell},${String(i)}`).join('\n')}\n`)).get('t');
  expect(profile).toMatchObject({
    ...{ storage: 'text', typed: false, tableRows: 12, sampled: 12, filled: 11, distinct: 10 },
    ...{ numbers: 5, whole: 4, min: 1.5, max: 1234567890123456, times: 1, booleans: 3, codes: 2 },
  });
  const lengths = cells.filter((cell) => cell !== '').map((cell) => cell.length);
  expect(profile?.meanLength).toBeCloseTo(lengths.reduce((a, b) => a + b, 0) / 11, 12);
  expect(profile?.meanWords).toBeCloseTo((9 + 2 + 41) / 11, 12);
});

test('whole numbers that a double cannot tell apart are kept as text, and all different', async () => {
  const big = BigInt64Array.from({ length: 100 }, (_, i) => 2n ** 60n + BigInt(i));
  const profiles = await profiled(tableToIPC(tableFromArrays({ big, small: Int32Array.from(big, (_, i) => i % 3) })));
  expect(profiles.get('big')).toMatchObject({
    storage: 'text',
    typed: true,
    filled: 100,
    distinct: 100,
    codes: 100,
  });
  expect(profiles.get('small')).toMatchObject({ filled: 100, distinct: 3, whole: 100, min: 0, max: 2 });
});

test('long tables are profiled on a sample of them, and none of it is left behind', async () => {
  const rows = Array.from(
    { length: 40_000 },
    (_, i) => `${String(i)},level ${String(i % 5)},${i % 2 ? 'true' : 'false'}`,
  );
  const [data] = await openTables({ 'a.csv': `x,site,ok\n${rows.join('\n')}\n` });
  if (data === undefined) throw new Error('nothing was opened');
  const [x, site, ok] = await profileColumns(data, 1);
  expect(Math.abs((x?.sampled ?? 0) - 10_000)).toBeLessThan(400);
  expect(x).toMatchObject({ tableRows: 40_000, filled: x?.sampled, distinct: x?.sampled });
  expect(site).toMatchObject({ sampled: x?.sampled, distinct: 5, meanWords: 2, meanLength: 7 });
  expect(ok).toMatchObject({ storage: 'boolean', booleans: x?.sampled, distinct: 2 });
  expect(await profileColumns(data, 1)).toEqual([x, site, ok]);
  const tables = await data.database.query("SELECT 1 FROM duckdb_tables() WHERE table_name LIKE 'sample%'");
  expect(tables.length).toBe(1);
});
