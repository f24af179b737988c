import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/words/en/en.ts';
import { sampleName } from '../../src/words/en/read-as.ts';
import { density } from '../../src/words/en/figures/model.ts';
import { correlations } from '../../src/words/en/sections/correlations.ts';
import { parts } from '../../src/words/en/statements/headline.ts';
import { signedShare } from '../../src/words/format.ts';
import { noteText } from '../../src/words/reading-text.ts';

const { periods } = en.sides;
const fewerNames = (width: number) =>
  noteText({ kind: 'names-fewer', values: { named: 1, width }, severity: 'warning', file: 'a.csv' });
const pairs = { minimum: 0.1, largest: 0.05, largestByChance: 0.2, changed: 0 };

describe('a sentence that counts is as right of one as of several', () => {
  test.each([
    [parts.insufficient({ count: 1, tested: 1 }, periods), 'For 1 column there are too few data to see a change.'],
    [
      parts.insufficient({ count: 2, tested: 2 }, periods),
      'There are too few data to see a change in any of 2 columns.',
    ],
    [parts.unchanged({ count: 1, tested: 1 }, periods), 'No change in the one column that was compared.'],
    [parts.unchanged({ count: 1, tested: 3 }, periods), 'No change in 1 of 3 columns.'],
    [
      correlations.changes({ ...pairs, pairs: 1 }),
      'The one pair did not change. The difference is 0.05; chance alone makes up to 0.20.',
    ],
    [
      correlations.changes({ ...pairs, pairs: 3 }),
      'None of 3 pairs changed. The largest of 3 differences is 0.05; chance alone makes up to 0.20.',
    ],
    [en.figures.heatMap.notListed(1), '1 weaker pair is not listed.'],
    [en.files.setUp.applied(1), 'is applied: the one column that it names is there.'],
    [en.files.setUp.applied(2), 'is applied: all 2 columns that it names are there.'],
    [en.run.amounts.columns(0, 1), '0 of 1 column'],
    [en.figures.groups.rows([1]), '1 row'],
    [en.pictures.pickAll(1), 'Pick it'],
    [en.pictures.zip.saveAll(1), 'Save it as zip'],
    [en.figures.groups.rows([1, 4]), '1 → 4 rows'],
    [sampleName({ method: 'first', rows: 1 }), 'the first 1 row'],
    [sampleName({ method: 'every', n: 2 }), 'every 2nd row'],
    [sampleName({ method: 'every', n: 13 }), 'every 13th row'],
    [sampleName({ method: 'every', n: 23 }), 'every 23rd row'],
    [fewerNames(2), /: the last column is numbered\. /],
    [fewerNames(3), /: the last 2 columns are numbered\. /],
  ])('%s', (text, wanted) => {
    if (typeof wanted === 'string') expect(text).toBe(wanted);
    else expect(text).toMatch(wanted);
  });
});

test.each([
  [0.4268, '+42.7%'],
  [-0.031, '−3.1%'],
  [0.00002, '< +0.01%'],
  [-0.00002, '> −0.01%'],
  [0.9998, '+100%'],
  [-0.9998, '< −99.9%'],
  [-1, '−100%'],
  [0, '0%'],
  [null, '–'],
])('a relative change of %s is written %s', (value, text) => {
  expect(signedShare(value)).toBe(text);
});

/** The themes turn light and dark round. */
const OF_ONE_THEME = /\b(?:darker|darkest|lighter|lightest|brighter|brightest|paler|palest|blacker|whiter)\b/i;

test('no text tells values apart by light and dark, which the themes turn round', () => {
  expect(density.describe).toMatch(/the stronger the colour/);
  const files = readdirSync('src/words/en', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter((name) => OF_ONE_THEME.test(readFileSync(`src/words/en/${name}`, 'utf8')))).toEqual([]);
});

test('since when the error is another is told with both levels', () => {
  const step = { at: Date.UTC(2026, 10, 12), low: Date.UTC(2026, 10, 12), high: Date.UTC(2026, 10, 12), unit: 'day' };
  expect(en.model.notes['error-since']({ measure: 'mae', ...step, before: 0.6, after: 4.9 }, en.sides.periods)).toBe(
    'The mean absolute error has another level since Nov 12, 2026: 0.6 before, 4.9 since.',
  );
});
