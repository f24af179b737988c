import { describe, expect, test } from 'vitest';
import type { CorrelationMatrix } from '../../../src/facts/document/distribution.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { metricsOf } from '../../../src/report/metrics/metrics-of.ts';
import { buildReport } from '../../../src/report/build.ts';
import { parseReport } from '../../../src/report/parse.ts';
import { words } from '../../../src/words/words.ts';
import {
  calmCorrelations,
  changedCorrelations,
  correlationShares,
  correlationsIn,
} from '../../../tools/calibration/correlations.ts';
import { bound } from '../../../tools/calibration/simulate.ts';
import { run, stamp } from '../two-columns.ts';

const RUNS = 30;

describe('reports of twelve columns', () => {
  test.each(['independent rows, 60 and 60', 'skewed (eᶻ), all pairs, 500 and 500', 'AR(1) φ = 0.9, 500 and 500'])(
    '%s: any pair is called changed at most as often as α allows',
    (name) => {
      const { any, beyond } = correlationShares(calmCorrelations[name]!, RUNS);
      expect(any).toBeLessThanOrEqual(bound(RUNS));
      expect(beyond).toBeLessThanOrEqual(bound(RUNS));
    },
  );

  test('a pair from 0.2 to 0.6 is called in nine of ten', () => {
    const { first } = correlationShares(changedCorrelations['independent rows, 500 and 500: 0.2 to 0.6']!, RUNS);
    expect(first).toBeGreaterThanOrEqual(0.9);
  });
});

describe('what a report says of them', () => {
  const { before, after, rows } = changedCorrelations['independent rows, 500 and 500: 0.2 to 0.6']!;
  const random = seededRandom(5);
  const correlations = correlationsIn({ reference: before(random, rows[0]), current: after!(random, rows[1]) });
  const report = buildReport({ ...run(), correlations }, stamp);
  const [pearson] = correlations;

  test('changed pairs stand first, with what chance makes of the largest difference', () => {
    expect(pearson?.tested).toMatchObject({ pairs: 66, changed: 1, minimum: 0.1 });
    expect(pearson?.changedMost[0]).toMatchObject({ a: 'x0', b: 'x1', changed: true });
    expect(pearson?.tested?.largest).toBe(Math.abs(pearson?.changedMost[0]?.difference ?? 0));
    expect(pearson?.tested?.largestByChance).toBeLessThan(pearson?.tested?.largest ?? 0);
    expect(words.sections.correlations.changes(pearson!.tested!)).toMatch(
      /^1 of 66 pairs changed.*\. The largest of 66 differences is 0\.\d+; chance alone makes up to 0\.\d+\.$/,
    );
  });

  test('a pair may have changed by less than chance makes of others', () => {
    expect(words.sections.correlations.changes({ ...pearson!.tested!, largest: 0.12, largestByChance: 0.43 })).toMatch(
      /is 0\.12; in pairs whose rows tell less chance alone makes up to 0\.43\.$/,
    );
  });

  test('a document keeps it, and one of before opens without it', () => {
    expect(parseReport(JSON.stringify(report)).correlations).toEqual(correlations);
    const old = correlations.map(({ tested: _, changedMost, ...rest }): CorrelationMatrix => ({
      ...rest,
      changedMost: changedMost.map(({ a, b, reference, current, difference }) => ({
        a,
        b,
        reference,
        current,
        difference,
      })),
    }));
    expect(parseReport(JSON.stringify({ ...report, correlations: old })).correlations).toEqual(old);
  });

  test('metrics hold it', () => {
    const value = (metric: string) =>
      metricsOf(report).find((one) => one.metric === metric && one.labels.method === 'pearson')?.value;
    expect(value('correlation_pairs_tested')).toBe(66);
    expect(value('correlation_pairs_changed')).toBe(1);
    expect(value('correlation_q_value')).toBe(pearson?.changedMost[0]?.qValue);
    expect(value('correlation_difference_by_chance')).toBe(pearson?.tested?.largestByChance);
  });
});

test('each pair has a verdict', () => {
  const pair = { a: 'x', b: 'y', reference: 0.1, current: 0.3, difference: 0.2 };
  const said = (changed?: boolean, difference = 0.2) =>
    words.sections.correlations.verdict({ ...pair, difference, ...(changed !== undefined && { changed }) }, 0.1);
  expect([said(true), said(false), said(false, -0.05), said()]).toEqual([
    'changed',
    'may be chance',
    'small',
    'not tested',
  ]);
});
