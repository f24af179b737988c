import { describe, expect, test } from 'vitest';
import { bootstrap, replicatesOf } from '../../../src/stats/model/blocks/bootstrap.ts';
import {
  CLASS_MEASURES,
  classMeasures,
  OVERALL_MEASURES,
  overallMeasures,
} from '../../../src/stats/model/confusion.ts';
import { calibrationSpread } from '../../../src/stats/model/calibration-limits.ts';
import { jointReach, type Compared } from '../../../src/stats/model/joint-reach.ts';
import { difference, isBeyond } from '../../../src/stats/model/metric-differences.ts';
import type { Measured } from '../../../src/stats/model/metric-estimates.ts';
import { leavesOutZero, recovered } from '../../../src/stats/model/mover.ts';
import { probabilityMeasures, probabilitySums } from '../../../src/stats/model/probability-sums.ts';
import { rateLimits } from '../../../src/stats/model/rate-limits.ts';
import { jeffreys } from '../../../src/stats/model/jeffreys.ts';
import { wilson, Z } from '../../../src/stats/model/wilson.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { expectClose } from '../oracle.ts';

const matrix = (...counts: number[]): Float64Array => Float64Array.from(counts);

describe('limits of shares', () => {
  test.each([
    // statsmodels.stats.proportion.proportion_confint(method="wilson")
    [56, 60, 0.8407464268680283, 0.9737713012754938],
    [60, 60, 0.93982814785791, 1],
    [0, 40, 0, 0.08762160119728668],
    [3, 5, 0.2307242812760129, 0.8823792257673522],
  ])('%i of %i are Wilson’s', (hits, rows, low, high) => {
    const limits = wilson(hits / rows, rows);
    expectClose(limits.low, low);
    expectClose(limits.high, high);
  });

  test.each([
    // scipy.stats.beta.ppf
    [56, 60, 0.8492590561149097, 0.9770805955842702],
    [60, 60, 0.9591660771331015, 1],
    [0, 40, 0, 0.060497975214079576],
    [3, 5, 0.20941666407600484, 0.905609672655656],
  ])('as parts of a difference %i of %i have Jeffreys’', (hits, rows, low, high) => {
    const limits = jeffreys(hits / rows, rows);
    expectClose(limits.low, low);
    expectClose(limits.high, high);
  });

  test('their difference is Newcombe’s', () => {
    const side = (hits: number, rows: number) => ({ value: hits / rows, ...wilson(hits / rows, rows) });
    // statsmodels.stats.proportion.confint_proportions_2indep(10, 10, 40, 50, method="newcomb")
    const { low, high } = recovered(side(40, 50), side(10, 10), 0);
    expectClose(low ?? NaN, -0.09101829217139723);
    expectClose(high ?? NaN, 0.3303710593222542);
  });

  test('a limit of rounding’s size touches zero', () => {
    expect(leavesOutZero({ low: 1e-16, high: 0.2 }, 1)).toBe(false);
    expect(leavesOutZero({ low: -0.2, high: -1e-16 }, 1)).toBe(false);
    expect(leavesOutZero({ low: 1e-6, high: 0.2 }, 1)).toBe(true);
    expect(leavesOutZero({ low: null, high: null }, 1)).toBe(false);
  });
});

function binomial(rows: number, events: number, rate: number): number {
  let chance = (1 - rate) ** (rows - events);
  for (let k = 1; k <= events; k++) chance *= (rate * (rows - events + k)) / k;
  return chance;
}

