import type { Memory } from '../../../src/facts/summary.ts';
import { describe, expect, test } from 'vitest';
import { ecdf } from '../../../src/stats/describe/ecdf.ts';
import {
  cycleStrength,
  cycleSums,
  hasCycle,
  peakLag,
  withoutCycle,
  type Phases,
} from '../../../src/stats/sequence/cycle.ts';
import { levelScale } from '../../../src/stats/sequence/level-stretches.ts';
import { longMemory } from '../../../src/stats/sequence/long-memory.ts';
import { independent, memoryOf, sharedTimes } from '../../../src/stats/sequence/memory.ts';
import { ownScale, ownScalePValue, usualLimit } from '../../../src/stats/sequence/own-scale.ts';
import { positionsOf, rankClasses } from '../../../src/stats/sequence/rank-classes.ts';
import { stretchDistances } from '../../../src/stats/sequence/stretches.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { normal } from '../samples.ts';
import expected from '../fixtures/sequence.json';

const pseudo = (t: number): number => (t * t * 37 + t * 11) % 101;

/** What the fixture's maker makes. */
function series(n: number, phi: number): Float64Array {
  const x = new Float64Array(n);
  for (let t = 1; t < n; t++) x[t] = phi * x[t - 1]! + pseudo(t) / 101 - 0.5;
  const mean = x.reduce((sum, value) => sum + value, 0) / n;
  return x.map((value) => value - mean);
}

function autoregressive(phi: number, n: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  const x = new Float64Array(n);
  x[0] = normal(random);
  for (let t = 1; t < n; t++) x[t] = phi * x[t - 1]! + Math.sqrt(1 - phi * phi) * normal(random);
  const mean = x.reduce((sum, value) => sum + value, 0) / n;
  return x.map((value) => value - mean);
}

const phasesOf = (n: number, length: number): Phases => ({
  slots: Uint16Array.from({ length: n }, (_, i) => i % length),
  cycles: Uint32Array.from({ length: n }, (_, i) => Math.floor(i / length)),
  slotCount: length,
  cycleCount: Math.ceil(n / length),
});

describe('long memory', () => {
  test.each(expected.longMemory)('as numpy has it: $n rows, φ = $phi', ({ n, phi, exponent, logOdds, time }) => {
    const found = longMemory(series(n, phi));
    expect(found?.exponent).toBeCloseTo(exponent, 9);
    expect(found?.logOdds).toBeCloseTo(logOdds, 6);
    expect(found?.time).toBeCloseTo(time, 6);
  });

  test('sums of neighbours leave what the lowest frequencies say', () => {
    const found = longMemory(autoregressive(0.9, 20_000, 3));
    expect(found?.logOdds).toBeLessThan(-3);
  });

  test('few rows say nothing', () => {
    expect(longMemory(series(63, 0))).toBeNull();
  });
});

describe('cycles', () => {
  const daily = Float64Array.from(
    { length: 240 },
    (_, i) => Math.sin((2 * Math.PI * i) / 24) + (pseudo(i) / 101 - 0.5) / 2,
  );

  test('a cycle is told by cycles that it was not taken from', () => {
    expect(cycleStrength(daily, phasesOf(240, 24))).toBeGreaterThan(0.8);
    expect(hasCycle(daily, phasesOf(240, 24))).toBe(true);
    expect(hasCycle(series(240, 0), phasesOf(240, 24))).toBe(false);
    expect(hasCycle(daily.subarray(0, 48), phasesOf(48, 24))).toBe(false);
  });

  test('by hand: two cycles of two slots', () => {
    // Each value is expected to be the one a cycle away: (1 − 3)², (−1 + 3)², twice, over 1 + 1 + 9 + 9.
    expect(cycleStrength(Float64Array.of(1, -1, 3, -3), phasesOf(4, 2))).toBeCloseTo(1 - 16 / 20, 12);
  });

  test('without it the mean of each slot is gone; its sums hold no cycle', () => {
    expect([...withoutCycle(Float64Array.of(1, -1, 3, -3), phasesOf(4, 2))]).toEqual([-1, 1, 1, -1]);
    expect([...cycleSums(Float64Array.of(1, 2, 3, 4, 5), phasesOf(5, 2))]).toEqual([3, 7, 5]);
  });

  test('without times, the highest peak after the first negative correlation', () => {
    const rho = Float64Array.from({ length: 60 }, (_, lag) => Math.cos((2 * Math.PI * lag) / 24) * 0.98 ** lag);
    expect(peakLag(rho, 2000)).toBe(24);
    expect(peakLag(rho.map(Math.abs), 2000)).toBeNull();
  });
});

