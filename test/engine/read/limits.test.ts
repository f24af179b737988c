import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import { MOST_COLUMNS } from '../../../src/facts/limits.ts';
import { openTables } from '../open-tables.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `c${String(i)}`);
const WIDE = { code: 'too-large', values: { kind: 'columns', columns: MOST_COLUMNS + 1, limit: MOST_COLUMNS } };

test('a text table of too many columns is refused before it is looked at column by column', async () => {
  const row = names(MOST_COLUMNS + 1).join(',');
  const text = `a title\n${row}\n${row.replaceAll('c', '')}\n${row.replaceAll('c', '1')}\n`;
  await expect(openTables({ 'a.csv': text })).rejects.toMatchObject({ ...WIDE, file: 'a.csv' });
});

test('so is an Arrow file', async () => {
  const columns = Object.fromEntries(names(MOST_COLUMNS + 1).map((name) => [name, Float64Array.of(1, 2)]));
  const content = tableToIPC(tableFromArrays(columns), 'file');
  await expect(openTables({ 'a.arrow': content })).rejects.toMatchObject({ ...WIDE, file: 'a.arrow' });
});

test('of an archive of thousands of files none is unpacked', async () => {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, level: 0 });
  for (const name of names(3000)) await writer.add(`${name}.csv`, new TextReader('a,b\n1,2\n'));
  const content = new Uint8Array(await (await writer.close()).arrayBuffer());
  // Whoever unpacked the first would find that it holds something else than its checksum says.
  content[content.indexOf('1'.charCodeAt(0))] = '9'.charCodeAt(0);
  const refused = {
    code: 'several-tables',
    file: 'a.zip',
    values: { files: names(3000).map((name) => `${name}.csv`) },
  };
  await expect(openTables({ 'a.zip': content })).rejects.toMatchObject(refused);
});
