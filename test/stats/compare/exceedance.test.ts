import { describe, expect, test } from 'vitest';
import { gapSize } from '../../../src/stats/adjust/gap-time.ts';
import { exceedance } from '../../../src/stats/compare/exceedance/exceedance.ts';
import { tailChance } from '../../../src/stats/compare/exceedance/tail-chance.ts';
import { unseenLevels } from '../../../src/stats/compare/exceedance/unseen-levels.ts';
import { ecdf } from '../../../src/stats/describe/ecdf.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { bursts } from '../../../tools/calibration/file-draws.ts';
import { cases, expectClose } from '../oracle.ts';
import { normal } from '../samples.ts';

describe('exceedances', () => {
  test.each(cases<{ rows: number; before: number; share: number; chance: number }>('exceedance'))(
    'scipy’s negative binomial: $rows before the $before-th, share $share',
    ({ rows, before, share, chance }) => {
      expectClose(exceedance(rows, before, share), chance);
    },
  );

  test('is no less than the exact chance in files of few rows', () => {
    // 3 of 5 current rows above all of 7: 5 · 4 · 3 / (12 · 11 · 10).
    expect(exceedance(3, 1, 5 / 12)).toBeGreaterThanOrEqual(60 / 1320);
  });

  test('no row is certain', () => {
    expect(exceedance(0, 1, 0.5)).toBe(1);
  });
});

describe('levels that only one file has', () => {
  const frequent = { own: 400, other: 500 };

  test('one of five rows, as long files', () => {
    expect(unseenLevels([frequent, { own: 5, other: 0 }], 0.5)).toBeCloseTo(0.0615, 4);
  });

  test('rare levels are missing somewhere by chance; a slow process tells less', () => {
    const rare = Array.from({ length: 40 }, (_, i) => ({ own: i % 2, other: (i + 1) % 2 }));
    expect(unseenLevels([frequent, ...rare], 0.5)).toBe(1);
    expect(unseenLevels([frequent, { own: 20, other: 0 }], 0.5)).toBeLessThan(1e-5);
    expect(unseenLevels([frequent, { own: 20, other: 0 }], 0.5, 20)).toBeGreaterThan(0.5);
  });

  test('a level of no row, and none that is new, say nothing', () => {
    expect(unseenLevels([frequent, { own: 0, other: 0 }, { own: 0, other: 30 }], 0.5)).toBe(1);
  });
});

describe('values far out', () => {
  const random = seededRandom(4);
  const column = (draw: () => number) => ecdf(Float64Array.from({ length: 1000 }, draw));

  test('are unheard of in a normal column, and ordinary in a heavy-tailed one', () => {
    expect(
      tailChance(
        column(() => normal(random)),
        100,
        1000,
      ),
    ).toBeLessThan(1e-3);
    expect(
      tailChance(
        column(() => normal(random) / normal(random)),
        100,
        1000,
      ),
    ).toBeGreaterThan(1);
  });

  test('say nothing of a column of few rows, or of one value', () => {
    expect(tailChance(ecdf(new Float64Array(20).map((_, i) => i)), 1e9, 10)).toBe(1);
    expect(tailChance(ecdf(new Float64Array(1000)), 5, 1000)).toBe(1);
  });
});

describe('the time of gaps', () => {
  const timeOf = (length: number, rows: number): number => {
    const off = bursts(seededRandom(length), rows, { share: 0.05, length });
    return gapSize((row) => off[row] === 1, rows)?.time ?? NaN;
  };

  test.each([20_000, 300_000])('of %i rows: 1 at random, 18 and 94 for bursts of 10 and 50', (rows) => {
    expect(timeOf(1, rows)).toBe(1);
    expect(Math.abs(timeOf(10, rows) / 18 - 1)).toBeLessThan(0.2);
    expect(Math.abs(timeOf(50, rows) / 94 - 1)).toBeLessThan(0.5);
  });

  test('is that of a stretch where there is one; all rows missing are one', () => {
    expect(gapSize((row) => row < 50, 100)).toMatchObject({ bursts: 1 });
    expect(gapSize((row) => row < 50, 100)?.effective).toBeLessThan(4);
    expect(gapSize(() => true, 100)).toEqual({ rows: 100, effective: 1, time: 100, bursts: 1 });
    expect(gapSize(() => false, 100)).toBeNull();
  });
});
