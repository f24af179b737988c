import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { queryRows } from '../../../src/engine/database/database.ts';
import { unpackMembers } from '../../../src/engine/packed/gzip-members.ts';
import { openTables } from '../open-tables.ts';

const text = `n,word\n${Array.from({ length: 500 }, (_, i) => `${String(i / 8)},"word ${String(i % 7)}, ü"\n`).join('')}`;
const packed = gzipSync(text);

async function rowsOf(tables: Record<string, string | Uint8Array>): Promise<unknown[]> {
  const [data] = await openTables(tables);
  if (data === undefined) throw new Error('nothing was opened');
  const rows = await queryRows(data.database, `SELECT * FROM ${data.source}`);
  data.close();
  return rows;
}

describe('a table packed with gzip', () => {
  test('has the rows of the table itself', async () => {
    expect(await rowsOf({ 'a.csv.gz': packed })).toEqual(await rowsOf({ 'a.csv': text }));
  });

  test('is told by its content, whatever it is called', async () => {
    expect(await rowsOf({ 'a.csv': packed })).toHaveLength(500);
  });

  test('may have any encoding', async () => {
    const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(await rowsOf({ 'a.csv.gz': gzipSync(wide) })).toEqual(await rowsOf({ 'a.csv': text }));
  });

  test('says that it was packed, and how long the dropped file is', async () => {
    const [data] = await openTables({ 'a.csv.gz': packed });
    expect(data?.summary).toMatchObject({ name: 'a.csv.gz', bytes: packed.length, rows: 500, format: 'CSV' });
    expect(data?.summary.readAs).toContainEqual({ kind: 'packing', values: { as: 'gzip' } });
    data?.close();
  });

  test.each([
    ['cut off', packed.subarray(0, packed.length / 2), 'damaged-file'],
    ['of nothing', gzipSync(''), 'empty-file'],
    ['four times', gzipSync(gzipSync(gzipSync(packed))), 'unsupported-format'],
    ['of a picture', gzipSync(Buffer.from('\x89PNG', 'latin1')), 'unsupported-format'],
  ])('is refused when it is %s', async (_what, content, code) => {
    await expect(openTables({ 'a.csv.gz': content })).rejects.toMatchObject({ code, file: 'a.csv.gz' });
  });
});

/** Unpacks one member as browsers do: they refuse what stands behind it. */
async function strictly(member: Blob): Promise<Blob> {
  const bytes = new Uint8Array(await member.arrayBuffer());
  const { engine, buffer } = gunzipSync(bytes, { info: true }) as unknown as { engine: Zlib; buffer: Buffer };
  if (engine.bytesWritten !== bytes.length) throw new TypeError('junk behind the end');
  return new Blob([new Uint8Array(buffer)]);
}

interface Zlib {
  bytesWritten: number;
}

describe('members of a gzip file, where only one can be unpacked at once', () => {
  const half = text.length / 2;
  const members = [gzipSync(text.slice(0, half)), gzipSync(text.slice(half))];

  test.each([
    ['two', members],
    ['one with zeros behind it', [packed, Buffer.alloc(300)]],
    ['two with zeros behind them', [...members, Buffer.alloc(1)]],
  ])('%s', async (_what, pieces) => {
    const content = await unpackMembers(new Blob(pieces.map((piece) => new Uint8Array(piece))), strictly);
    expect(await content?.text()).toBe(text);
  });

  test('a member that is cut off is not made whole', async () => {
    expect(await unpackMembers(new Blob([new Uint8Array(packed.subarray(0, 200))]), strictly)).toBeNull();
  });
});
