import { expect } from 'vitest';
import type { InputCase } from './input-case.ts';
import { expectClose } from '../stats/oracle.ts';
import { column, findings, isBeyondNoise, measure, measured } from './read-report.ts';

/** What is said of columns and measures. */
export const VERDICTS: InputCase[] = [
  {
    id: 'columns/float32-digits',
    right: 'the same law, written with the digits of float32: nothing changed',
    check: ({ verdict }) => {
      expect(verdict.counts.changed).toBe(0);
    },
  },
  {
    id: 'columns/emptied',
    right: 'a column goes from 0 to 95 % missing: the headline says so',
    check: (report) => {
      expect(report.verdict.headline).toMatch(/emptied: .*group.* \(0% → 95% without a value\)/);
      expect(findings(report)).toContain('emptied group');
    },
  },
  {
    id: 'columns/one-row',
    right:
      'one row against a hundred: no verdict of change, and nothing to be alarmed at; that it lies outside is said of f0 alone',
    check: (report) => {
      expect(report.verdict.counts.changed).toBe(0);
      expect(report.dataset.findings.filter(({ severity }) => severity !== 'low')).toEqual([]);
      const outside = findings(report).filter((finding) => /^(outliers|out-of-range) /.test(finding));
      expect(new Set(outside)).toEqual(new Set(['outliers f0', 'out-of-range f0']));
    },
  },
  {
    id: 'columns/rare-class',
    right: 'a rare class went from .2 to .6 % of 5000 rows, p .0015: called',
    config: { rowOrder: 'none' },
    check: (report) => {
      const { drift } = column(report, 'grade');
      expectClose(drift?.evidence?.pValue ?? NaN, 0.0015316384600852872);
      expect(drift?.state).toBe('changed');
    },
  },
  {
    id: 'model/nearly-all-right',
    right:
      '56 of 60 right, then 60 of 60: Fisher p .119, no more than noise; the interval does not end where it begins',
    check: (report) => {
      expect(isBeyondNoise(report)).toBe(false);
      const accuracy = measure(report, 'accuracy').values.current;
      expect(accuracy?.low).toBeCloseTo(0.94, 2);
    },
  },
  {
    id: 'model/all-right',
    right: '40 of 40 right, then 37 of 40: Fisher p .24, no more than noise',
    check: (report) => {
      expect(isBeyondNoise(report)).toBe(false);
    },
  },
  {
    id: 'model/no-positive',
    right: 'no row of the class that is looked for: recall and F1 are not defined',
    check: (report) => {
      expect(measured(report, 'accuracy')[1]).toBeCloseTo(0.7333333333333333, 12);
      expect(measured(report, 'specificity')[1]).toBeCloseTo(0.7333333333333333, 12);
      expect([measured(report, 'recall')[1], measured(report, 'f1')[1]]).toEqual([undefined, undefined]);
    },
  },
  {
    id: 'model/zero-targets',
    right: 'half of the targets are zero: MAPE is of the others, and how many rows that leaves out is said',
    check: (report) => {
      expectClose(measured(report, 'mape')[0] ?? NaN, 0.15912306233636123);
      expectClose(measured(report, 'wape')[1] ?? NaN, 0.12080843585237257);
      const said = report.performance?.state === 'measured' ? report.performance.notes : [];
      expect(said.some((text) => text.includes('30') && text.includes('28'))).toBe(true);
    },
  },
];
