import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Report } from '../../src/facts/document/document.ts';
import { compactReport } from '../../src/report/page/compact.ts';
import { parseReport } from '../../src/report/parse.ts';
import { readHere } from '../../src/ui/files/documents/documents.ts';

const TEXT = gunzipSync(readFileSync('test/charts/fixtures/ai4i-report.json.gz')).toString();

/** The document with one value in place of another. */
function withValue(path: string, json: string): string {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const document = JSON.parse(TEXT) as Record<string, unknown>;
  const holder = keys.reduce((value, key) => value[key] as Record<string, unknown>, document);
  holder[last] = 'in its place';
  return JSON.stringify(document).replace('"in its place"', json);
}

test.each([
  ['a number beyond all bounds', 'columns.3.distribution.edges.2', '1e999', 'columns.3.distribution.edges.2'],
  ['a number beyond all bounds where nothing is checked', 'config.odd', '-1e999', 'config.odd'],
  ['lists in lists', 'config.odd', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, `config.odd${'.0'.repeat(38)}`],
  ['a matrix larger than its columns', 'correlations.0.columns', '["a"]', 'correlations.0.values'],
  ['a row longer than its matrix', 'correlations.0.values.current.1', '[1]', 'correlations.0.values'],
  ['counts that are no bins', 'columns.3.distribution.edges', '[0, 1]', 'columns.3.distribution'],
  ['a curve of other lengths', 'columns.3.cumulative.x', '[0, 1]', 'columns.3.cumulative'],
])('%s: the place is said', (_, path, json, where) => {
  const values = { problem: 'misfit', path: where };
  expect(() => parseReport(withValue(path, json))).toThrow(expect.objectContaining({ code: 'not-a-report', values }));
});

test('more columns than two files may have: the limit is said', () => {
  const { columns } = JSON.parse(TEXT) as Report;
  const many = Array.from({ length: 10_009 }, () => columns[0]);
  expect(() => parseReport(withValue('columns', JSON.stringify(many)))).toThrow(
    expect.objectContaining({ values: { problem: 'columns', columns: 10_009, limit: 10_008 } }),
  );
});

const pageOf = (carried: string | Buffer): File =>
  new File(
    [
      `<!doctype html><meta name="generator" content="plumbline-report/2"><script type="application/gzip" id="plumbline-report">${gzipSync(carried).toString('base64')}</script>`,
    ],
    'report.html',
  );

const compact = (): { correlations: unknown[] } & Record<string, unknown> => compactReport(parseReport(TEXT));

test('the document in a page of its own', async () => {
  const { columns } = await readHere.report(pageOf(JSON.stringify({ report: compact() })));
  expect(columns.map(({ name }: Report['columns'][number]) => name)).toEqual(
    parseReport(TEXT).columns.map(({ name }) => name),
  );
});

test('a page whose matrix says that it is larger than it is', async () => {
  const report = compact();
  report.correlations = [{ values: { current: { size: 1e6, millionths: [1] } } }];
  await expect(readHere.report(pageOf(JSON.stringify({ report })))).rejects.toMatchObject({
    code: 'not-a-report',
    values: { problem: 'cut-off-page' },
  });
});

test('a page that unpacks to more than a tab can hold', async () => {
  await expect(readHere.report(pageOf(Buffer.alloc(140_000_000, 32)))).rejects.toMatchObject({
    code: 'not-a-report',
    values: { problem: 'cut-off-page' },
  });
});