describe('memory', () => {
  test.each([0.5, 0.9, 0.95])('of an autoregression of φ = %d, (1 + φ) / (1 − φ) within a quarter', (phi) => {
    const { time } = memoryOf(autoregressive(phi, 60_000, 5));
    expect(time / ((1 + phi) / (1 - phi))).toBeGreaterThan(0.75);
    expect(time / ((1 + phi) / (1 - phi))).toBeLessThan(1.25);
  });

  test('a cycle that comes back says nothing of the mean', () => {
    const noise = autoregressive(0, 24 * 90, 8);
    const cycle = noise.map((value, i) => 3 * Math.sin((2 * Math.PI * i) / 24) + value);
    expect(memoryOf(cycle, [phasesOf(cycle.length, 24)])).toMatchObject({ time: 1 });
    expect(memoryOf(cycle, [phasesOf(cycle.length, 24)]).left).toBeCloseTo(1 / 5.5, 1);
  });

  test('noise of single rows hides no memory of many', () => {
    const slow = autoregressive(0.99, 20_000, 2);
    const noise = autoregressive(0, 20_000, 9);
    expect(memoryOf(slow.map((value, i) => value / 3 + noise[i]!)).time).toBeGreaterThan(8);
  });

  test('independent and constant rows count in full', () => {
    expect(memoryOf(autoregressive(0, 5000, 4)).time).toBe(1);
    expect(memoryOf(new Float64Array(100))).toEqual(independent(100));
  });

  test('two series share their time; a short one is not believed', () => {
    const memory = (rows: number, time: number, logOdds = -50): Memory => ({
      ...{ rows, time, effective: rows / time, left: 1 },
      long: { exponent: 0.3, logOdds, time: 100 },
    });
    expect(sharedTimes(memory(1000, 10), memory(3000, 6)).reference).toBeCloseTo(7, 9);
    expect(sharedTimes(memory(1000, 10), memory(30, 1))).toEqual({ reference: 10, current: 10 });
    expect(sharedTimes(memory(1000, 10, 50), memory(3000, 6, 50)).current).toBeCloseTo(100, 6);
  });
});

describe('stretches of the reference as yardstick', () => {
  const values = Float64Array.from({ length: 240 }, (_, t) => pseudo(t) / 10);
  const classes = rankClasses(ecdf(values));
  const stretches = Int32Array.from(values, (_, i) => Math.floor(i / 20));
  const found = stretchDistances(positionsOf(values, classes), stretches, 12, classes);

  test('distances are those of scipy', () => {
    found.gaps.forEach((gap, i) => {
      expect(gap).toBeCloseTo(expected.stretches.gaps[i]!, 12);
    });
    found.areas.forEach((area, i) => {
      expect(area).toBeCloseTo(expected.stretches.areas[i]!, 12);
    });
  });

  test('a stretch of few rows is none', () => {
    const cut = stretches.map((stretch, i) => (stretch === 3 && i % 20 > 4 ? -1 : stretch));
    expect(stretchDistances(positionsOf(values, classes), cut, 12, classes).gaps).toHaveLength(11);
  });

  test('scale, limit and p-value are those of scipy', () => {
    const scale = ownScale({ ...found, means: new Float64Array(12) }, independent(240), 1);
    if (scale === null) throw new Error('there are twelve stretches');
    const { gap, logMean, logDeviation, limit, pValue } = expected.ownScale;
    expect(scale.gap).toBeCloseTo(gap, 12);
    expect([scale.logMean, scale.logDeviation]).toEqual([
      expect.closeTo(logMean, 12),
      expect.closeTo(logDeviation, 12),
    ]);
    expect(usualLimit(scale)).toBeCloseTo(limit, 10);
    expect(ownScalePValue(scale, 0.5, 0.4)).toBeCloseTo(pValue, 10);
    expect(ownScalePValue(scale, 0, 0)).toBe(1);
  });

  test('eleven are no yardstick, nor are stretches without a difference', () => {
    const { gaps, areas, means } = found;
    const eleven = { gaps: gaps.subarray(1), areas: areas.subarray(1), means: means.subarray(1) };
    expect(ownScale(eleven, independent(240), 1)).toBeNull();
    expect(ownScale({ ...found, areas: found.areas.with(2, 0) }, independent(240), 1)).toBeNull();
  });

  test('a memory longer than the stretches widens it', () => {
    const slow: Memory = { rows: 240, effective: 4, time: 60, long: null, left: 1 };
    const means = Float64Array.from({ length: 12 }, (_, i) => i - 5.5);
    const [narrow, wide] = [independent(240), slow].map((memory) => ownScale({ ...found, means }, memory, 20));
    expect(wide?.gap).toBeGreaterThan(narrow?.gap ?? Infinity);
    expect(wide?.logMean).toBeGreaterThan(narrow?.logMean ?? Infinity);
  });
});

test('of categories no stretch is said to move more rows than there are, nor more than the distances themselves tell', () => {
  const areas = Float64Array.from([1e-6, 0.1, 0.11, 0.09, 0.1, 0.12, 1e-5, 0.1, 0.08, 0.1, 0.11, 0.13]);
  const scale = levelScale({ areas, ratios: areas.map((area) => 30 * area), degreesOfFreedom: 2 });
  if (scale === null) throw new Error('no yardstick');
  // scipy: mean + t.ppf(.95, 11) · std(ddof=1) · √(1 + 1/12)
  expect(usualLimit(scale)).toBeCloseTo(0.16610129423808856, 9);
  const whole = levelScale({ areas: areas.map((area) => 7 * area), ratios: areas, degreesOfFreedom: 2 });
  expect(whole === null ? NaN : usualLimit(whole)).toBe(1);
});