describe('measures of a confusion matrix', () => {
  test('have limits from counts where events are few, and none where they are many', () => {
    const few = rateLimits(matrix(29, 1, 2, 28), { time: 1, z: Z, role: 'values' });
    const [accuracy] = few;
    expectClose(accuracy?.down ?? NaN, 57 / 60 - wilson(57 / 60, 60).low);
    expect(few.filter((reach) => reach === null)).toHaveLength(2);
    expect(
      rateLimits(matrix(290, 110, 120, 280), { time: 1, z: Z, role: 'values' }).every((reach) => reach === null),
    ).toBe(true);
    // What counts are the rows that are worth as much.
    expect(rateLimits(matrix(290, 110, 120, 280), { time: 20, z: Z, role: 'values' })[0]).not.toBeNull();
  });

  test('parts of a difference: of two classes as large and as often right, a mean over both reaches as far as accuracy', () => {
    const reach = rateLimits(matrix(28, 2, 2, 28), { time: 1, z: Z, role: 'differences' });
    const [accuracy, balanced, macroPrecision] = reach;
    for (const mean of [balanced, macroPrecision]) {
      expect((mean?.down ?? NaN) / (accuracy?.down ?? 0)).toBeCloseTo(1, 2);
      expect((mean?.up ?? NaN) / (accuracy?.up ?? 0)).toBeCloseTo(1, 2);
    }
  });

  /** The limits of recall as a part of a difference, where so many of the rows of the class are missed. */
  const recallPart = (rows: number, misses: number): { value: number; low: number; high: number } => {
    const reach = rateLimits(matrix(30, 0, misses, rows - misses), { time: 1, z: Z, role: 'differences' });
    const [value, recall] = [(rows - misses) / rows, reach[OVERALL_MEASURES.length + CLASS_MEASURES.length + 1]];
    return { value, low: value - (recall?.down ?? NaN), high: value + (recall?.up ?? NaN) };
  };
  const parts = Array.from({ length: 13 }, (_, i) => 18 + 2 * i).map((rows) => ({
    ...{ rows, found: Array.from({ length: 14 }, (__, misses) => recallPart(rows, misses)) },
  }));

  test.each([0.03, 0.05, 0.07, 0.1])(
    'a difference of recalls holds zero in 92 to 97 %% by the binomial laws, %d missed of 18 to 42 rows of 60',
    (rate) => {
      let [held, total] = [0, 0];
      for (const a of parts)
        for (const b of parts) {
          const weight = binomial(60, a.rows, 0.5) * binomial(60, b.rows, 0.5);
          a.found.forEach((before, i) => {
            b.found.forEach((after, j) => {
              const chance = weight * binomial(a.rows, i, rate) * binomial(b.rows, j, rate);
              const { low, high } = recovered(before, after, 0);
              total += chance;
              if ((low ?? NaN) <= 0 && (high ?? NaN) >= 0) held += chance;
            });
          });
        }
      expect(held / total).toBeGreaterThan(0.92);
      expect(held / total).toBeLessThan(0.971);
    },
  );

  test('all right reaches down, never up', () => {
    for (const reach of rateLimits(matrix(31, 0, 0, 29), { time: 1, z: Z, role: 'values' })) {
      if (reach === null) continue;
      expect(reach.up).toBe(0);
      expect(reach.down).toBeGreaterThan(0.02);
    }
  });

  test('of a class without rows are not defined, and no mean over classes of a single one is', () => {
    const counts = matrix(44, 16, 0, 0);
    expect(classMeasures(counts, 1)).toEqual([NaN, NaN, NaN, 44 / 60, 0]);
    const [accuracy, ...rest] = overallMeasures(counts);
    expect(accuracy).toBe(44 / 60);
    // Balanced accuracy, macro precision, recall and F1, Matthews' correlation and kappa.
    expect([0, 1, 2, 3, 7, 8].map((i) => rest[i])).toEqual([NaN, NaN, NaN, NaN, NaN, NaN]);
  });
});

test('calibration error is less what chance makes of true probabilities', () => {
  const random = seededRandom(5);
  const mean = (power: number, draws: 0 | 1): number => {
    let sum = 0;
    for (let run = 0; run < 100; run++) {
      const scores = Float64Array.from({ length: 500 }, () => random());
      const target = Int32Array.from(scores, (score) => Number(random() < score ** power));
      const { sums } = probabilitySums(target, [scores], { count: 1, length: 500, places: null });
      sum += probabilityMeasures(sums, draws, 1)[2] ?? NaN;
    }
    return sum / 100;
  };
  expect(mean(1, 0)).toBeGreaterThan(0.04);
  expect(mean(1, 1)).toBeLessThan(0.015);
  // Σ over bins of |mean score − mean probability| is 0.1.
  expect(Math.abs(mean(1.5, 1) - 0.1)).toBeLessThan(0.02);
});

