import { expect, test } from 'vitest';
import { withoutRows } from '../../../src/report/page/without-rows.ts';
import { failedResult } from '../../../src/analysis/run/column-result.ts';
import { buildReport } from '../../../src/report/build.ts';
import { run, stamp } from '../two-columns.ts';
import { madeReport } from './made-report.ts';

test('no text of a single row stays anywhere in the document', () => {
  const report = madeReport();
  const before = JSON.stringify(report);
  for (const kind of ['secret-id', 'secret remark', 'secret-cell', 'secret-operator']) expect(before).toContain(kind);
  expect(JSON.stringify(withoutRows(report))).not.toContain('secret');
  expect(JSON.stringify(report)).toBe(before);
});

test('what stays has the same verdict, counts and pictures', () => {
  const report = madeReport();
  const without = withoutRows(report);
  expect(without.verdict).toEqual(report.verdict);
  const operator = without.columns.find(({ name }) => name === 'operator')?.distribution;
  expect(operator?.kind === 'categorical' && operator.categories.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['early', 'late', 'night', 'rare category 1', 'rare category 2']),
  );
  const load = without.columns.find(({ name }) => name === 'load');
  expect(load?.drift?.outliers).toMatchObject({ counts: { current: 1 }, rows: [] });
  expect(load?.quality).toEqual({
    reference: { ...report.columns[2]?.quality.reference, mostCommon: [] },
    current: { ...report.columns[2]?.quality.current, mostCommon: [] },
  });
  expect(without.inputs.current?.notes).toMatchObject([{ severity: 'warning', column: 'temperature', row: 41 }]);
  expect(without.dataset.findings.map(({ text }) => text)).toContain('1 new category.');
});

test('a category that is called like a stand-in keeps its name to itself', () => {
  const report = madeReport();
  const picture = report.columns.find(({ name }) => name === 'operator')?.distribution;
  if (picture?.kind !== 'categorical') throw new Error('no categories');
  const [first] = picture.categories;
  if (first) first.name = 'rare category 1';
  const after = withoutRows(report).columns.find(({ name }) => name === 'operator')?.distribution;
  const names = after?.kind === 'categorical' ? after.categories.map(({ name }) => name) : [];
  expect(new Set(names).size).toBe(picture.categories.length);
  expect(names).toContain('rare category 2');
});

test('what a feature is like where few rows are is left out', () => {
  const report = madeReport();
  const planesOf = ({ performance }: typeof report) =>
    performance?.state === 'measured' ? performance.features.flatMap(({ plane }) => plane?.cells.current ?? []) : [];
  const rowsOf = (of: typeof report) => planesOf(of).flatMap(({ rows }) => rows);
  expect(Math.min(...rowsOf(report))).toBe(1);
  expect(Math.min(...rowsOf(withoutRows(report)))).toBe(5);
  for (const { at, rows, values } of planesOf(withoutRows(report))) {
    expect(at).toHaveLength(rows.length);
    for (const list of values) expect(list).toHaveLength(rows.length);
  }
});

test('what an engine said of a cell when a column failed is left out', () => {
  const whole = run();
  const [column] = whole.columns;
  if (column === undefined) throw new Error('a column');
  const failed = failedResult(
    { name: column.name } as Parameters<typeof failedResult>[0],
    new Error('Could not convert string "secret-cell" to DOUBLE'),
  );
  const report = buildReport({ ...whole, columns: [failed, ...whole.columns.slice(1)] }, stamp);
  expect(report.columns[0]?.drift?.text).toContain('secret-cell');
  const without = withoutRows(report);
  expect(JSON.stringify(without)).not.toContain('secret');
  expect(without.columns[0]?.drift?.text).toBe('Not tested: it could not be worked out.');
});

test('values that five rows share stay in sentences, others do not', () => {
  const whole = run();
  const [numbers, texts] = whole.columns;
  const { reference, current } = texts?.quality ?? {};
  if (!numbers || !texts || !reference || !current) throw new Error('two files');
  const top = (count: number): string | undefined => {
    const constant = { ...current, constant: true, mostCommon: [{ value: 'b', count }] };
    const columns = [numbers, { ...texts, quality: { reference, current: constant } }];
    const { dataset } = withoutRows(buildReport({ ...whole, columns }, stamp));
    return dataset.findings.find(({ kind }) => kind === 'constant')?.text;
  };
  expect(top(5)).toBe('Every current value is “b”; in the reference they vary.');
  expect(top(4)).toBe('Every current value is a value left out here; in the reference they vary.');
});

test('sentences of older documents that may quote values are left out whole', () => {
  const report = buildReport(run(), stamp);
  const old = JSON.parse(JSON.stringify(report).replaceAll(/"values":\{/g, '"was":{')) as typeof report;
  const texts = withoutRows(old).dataset.findings.map(({ kind, text }) => [kind, text]);
  expect(texts).toContainEqual(['new-categories', 'A sentence that quotes values was left out here.']);
  expect(texts.find(([kind]) => kind === 'out-of-range')?.[1]).toMatch(/values reach from/);
});
