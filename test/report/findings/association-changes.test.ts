import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../src/report/build.ts';
import { parseReport } from '../../../src/report/parse.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { words } from '../../../src/words/words.ts';
import {
  associationsIn,
  associationShares,
  calmAssociations,
  changedAssociations,
} from '../../../tools/calibration/associations.ts';
import { bound } from '../../../tools/calibration/simulate.ts';
import { run, stamp } from '../two-columns.ts';

const RUNS = 30;

describe('reports of eight columns of categories', () => {
  test.each([
    '2 categories, no relation, 60 and 60',
    '5 categories, closely related, 500 and 100',
    '12 skewed categories, all pairs related, 500 and 500',
    '3 categories that stay (AR .9), no relation, 2000 and 500',
  ])('%s: any pair is called changed at most as often as α allows', (name) => {
    const { any, beyond } = associationShares(calmAssociations[name]!, RUNS);
    expect(any).toBeLessThanOrEqual(bound(RUNS));
    expect(beyond).toBeLessThanOrEqual(bound(RUNS));
  });

  test.each(['3 categories, V about 0.2 to 0.5, 500 and 500', '2 categories, V about 0.1 to 0.4, 1000 and 1000'])(
    '%s: called in nine of ten',
    (name) => {
      expect(associationShares(changedAssociations[name]!, RUNS).first).toBeGreaterThanOrEqual(0.9);
    },
  );
});

test('the report says so, and keeps it', () => {
  const { before, after, rows } = changedAssociations['3 categories, V about 0.2 to 0.5, 500 and 500']!;
  const random = seededRandom(5);
  const matrix = associationsIn({ reference: before(random, rows[0]), current: after!(random, rows[1]) });
  expect(matrix.tested).toMatchObject({ pairs: 28, changed: 1 });
  expect(matrix.changedMost[0]).toMatchObject({ a: 'c0', b: 'c1', changed: true });
  expect(words.sections.correlations.changes(matrix.tested!)).toMatch(/^1 of 28 pairs changed/);
  const report = buildReport({ ...run(), correlations: [matrix] }, stamp);
  expect(parseReport(JSON.stringify(report)).correlations).toEqual([matrix]);
});
