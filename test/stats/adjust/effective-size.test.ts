import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addNeighbours,
  effectiveRows,
  initialMonotoneSum,
  lagged,
  laggedProduct,
  laggedProducts,
} from '../../../src/stats/adjust/autocorrelation.ts';
import { chiSquareEffective } from '../../../src/stats/compare/categorical/chi-square-effective.ts';
import { chiSquareHomogeneity } from '../../../src/stats/compare/categorical/chi-square.ts';
import { compareCurves } from '../../../src/stats/compare/numeric/compare-curves.ts';
import { ecdf } from '../../../src/stats/describe/ecdf.ts';
import { effectiveSize, effectiveSizeOfLevels, type EffectiveSize } from '../../../src/stats/adjust/effective-size.ts';
import { centredRanks } from '../../../src/stats/sequence/rank-classes.ts';
import { tableFromCodes, tableFromCounts } from '../../../src/stats/describe/frequency-table.ts';
import { ksEffectivePValue } from '../../../src/stats/compare/numeric/ks.ts';
import { seededRandom, type Random } from '../../../src/stats/random.ts';
import { draw, normal, of, relative } from '../samples.ts';

/** A stationary autoregressive column: each value is φ times the one before it plus noise; variance 1. */
function autoregressive(size: number, phi: number, random: Random): Float64Array {
  let value = normal(random);
  return Float64Array.from({ length: size }, () => (value = phi * value + Math.sqrt(1 - phi * phi) * normal(random)));
}

/** A level that stays with probability ρ and is drawn anew otherwise; the first levels are the frequent ones. */
function staying(size: number, stay: number, levels: number, random: Random): Int32Array {
  const fresh = () => Math.floor(levels * random() ** 2);
  let level = fresh();
  return Int32Array.from({ length: size }, () => (level = random() < stay ? level : fresh()));
}

const numbers = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 })
  .map((x) => Float64Array.from(x));
const midRank = (values: Float64Array, value: number) =>
  values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2;

describe('autocorrelation', () => {
  test('lags are products of a stretch with itself further on', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 5 }), (x, pair) => {
        const at = (lag: number) => x.slice(lag).reduce((sum, value, i) => sum + value * x[i]!, 0);
        expect(laggedProduct(x, pair)).toBe(at(pair));
        expect(lagged({ cells: x, channels: 1 }).pairAt(pair)).toBe(at(2 * pair) + at(2 * pair + 1));
      }),
    );
    expect(laggedProduct(Float64Array.of(2, 5, 3), 1)).toBe(25);
    expect(laggedProducts(Float64Array.of(2, 5, 3), 3)).toEqual(Float64Array.of(38, 25, 6));
  });

  test.each([
    [1, [1, 2, 3, 4, 5], [3, 7, 5]],
    [2, [1, 10, 2, 20, 3, 30], [3, 30, 3, 30]],
    [2, [1, 10, 2, 20], [3, 30]],
  ])('neighbours are added up: %d channels of %j', (channels, cells, expected) => {
    expect([...addNeighbours({ cells: Float64Array.from(cells), channels }).cells]).toEqual(expected);
  });

  test.each([
    ['ends before a pair that is not positive', [1, 0.5, 0.2, 0.1, -0.1, 0, 5, 5], 2.6, true],
    ['a pair counts no more than the one before', [1, 0, 0.2, 0.3, 0.9, 0.9, 0, 0], -1 + 2 * (1 + 0.5 + 0.5), true],
    ['says when it has not ended', [1, 0.9, 0.8, 0.7, 0.6, 0.5], -1 + 2 * 4.5, false],
    ['is 0 where neighbours are opposed', [1, -1.5, 2, 2], 0, true],
  ])('initial monotone sequence: %s', (_, lags, sum, ended) => {
    const result = initialMonotoneSum(lags[0]!, (pair) => lags[2 * pair]! + lags[2 * pair + 1]!, lags.length / 2);
    expect(result.sum).toBeCloseTo(sum, 12);
    expect(result.ended).toBe(ended);
  });

  test('a cosine in two channels is found as often as it turns up', () => {
    const cells = Float64Array.from({ length: 4000 }, (_, i) => Math.cos(Math.floor(i / 2) / 50));
    expect(effectiveRows(lagged({ cells, channels: 2 }))).toBeLessThan(100);
  });
});

