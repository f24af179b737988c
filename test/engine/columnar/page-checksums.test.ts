import { parquetMetadata } from 'hyparquet';
import { readFileSync } from 'node:fs';
import { crc32 as reference } from 'node:zlib';
import { expect, test } from 'vitest';
import { crc32 } from '../../../src/engine/columnar/crc32.ts';
import { openTables } from '../open-tables.ts';

test.each([0, 1, 7, 8, 9, 100, 4099])('the CRC-32 of %i bytes is that of zlib', (length) => {
  const bytes = Uint8Array.from({ length: length + 3 }, (_, i) => (i * i * 31 + length) % 251).subarray(3);
  expect(crc32(bytes)).toBe(reference(bytes) | 0);
});

const read = (version: number): Buffer =>
  readFileSync(`test/engine/fixtures/checksums/pages-${String(version)}.parquet`);

/** Each column in each row group, and where its last page ends. */
function chunksOf(file: Buffer): { column: string; end: number }[] {
  const { row_groups: groups } = parquetMetadata(Uint8Array.from(file).buffer);
  return groups.flatMap(({ columns }) =>
    columns.flatMap(({ meta_data: chunk }) => {
      if (chunk === undefined) return [];
      const start = chunk.dictionary_page_offset ?? chunk.data_page_offset;
      return [{ column: String(chunk.path_in_schema[0]), end: Number(start + chunk.total_compressed_size) }];
    }),
  );
}

const chunks = [1, 2].flatMap((version) => chunksOf(read(version)).map((chunk) => ({ version, ...chunk })));

test.each([1, 2])('pages of version %i with their checksums are read', async (version) => {
  const [data] = await openTables({ 'a.parquet': read(version) });
  expect(data?.summary).toMatchObject({ rows: 600, notes: [] });
  expect(chunks.filter((chunk) => chunk.version === version)).toHaveLength(8);
});

test.each(chunks)(
  'a bit of $column before $end in pages of version $version is told',
  async ({ version, column, end }) => {
    const damaged = read(version);
    damaged[end - 9] = (damaged[end - 9] ?? 0) ^ 4;
    await expect(openTables({ 'a.parquet': damaged })).rejects.toMatchObject({
      ...{ code: 'damaged-file', values: { format: 'parquet-page', column }, file: 'a.parquet', column },
    });
  },
);
