import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openTables } from '../open-tables.ts';
import { rowsOf } from '../rows-of.ts';

async function zipped(files: Record<string, string | Uint8Array>, password?: string): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, ...(password !== undefined && { password }) });
  for (const [name, content] of Object.entries(files)) {
    const reader = typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content);
    await writer.add(name, name.endsWith('/') ? undefined : reader, { directory: name.endsWith('/') });
  }
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

const text = 'n,word\n1,a\n2,"b, c"\n';
const rows = [
  { n: '1.0', word: 'a' },
  { n: '2.0', word: 'b, c' },
];

async function read(content: Uint8Array): Promise<unknown> {
  const [data] = await openTables({ 'a.zip': content });
  if (data === undefined) throw new Error('nothing was opened');
  const found = await rowsOf(data);
  data.close();
  return found;
}

test('a table in a zip archive, beside what a Mac adds', async () => {
  const packed = await zipped({
    'data/': '',
    'data/may.csv': text,
    '__MACOSX/data/._may.csv': 'x',
    'data/.DS_Store': 'y',
  });
  const [data] = await openTables({ 'a.zip': packed });
  expect(data?.summary).toMatchObject({ name: 'a.zip', bytes: packed.length, rows: 2, format: 'CSV' });
  expect(data?.summary.readAs[0]).toEqual({ kind: 'packing', values: { as: 'zip', file: 'may.csv' } });
  data?.close();
});

test('one in the other', async () => {
  expect(await read(await zipped({ 'may.csv.gz': gzipSync(text) }))).toEqual(rows);
  expect(
    await read(gzipSync(await zipped({ 'may.json': '[{"n": 1, "word": "a"}, {"n": 2, "word": "b, c"}]' }))),
  ).toEqual(rows);
});

test.each([
  ['several tables', zipped({ 'a.csv': text, 'b.csv': text }), 'several-tables', { files: ['a.csv', 'b.csv'] }],
  ['no file', zipped({ 'a/': '' }), 'empty-file', { kind: 'archive' }],
  ['a password', zipped({ 'a.csv': text }, 'secret'), 'unsupported-format', { form: 'locked-zip' }],
  [
    'an end that is missing',
    zipped({ 'a.csv': text }).then((all) => all.subarray(0, 60)),
    'damaged-file',
    { format: 'zip' },
  ],
])('an archive with %s is refused', async (_what, content, code, values) => {
  await expect(read(await content)).rejects.toMatchObject({
    code,
    values,
    file: 'a.zip',
  });
});
