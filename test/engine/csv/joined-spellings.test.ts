import { DuckDBInstance } from '@duckdb/node-api';
import { utils, write } from '@e965/xlsx';
import { columnFromArray, dictionary, int32, tableFromColumns, tableToIPC, utf8 } from '@uwdata/flechette';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTables } from '../open-tables.ts';
import { rowsOf } from '../rows-of.ts';

const PLANT = `pl"ant'`;
const plants = ['North', ' north', 'NÖRTH', 'Groß  Ost', 'gross ost', null];
const codes = ['00501', '501', '000', 'A01', '0', null];
const joined = ['north', 'north', 'north', 'gross ost', 'gross ost', null];
const stripped = ['501', '501', '0', 'A01', '0', null];
const kept = ['North', ' north', 'NÖRTH', 'Groß  Ost', 'gross ost', null];

const records = plants.map((plant, i) => ({ n: i, [PLANT]: plant, code: codes[i] ?? null, remark: plant }));

function arrow(): Uint8Array {
  const table = tableFromColumns([
    ['n', columnFromArray(records.map(({ n }) => n))],
    [PLANT, columnFromArray(plants, dictionary(utf8(), int32()))],
    ['code', columnFromArray(codes, utf8())],
    ['remark', columnFromArray(plants, utf8())],
  ]);
  return tableToIPC(table, { format: 'file' })!;
}

async function parquet(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'spellings-'));
  const path = join(folder, 'a.parquet');
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`CREATE TABLE t (n INTEGER, "pl""ant'" VARCHAR, code VARCHAR, remark VARCHAR)`);
  for (const { n, code, remark } of records) {
    await connection.run('INSERT INTO t VALUES ($1, $2, $3, $2)', [n, remark, code]);
  }
  await connection.run(`COPY t TO '${path}' (FORMAT PARQUET, ROW_GROUP_SIZE 3)`);
  const bytes = readFileSync(path);
  connection.closeSync();
  rmSync(folder, { recursive: true });
  return bytes;
}

function workbook(): Uint8Array {
  const book = utils.book_new();
  const cells = records.map((record) => Object.values(record));
  utils.book_append_sheet(book, utils.aoa_to_sheet([Object.keys(records[0] ?? {}), ...cells]), 'a');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const files: [string, () => Uint8Array | string | Promise<Uint8Array>][] = [
  ['a.parquet', parquet],
  ['a.arrow', arrow],
  ['a.xlsx', workbook],
  ['a.json', () => JSON.stringify(records)],
  ['a.ndjson', () => records.map((record) => JSON.stringify(record)).join('\n')],
];

test.each(files)(
  'spellings and codes are joined in %s where that is asked, and nowhere else',
  async (name, content) => {
    const columns = new Map([
      [PLANT, 'folded'],
      ['code', 'without_zeros'],
      ['n', 'folded'],
      ['not there', 'folded'],
    ] as const);
    const [data] = await openTables({ [name]: await content() }, { columns });
    if (data === undefined) throw new Error('nothing was opened');
    const rows = await rowsOf(data);
    expect(rows.map((row) => row[PLANT])).toEqual(joined);
    expect(rows.map(({ code }) => code)).toEqual(stripped);
    expect(rows.map(({ remark }) => remark)).toEqual(kept);
    expect(rows.map(({ n }) => Number(n))).toEqual(records.map(({ n }) => n));
    data.close();
  },
);
