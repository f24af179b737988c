import { describe, expect, test } from 'vitest';
import { categoricalDistribution, numericDistribution } from '../../../src/analysis/summarise/distributions.ts';
import type { BinScore } from '../../../src/facts/document/distribution.ts';
import { binnedScores } from '../../../src/report/verdict/binned-scores.ts';
import { ecdf } from '../../../src/stats/describe/ecdf.ts';
import { frequencyTable } from '../../../src/stats/describe/frequency-table.ts';
import { seededRandom } from '../../../src/stats/random.ts';

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);
const whole: Record<BinScore['method'], (parts: readonly number[]) => number> = {
  psi: sum,
  jensen_shannon: (parts) => Math.sqrt(sum(parts)),
  hellinger: (parts) => Math.sqrt(sum(parts)),
};

const random = seededRandom(3);
const uniform = (size: number, shift = 0): Float64Array => Float64Array.from({ length: size }, () => random() + shift);
const texts = (size: number, levels: number) =>
  frequencyTable(Array.from({ length: size }, () => `level ${String(Math.floor(random() * levels))}`));

describe('the picture’s bins are the score’s bins', () => {
  test.each([
    ['round numbers', { rule: 'nice' }],
    ['equal width', { rule: 'equal_width', count: 7 }],
    ['quantiles', { rule: 'quantiles', count: 12 }],
  ] as const)('%s: one part a bin and one on either side, which add up', (_, bins) => {
    const columns = { reference: ecdf(uniform(500)), current: ecdf(uniform(400, 0.2)) };
    const drawn = numericDistribution(columns, { type: 'numeric', bins });
    expect(drawn?.scores.map(({ method }) => method)).toEqual(['psi', 'jensen_shannon', 'hellinger']);
    for (const { method, value, parts } of drawn?.scores ?? []) {
      expect(parts).toHaveLength((drawn?.edges.length ?? 0) + 1);
      expect(whole[method](parts)).toBeCloseTo(value, 12);
    }
    // Values above the reference's range are no bin of it, but count.
    expect(drawn?.scores[0]?.parts.at(-1)).toBeGreaterThan(0);
  });

  test('categories: those shown, and all others as one', () => {
    const drawn = categoricalDistribution({ reference: texts(900, 30), current: texts(900, 25) });
    for (const { method, value, parts } of drawn.scores) {
      expect(parts).toHaveLength(drawn.categories.length + 1);
      expect(whole[method](parts)).toBeCloseTo(value, 12);
    }
  });

  test('one file alone, or a file without values, has no scores', () => {
    const bins = { type: 'numeric', bins: { rule: 'nice' } } as const;
    expect(numericDistribution({ current: ecdf(uniform(9)) }, bins)?.scores).toEqual([]);
    const empty = { reference: ecdf(uniform(9)), current: ecdf(new Float64Array()) };
    expect(numericDistribution(empty, bins)?.scores).toEqual([]);
  });
});

test('where nothing changed the scores are about what luck is said to make', () => {
  const runs = 400;
  const totals = { psi: 0, jensen_shannon: 0, hellinger: 0 };
  for (let run = 0; run < runs; run++) {
    const columns = { reference: ecdf(uniform(2000)), current: ecdf(uniform(1000)) };
    const drawn = numericDistribution(columns, { type: 'numeric', bins: { rule: 'equal_width', count: 10 } });
    const size = { reference: 2000, current: 1000 };
    const tested = { method: 'ks', statistic: 0, pValue: 1, pValueIndependent: 1 };
    for (const { method, value, expectedByChance } of binnedScores(drawn, {
      ...tested,
      rows: size,
      effectiveSize: size,
    })) {
      totals[method] += value / expectedByChance / runs;
    }
  }
  for (const ratio of Object.values(totals)) {
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.15);
  }
});