test.each([
  [1, 1, 1.5],
  [1.5, 0.9, 1.25],
])('the spread of calibration error, scores to the power of %d', (power, least, most) => {
  const random = seededRandom(6);
  const found = Array.from({ length: 300 }, () => {
    const scores = Float64Array.from({ length: 800 }, () => random());
    const target = Int32Array.from(scores, (score) => Number(random() < score ** power));
    const { sums } = probabilitySums(target, [scores], { count: 1, length: 800, places: null });
    return { value: probabilityMeasures(sums, 1, 1)[2] ?? NaN, spread: calibrationSpread(sums, 1).deviation };
  });
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = mean(found.map(({ value }) => value));
  const deviation = Math.sqrt(mean(found.map(({ value }) => (value - middle) ** 2)));
  // Near zero, values end there and vary less.
  expect(mean(found.map(({ spread }) => spread)) / deviation).toBeGreaterThan(least);
  expect(mean(found.map(({ spread }) => spread)) / deviation).toBeLessThan(most);
});

test('where few are wrong, the weighted F1 reaches as far as accuracy', () => {
  const names = rateLimits(matrix(27, 2, 2, 29), { time: 1, z: Z, role: 'values' });
  expect(names[7]).toMatchObject({ down: names[0]?.down, up: names[0]?.up });
});

/** A mean of normal numbers with replicates, `copies` times the same measure. */
function measuredMean(random: () => number, shift: number, copies: number): Measured[] {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const rows = Float64Array.from({ length: 200 }, () => shift + normal());
  const means = (sums: Float64Array): number[] => Array.from({ length: copies }, () => sums[0]! / 200);
  const replicates = bootstrap({ width: 1, sums: rows }, means, { seed: Math.floor(1e6 * random()) });
  const value = rows.reduce((sum, one) => sum + one, 0) / 200;
  return Array.from({ length: copies }, (_, i) => ({ value, ...replicatesOf(replicates, i) }));
}

describe('many measures together', () => {
  const random = seededRandom(9);
  const compared = (shift: number, copies: number): Compared[] => {
    const [reference, current] = [measuredMean(random, 0, copies), measuredMean(random, shift, copies)];
    return reference.map((one, i) => ({ id: String(i), reference: one, current: current[i]! }));
  };

  test('cost nothing where they are the same, and as much as Bonferroni’s where they are apart', () => {
    const same = jointReach([compared(0, 5)], undefined).rest;
    expect(Math.abs(same - 1.96)).toBeLessThan(0.15);
    const groups = Array.from({ length: 5 }, () => compared(0, 1));
    const apart = jointReach(groups, undefined).rest;
    // scipy.stats.norm.isf(0.005)
    expect(Math.abs(apart - 2.576)).toBeLessThan(0.25);
    expect(jointReach([], undefined).rest).toBe(Z);
  });

  test('the measure that leads takes three of five hundredths for itself, and others the rest', () => {
    const random = seededRandom(10);
    const group = ['lead', ...'abcd'].map((id) => ({
      id,
      reference: measuredMean(random, 0, 1)[0]!,
      current: measuredMean(random, 0, 1)[0]!,
    }));
    const { lead, rest } = jointReach([group], 'lead');
    // scipy.stats.norm.isf(0.015), and of four independent ones that share the other two hundredths norm.isf(0.0025)
    expect(lead).toBeCloseTo(2.17009, 5);
    expect(Math.abs(rest - 2.807)).toBeLessThan(0.3);
  });

  test('a wider interval holds zero where a narrow one does not', () => {
    const [{ reference, current } = { reference: undefined, current: undefined }] = compared(0.26, 1);
    if (!reference || !current) throw new Error('no measure');
    expect(difference(reference, current, false)?.beyondNoise).toBe(isBeyond(reference, current, Z));
    expect(isBeyond(reference, current, 6)).toBe(false);
  });
});