describe('ranks', () => {
  test('are the mid-ranks less their mean, in the order of rows', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const expected = [...values].map((value) => midRank(values, value) - (values.length + 1) / 2);
        expect([...centredRanks(values, null, ecdf(values))]).toEqual(expected);
      }),
    );
  });

  test('leave out cells without a finite value', () => {
    const values = Float64Array.of(1, 7, 2, NaN, Infinity, 2);
    const missing = Uint8Array.of(0, 1, 0, 0, 0, 0);
    expect([...centredRanks(values, missing, ecdf(values, missing))]).toEqual([-1, 0.5, 0.5]);
  });

  test.each([
    ['distinct', normal],
    ['mostly zero', (random: Random) => Math.max(0, normal(random))],
  ])('of many values (%s) are exact to the width of a class', (_, value) => {
    const values = draw(5000, value);
    const column = ecdf(values);
    const ranks = centredRanks(values, null, column);
    let upTo = 0;
    const exact = new Map([...column.values].map((x, i) => [x, (upTo += column.counts[i]!) - column.counts[i]! / 2]));
    ranks.forEach((rank, row) => expect(Math.abs(rank + 2500 - exact.get(values[row]!)!)).toBeLessThan(10));
    expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(0, 6);
  });
});

describe('effective size', () => {
  test.each([0.5, 0.8, 0.95, 0.999])('of an autoregressive column with φ = %d', (phi) => {
    const { rows, effective, time } = effectiveSize(autoregressive(200_000, phi, seededRandom(3)));
    expect(rows).toBe(200_000);
    expect(effective).toBeCloseTo(rows / time, 6);
    expect(relative(time, (1 + phi) / (1 - phi))).toBeLessThan(phi > 0.99 ? 0.5 : 0.1);
  });

  test.each([2, 5, 40])('of a column with %d levels that stay with probability ρ', (levels) => {
    for (const stay of [0.5, 0.95, 0.99]) {
      const { effective } = effectiveSizeOfLevels(staying(200_000, stay, levels, seededRandom(levels)));
      expect(relative(effective, (200_000 * (1 - stay)) / (1 + stay))).toBeLessThan(0.15);
    }
  });

  test('of two levels is that of the numbers 0 and 1', () => {
    const codes = staying(3000, 0.6, 2, seededRandom(4));
    expect(
      relative(effectiveSizeOfLevels(codes).effective, effectiveSize(Float64Array.from(codes)).effective),
    ).toBeLessThan(0.01);
  });

  test('keeps under increasing maps, is in [1, rows], and does not see missing rows', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const size = effectiveSize(values);
        const spread = Float64Array.from([...values].flatMap((value) => [NaN, value, -Infinity]));
        expect(effectiveSize(values.map((value) => value ** 3))).toEqual(size);
        expect(effectiveSize(spread)).toEqual(size);
        expect(size.effective).toBeGreaterThanOrEqual(1);
        expect(size.effective).toBeLessThanOrEqual(size.rows);
        const codes = Int32Array.from(values);
        expect(effectiveSizeOfLevels(codes).rows).toBe(codes.filter((code) => code >= 0).length);
      }),
    );
  });

  const full = (rows: number) => ({ rows, effective: rows, time: 1 });
  test.each([
    ['none', [], full(0)],
    ['one row', [3], full(1)],
    ['a constant', [3, 3, 3, 3], full(4)],
    ['rows that alternate', Array.from({ length: 100 }, (_, row) => row % 2), full(100)],
    ['the example', [3, 1, 2, 6, 4, 5], full(6)],
  ])('of %s', (_, values, expected) => {
    expect(effectiveSize(Float64Array.from(values))).toEqual(expected);
    expect(effectiveSizeOfLevels(Int32Array.from(values))).toEqual(expected);
  });

  test('of a trend is a few rows', () => {
    for (const rows of [100, 10_000]) {
      expect(effectiveSize(Float64Array.from({ length: rows }, (_, row) => row)).effective).toBeLessThan(10);
      expect(
        effectiveSizeOfLevels(Int32Array.from({ length: rows }, (_, row) => (5 * row) / rows)).effective,
      ).toBeLessThan(10);
    }
  });

  test('leaves out missing codes', () => {
    expect(effectiveSizeOfLevels(Int32Array.of(0, 1, -1, 2, 0, 2, 1))).toEqual(full(6));
  });
});

describe('chi-square with effective sizes', () => {
  const [a, b] = [tableFromCounts(['x', 'y'], [24, 6]), tableFromCounts(['x', 'y'], [22, 3])];

  test('scales the statistic', () => {
    const result = chiSquareEffective(a, b, { n: 15, m: 12.5 });
    expect(result.statistic).toBeCloseTo(0.3188405797101449, 14);
    expect(result.pValue).toBeCloseTo(0.572305248533348, 13);
    expect(result.smallestExpected).toBeCloseTo(chiSquareHomogeneity(a, b).smallestExpected / 2, 14);
  });

  test('at full sizes is the plain one', () => {
    expect(chiSquareEffective(a, b, { n: 30, m: 25 })).toEqual(chiSquareHomogeneity(a, b));
  });
});

