import { describe, expect, test } from 'vitest';
import { en } from '../../src/words/en/en.ts';
import { statisticText } from '../../src/words/en/statements/statistics.ts';

const { periods, models } = en.sides;

describe('why a statistic is not defined', () => {
  test.each([
    [periods, 'Kolmogorov–Smirnov test: needs at least one value on each side; the current file has none'],
    [models, 'Kolmogorov–Smirnov test: needs at least one value on each side; model B has none'],
  ])('speaks of the files as the report does', (sides, text) => {
    expect(statisticText({ kind: 'no-values', values: { statistic: 'ks', side: 'current' } }, sides)).toBe(text);
  });

  test('of both files', () => {
    expect(statisticText({ kind: 'no-values', values: { statistic: 'cumulative', side: 'both' } }, periods)).toBe(
      'Cumulative curves: needs at least one value on each side; the reference and the current file have none',
    );
  });
});
