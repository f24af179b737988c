import { expect, test } from 'vitest';
import type { Report } from '../../src/facts/document/document.ts';
import { metricsMarkdown } from '../../src/report/metrics/markdown.ts';
import { metricsOf } from '../../src/report/metrics/metrics-of.ts';
import { openMetrics } from '../../src/report/metrics/openmetrics.ts';
import { withoutRows } from '../../src/report/page/without-rows.ts';
import { parseReport } from '../../src/report/parse.ts';
import { buildReport } from '../../src/report/build.ts';
import type { ChosenRowsValues } from '../../src/facts/statements/chosen-rows.ts';
import { run, stamp } from './two-columns.ts';

const rows = (kept: number) => ({ reference: { kept, all: 100 }, current: { kept: kept + 1, all: 100 } });

const filterBy = (value: string, kept: number): ChosenRowsValues['filter'] => ({
  conditions: [
    { column: '__proto__', test: 'in', values: [{ quote: value, rows: kept }] },
    { column: 't', test: 'clock', part: 'hour', first: 22, last: 5 },
    { column: 'x', test: 'range', from: 1.5, to: null, withoutFrom: true, withTo: false, as: 'number' },
  ],
  rows: rows(kept),
});

const reportWith = (filter: ChosenRowsValues['filter']): Report => {
  const { config, ...rest } = run();
  const settings = { ...config, filter: [{ column: 'x', test: 'equals' as const, value: 'secret' }] };
  return buildReport({ ...rest, config: settings, chosen: { filter } }, stamp);
};

test('a report of some rows says so in its headline, and every number of it', () => {
  const report = reportWith(filterBy('</script>', 20));
  expect(report.filter?.text).toMatch(/^Only rows where “__proto__” is “<.script>”, “t” is from /);
  expect(report.filter?.text).toMatch(/and “x” is above 1.5: 20 of 100 and 21 of 100\.$/);
  expect(report.verdict.exploratory).toBe(true);
  expect(report.verdict.headline).toMatch(/Exploratory: this holds for the rows that a filter chose\.$/);
  expect(report.verdict.detail).not.toContain('sample');
  const labels = metricsOf(report).map(({ labels: { filter } }) => filter);
  expect(new Set(labels)).toEqual(
    new Set([report.filter?.text.slice('Only rows where '.length).replace(/: 20 of.*$/, '')]),
  );
  for (const line of openMetrics(report)
    .split('\n')
    .filter((text) => /^[a-z]/.test(text)))
    expect(line).toContain('filter="“__proto__” is “</script>”');
  expect(metricsMarkdown(report)).toContain('20 of 100 and 21 of 100');
});

test('what few rows share is named in no shared report, neither in words nor in its settings', () => {
  expect(JSON.stringify(withoutRows(reportWith(filterBy('secret', 3))))).not.toContain('secret');
  const shared = withoutRows(reportWith(filterBy('night', 30)));
  expect(shared.filter?.text).toContain('“night”');
  expect(shared.config.filter).toBeDefined();
});

test('a document without a filter has none, and one with it is opened again', () => {
  expect(buildReport(run(), stamp)).not.toHaveProperty('filter');
  const report = reportWith(filterBy('a', 9));
  expect(parseReport(JSON.stringify(report)).filter).toEqual(report.filter);
});

test('one file in two is said', () => {
  const half = (value: string) => ({ column: 'line', test: 'in' as const, values: [{ quote: value }] });
  const split = { reference: half('A'), current: half('B'), rows: rows(3) };
  const report = buildReport({ ...run(), chosen: { split } }, stamp);
  expect(report.split?.text).toBe(
    'One file in two: in the reference “line” is “A” (3 rows), in the current file “line” is “B” (4 rows).',
  );
  expect(report.verdict.exploratory).toBeUndefined();
});