const ALPHA = 0.05;
const RUNS = 150;
/** α plus three binomial standard errors. */
const BOUND = ALPHA + 3 * Math.sqrt((ALPHA * (1 - ALPHA)) / RUNS);
/** Columns worth less are not tested. */
const LEAST = 10;

interface Outcome {
  rejected: number;
  tested: number;
}

function simulate(pValue: () => number | null): Outcome {
  const results = Array.from({ length: RUNS }, pValue).filter((p) => p !== null);
  return { rejected: results.filter((p) => p <= ALPHA).length / RUNS, tested: results.length / RUNS };
}

/** Both sides with the longer of their times. */
function withLongerTime(
  reference: EffectiveSize,
  current: EffectiveSize,
): Record<'reference' | 'current', EffectiveSize> {
  const time = Math.max(reference.time, current.time);
  const stretched = ({ rows }: EffectiveSize): EffectiveSize => ({ rows, effective: rows / time, time });
  return { reference: stretched(reference), current: stretched(current) };
}

interface Change {
  sizes: readonly [number, number];
  shift?: number;
}

function ksOutcome(phi: number, { sizes: [n, m], shift = 0 }: Change, random: Random): Outcome {
  return simulate(() => {
    const values = [autoregressive(n, phi, random), autoregressive(m, phi, random).map((x) => x + shift)] as const;
    const [r, c] = [ecdf(values[0]), ecdf(values[1])];
    const { reference, current } = withLongerTime(effectiveSize(values[0], null, r), effectiveSize(values[1], null, c));
    if (Math.min(reference.effective, current.effective) < LEAST) return null;
    return ksEffectivePValue(compareCurves(r, c).scaledGap / (n * m), reference.effective, current.effective);
  });
}

function chiSquareOutcome(stay: number, levels: number, { sizes: [n, m] }: Change, random: Random): Outcome {
  const names = Array.from({ length: levels }, (_, i) => String(i));
  return simulate(() => {
    const codes = [staying(n, stay, levels, random), staying(m, stay, levels, random)] as const;
    const { reference, current } = withLongerTime(effectiveSizeOfLevels(codes[0]), effectiveSizeOfLevels(codes[1]));
    if (Math.min(reference.effective, current.effective) < LEAST) return null;
    const effective = { n: reference.effective, m: current.effective };
    return chiSquareEffective(tableFromCodes(codes[0], names), tableFromCodes(codes[1], names), effective).pValue;
  });
}

describe('nothing changed, rows that depend on each other: at most α false alarms', () => {
  const sizes = [
    [100, 100],
    [100, 300],
    [100, 1000],
    [300, 300],
    [300, 1000],
    [1000, 1000],
  ] as const;

  test.each([0, 0.5, 0.95])('Kolmogorov-Smirnov, φ = %d', (phi) => {
    const random = seededRandom(1);
    for (const pair of sizes) expect(ksOutcome(phi, { sizes: pair }, random).rejected).toBeLessThanOrEqual(BOUND);
  });

  test.each([0, 0.5, 0.95])('chi-square, ρ = %d', (stay) => {
    const random = seededRandom(2);
    for (const pair of sizes) {
      expect(chiSquareOutcome(stay, 3, { sizes: pair }, random).rejected).toBeLessThanOrEqual(BOUND);
    }
  });

  test('30 rows of a slow sensor are too few to test', () => {
    expect(ksOutcome(0.95, { sizes: [30, 30] }, seededRandom(3)).tested).toBeLessThan(0.05);
  });

  test('300 independent rows, 1000 dependent ones are enough', () => {
    expect(ksOutcome(0, { sizes: [300, 300] }, seededRandom(4)).tested).toBe(1);
    expect(ksOutcome(0.95, { sizes: [1000, 1000] }, seededRandom(4)).tested).toBeGreaterThan(0.85);
  });
});

describe('1000 independent rows keep their power', () => {
  test.each([
    [0.2, 0.9],
    [0.5, 0.99],
  ])('a shift of %d σ', (shift, power) => {
    expect(ksOutcome(0, { sizes: [1000, 1000], shift }, seededRandom(5)).rejected).toBeGreaterThanOrEqual(power);
  });

  test('most count in full, all nearly so', () => {
    const sizes = Array.from({ length: 100 }, (_, seed) => effectiveSize(draw(1000, normal, seed)).effective);
    expect(sizes.filter((size) => size === 1000).length).toBeGreaterThan(65);
    expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeGreaterThan(940);
  });
});

test('an ECDF known already is used', () => {
  expect(effectiveSize(Float64Array.of(1, 2), null, of(1, 2))).toEqual(effectiveSize(Float64Array.of(1, 2)));
});
