import { expect, test } from 'vitest';
import { withoutRows } from '../../../src/report/page/without-rows.ts';
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
  const cells = without.inputs.current?.notes.map(({ text }) => text).join(' ');
  expect(cells).toContain('temperature: 1 cell is not a number and count as missing.');
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
