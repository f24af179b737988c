import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/facts/document/document.ts';
import { exportJson } from '../../../src/report/export-json.ts';
import { metricsMarkdown } from '../../../src/report/metrics/markdown.ts';
import { onlySections } from '../../../src/report/page/only-sections.ts';
import { withoutRows } from '../../../src/report/page/without-rows.ts';
import { withoutTexts } from '../../../src/report/page/without-texts.ts';
import { buildReport } from '../../../src/report/build.ts';
import { parseReport } from '../../../src/report/parse.ts';
import { measured, run, stamp } from '../two-columns.ts';
import {
  asGood,
  advised,
  beyond,
  finding,
  inWhere,
  loud,
  missing,
  needing,
  quiet,
  relation,
  searched,
  segmentOf,
  splitBy,
  unsplit,
  withColumn,
  withDrift,
  withFindings,
  withModel,
  worse,
} from './constructed.ts';

const texts = (report: Report): string[] =>
  advised(report).advice?.map(({ text }) => text.replaceAll(/\s/g, ' ')) ?? [];
const since = {
  kind: 'step',
  values: { at: Date.UTC(2026, 10, 12), low: Date.UTC(2026, 10, 9), high: Date.UTC(2026, 10, 15), unit: 'day' },
} as const;

describe('in words', () => {
  test('a broken column: what speaks for it, since when, and what else', () => {
    const dated = withColumn(quiet, (column) =>
      withDrift(column, { statements: { text: { kind: 'identical', values: {} }, step: since } }),
    );
    expect(texts(withFindings(dated, beyond(601)))).toEqual([
      'Check the source of “x”: 601 current values lie beyond everything in the reference, 0 to 86,400. Its level has been another since about Nov 12, 2026 (Nov 9 – 15, 2026).',
    ]);
    const step = since.values;
    const change = { before: 0.01, after: 0.3, qValue: 0.001, step };
    expect(
      texts(withFindings(quiet, finding('missing', { share: 0.3, change }), missing(0.2, { column: '</script>' }))),
    ).toEqual([
      'Check the source of “x”: 30% of rows have no value, 1% before, since about Nov 12, 2026 (Nov 9 – 15, 2026). Check “</script>” too.',
    ]);
    expect(
      texts(withFindings(quiet, missing(0.3), finding('emptied', { before: 0, after: 0.95 }, { column: '</script>' }))),
    ).toEqual(['Check the source of “</script>”: 95% of rows have no value, 0% before. Check “x” too.']);
  });

  test.each<[Report, string]>([
    [
      withFindings(quiet, finding('constant', { value: { quote: 5 }, before: 'varies' })),
      'Check the source of “x”: every current value is the same; in the reference they vary.',
    ],
    [
      withFindings(quiet, finding('type-change', { reference: 'numbers', current: 'texts' })),
      'Check the source of “x”: it holds texts, numbers before.',
    ],
    [
      withFindings(quiet, finding('infinite', { side: 'current', cells: 1 })),
      'Check the source of “x”: 1 current value is infinite.',
    ],
    [
      withFindings(quiet, finding('only-in-one-file', { name: 'x', side: 'reference' }, { side: 'reference' })),
      'Check the source of “x”: the current file does not have it.',
    ],
    [
      inWhere(worse, unsplit),
      'Train the model again on newer rows: mean absolute error 1 → 4, while no input changed; no column’s mix explains more of it than chance would.',
    ],
    [
      withFindings(inWhere(worse, splitBy(0.5, 2.5)), relation),
      'Train the model again on newer rows: mean absolute error 1 → 4, while no input changed; +0.5 comes from another mix of rows by “x”, +2.5 from rows that are alike in it; at the same values of “x” the target is another than before.',
    ],
    [
      inWhere(worse, splitBy(2.5, 0.5)),
      'Train the model again with more weight on rows like the current ones: mean absolute error 1 → 4; +2.5 comes from another mix of rows by “x”, +0.5 from rows that are alike in it.',
    ],
    [withModel(quiet, {}, { twoModels: true }), 'Use model A: mean absolute error 0.6352 against 3.005.'],
    [needing(440), 'Collect about 340 more rows like these in each file: enough to say whether “x” changed.'],
    [needing(441), 'Collect about 350 more rows like these in each file: enough to say whether “x” changed.'],
    [
      needing(440, { evidence: { ...loud.columns[0]!.drift!.evidence!, rows: { reference: 5000, current: 100 } } }),
      'Collect about 340 more current rows like these: enough to say whether “x” changed.',
    ],
    [quiet, 'Nothing to do: nothing changed that matters.'],
    [withModel(quiet, asGood), 'Keep the model as it is: nothing changed that matters.'],
    [
      { ...quiet, verdict: { ...quiet.verdict, state: 'identical' } },
      'Nothing to do: the columns that were compared hold the same values.',
    ],
  ])('%#', (report, text) => {
    expect(texts(report)).toEqual([text]);
  });

  test('what follows from broken data waits until they are mended', () => {
    const [, again] = texts(withFindings(inWhere(worse, splitBy(2.5, 0.5)), beyond(601)));
    expect(again).toMatch(
      /^When that is clear, train the model again with more weight on rows like the current ones: /,
    );
  });
});

describe('in the document', () => {
  const full = advised(inWhere(worse, { ...splitBy(2.5, 0.5), search: searched, segments: [segmentOf(0.7)] }));

  test('it is made with the document, and not of an unfinished one', () => {
    const whole = { ...run(), performance: measured() };
    const where = splitBy(0.5, 2.5);
    const { advice } = buildReport({ ...whole, where }, stamp);
    expect(advice?.[0]?.text).toMatch(/^Check the source of “x”: 51 current values lie/);
    expect(advice).toMatchObject([
      { kind: 'check-data' },
      { kind: 'retrain', restsOn: [{ section: 'performance' }, { section: 'where' }] },
    ]);
    expect(buildReport({ ...whole, where, complete: false }, stamp)).not.toHaveProperty('advice');
  });

  test('it is opened again, with and without its texts, and is copied as Markdown', () => {
    expect(parseReport(exportJson(full)).advice).toEqual(full.advice);
    expect(withoutTexts(full).advice?.map(({ text }) => text)).toEqual(['', '']);
    expect(parseReport(exportJson(withoutTexts(full))).advice).toEqual(full.advice);
    expect(metricsMarkdown(full)).toContain('\n* Look at these rows first: “load” is “secret-load”');
  });

  test('a shared report names no cell of few rows in it', () => {
    const shared = withoutRows(full);
    expect(JSON.stringify(shared.advice)).not.toContain('secret');
    expect(shared.advice?.[1]?.text).toContain('“load” is a value left out here');
  });

  test('a file without a section goes without the advice that rests on it', () => {
    expect(onlySections(full, ['overview', 'drift', 'performance', 'where']).advice).toHaveLength(2);
    expect(onlySections(full, ['overview', 'where']).advice?.map(({ kind }) => kind)).toEqual(['look-at-rows']);
    expect(onlySections(full, ['overview', 'drift', 'performance'])).not.toHaveProperty('advice');
  });
});
