import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/facts/settings/settings.ts';
import { NUMERIC_TESTS, type NumericTest } from '../../../src/facts/methods.ts';
import { changes, levelCounts, numericDraws } from '../../../tools/calibration/draws.ts';
import { bound, categoricalColumn, numericColumn, reportShares, shares } from '../../../tools/calibration/simulate.ts';

const RUNS = 200;
const sizes = [
  [30, 100],
  [300, 300],
  [1000, 100],
] as const;
const { normal } = numericDraws;
const usual = parseConfig().tests;

describe('nothing changed: `changed` at most as often as α allows', () => {
  test.each(Object.entries(numericDraws).flatMap(([name, draw]) => sizes.map(([n, m]) => ({ name, draw, n, m }))))(
    '$name, $n and $m rows',
    ({ draw, n, m }) => {
      expect(shares(numericColumn(draw, n, m), RUNS, n + m).changed).toBeLessThanOrEqual(bound(RUNS));
    },
  );

  test.each(levelCounts.flatMap((levels) => sizes.map(([n, m]) => ({ levels, n, m }))))(
    '$levels categories, $n and $m rows',
    ({ levels, n, m }) => {
      expect(shares(categoricalColumn({ levels, n, m }), RUNS, levels + n + m).changed).toBeLessThanOrEqual(
        bound(RUNS),
      );
    },
  );

  const others = NUMERIC_TESTS.filter((test) => test !== 'ks');
  test.each(
    others.flatMap((test) =>
      Object.entries(numericDraws).flatMap(([name, draw]) => sizes.map(([n, m]) => ({ test, name, draw, n, m }))),
    ),
  )('$name by $test, $n and $m rows', ({ test, draw, n, m }) => {
    expect(shares(numericColumn(draw, n, m), RUNS, n + m, { ...usual, numeric: test }).changed).toBeLessThanOrEqual(
      bound(RUNS),
    );
  });

  test.each(levelCounts)('%i categories by the G test, 300 and 300 rows', (levels) => {
    const column = categoricalColumn({ levels, n: 300, m: 300 });
    expect(shares(column, RUNS, levels, { ...usual, categorical: 'g_test' }).changed).toBeLessThanOrEqual(bound(RUNS));
  });

  test('20 columns: reports with any `changed`', () => {
    if (normal === undefined) throw new Error('no normal draw');
    expect(
      reportShares(numericColumn(normal, 200, 200), { columns: 20, runs: 100, seed: 20 }).changed,
    ).toBeLessThanOrEqual(bound(100));
  });
});

describe('and not blind: 1000 independent rows a side', () => {
  test.each([
    ...NUMERIC_TESTS.map((test) => ({ test, name: 'shift of 0.5 σ', least: 0.97 })),
    { test: usual.numeric, name: 'shift of 0.2 σ', least: 0.9 },
  ])('by $test a $name is called changed in at least $least of the runs', ({ test, name, least }) => {
    const change = changes[name];
    if (normal === undefined || change === undefined) throw new Error('no such change');
    const column = numericColumn(normal, 1000, 1000, change);
    expect(shares(column, RUNS, 7, { ...usual, numeric: test }).changed).toBeGreaterThanOrEqual(least);
  });

  test('by Kuiper’s test a change of spread is, where 300 rows a side hide it from the usual test', () => {
    const change = changes['scale × 1.5'];
    if (normal === undefined || change === undefined) throw new Error('no such change');
    const column = numericColumn(normal, 300, 300, change);
    const byTest = (numeric: NumericTest): number => shares(column, RUNS, 7, { ...usual, numeric }).changed;
    expect(byTest('kuiper')).toBeGreaterThanOrEqual(0.9);
    expect(byTest('ks')).toBeLessThan(byTest('kuiper'));
  });
});
