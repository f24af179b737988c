import { expect, test } from 'vitest';
import { pictureScores } from '../../../src/analysis/summarise/bin-scores.ts';
import type { Report } from '../../../src/facts/document/document.ts';
import { compactReport, expandReport, type CompactReport } from '../../../src/report/page/compact.ts';
import { wordReport } from '../../../src/report/wording/word-report.ts';
import { madeReport } from './made-report.ts';

const throughText = (report: Report): Report =>
  wordReport(expandReport(JSON.parse(JSON.stringify(compactReport(report))) as CompactReport));

test('the document comes back whole; matrices with six decimals', () => {
  const report = madeReport();
  const back = throughText(report);
  const rest = (one: Report) => ({ ...one, correlations: [], performance: null });
  expect(rest(back)).toEqual(rest(wordReport(report)));
  expect(back.performance).toMatchObject({
    whole: report.performance?.state === 'measured' && report.performance.whole,
  });
  for (const [m, matrix] of report.correlations.entries()) {
    for (const side of ['reference', 'current'] as const) {
      for (const [i, row] of (matrix.values[side] ?? []).entries()) {
        for (const [j, value] of row.entries()) {
          const again = back.correlations[m]?.values[side]?.[i]?.[j];
          if (value === null) expect(again).toBeNull();
          else expect(Math.abs((again ?? NaN) - value)).toBeLessThanOrEqual(5e-7);
        }
      }
    }
  }
});

test('scores that follow from the counts beside them are left out, and come back', () => {
  const report = madeReport();
  for (const { distribution } of report.columns) if (distribution) distribution.scores = pictureScores(distribution);
  const packed = compactReport(report);
  expect(JSON.stringify(packed.columns)).not.toContain('"parts"');
  expect(expandReport(packed).columns).toEqual(report.columns);
});

test('curves of values that are no decimals, and matrices that are not symmetric, stay as they are', () => {
  const report = madeReport();
  const [column] = report.columns.filter(({ cumulative }) => cumulative !== null);
  const [matrix] = report.correlations;
  if (!column?.cumulative || !matrix?.values.current) throw new Error('no curve or matrix');
  column.cumulative.x = column.cumulative.x.map((x) => x + Math.PI);
  column.cumulative.reference = column.cumulative.reference.map((y) => y / Math.E);
  matrix.values.current[0] = matrix.values.current[0]?.map(() => 0.123456789) ?? [];
  const back = throughText(report);
  expect(back.columns.find(({ name }) => name === column.name)?.cumulative).toEqual(column.cumulative);
  expect(back.correlations[0]?.values.current).toEqual(matrix.values.current);
});
