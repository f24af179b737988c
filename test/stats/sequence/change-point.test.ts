import { describe, expect, test } from 'vitest';
import { CALLED, changePointFinder } from '../../../src/stats/sequence/change-point/change-point.ts';
import { fitStep, slopeResidual, type PeriodSeries } from '../../../src/stats/sequence/change-point/step-fit.ts';
import { steadyShares, steadySizes } from '../../../src/stats/sequence/change-point/steady-values.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { changePointCells, changePointsOf } from '../../../tools/calibration/since/change-points.ts';
import { cases, expectClose } from '../oracle.ts';

interface Case {
  values: number[];
  weights: number[];
  cut: number;
  statistic: number;
  line: number;
}

interface Shares {
  rows: number[];
  holding: number[];
  values: number[];
  cut: number;
  statistic: number;
}

const seriesOf = (values: Float64Array, slots: Uint8Array | null = null): PeriodSeries => ({
  ...{ values, slots },
  weights: new Float64Array(values.length).fill(1),
});

describe('the best step', () => {
  test.each(cases<Case>('change-point'))('at $cut, F $statistic, as ruptures and statsmodels have it', (known) => {
    const series = { values: Float64Array.from(known.values), weights: Float64Array.from(known.weights), slots: null };
    const fit = fitStep(series);
    expect(fit.cut).toBe(known.cut);
    expectClose(fit.statistic, known.statistic);
    expectClose(slopeResidual(series), known.line);
  });

  test.each(cases<Shares>('change-point-shares'))('of shares, at $cut, F $statistic', (known) => {
    const rows = Float64Array.from(known.rows);
    const values = steadyShares(
      Float64Array.from(known.holding, (count, i) => count / (rows[i] ?? NaN)),
      rows,
    );
    for (const [i, value] of known.values.entries()) expectClose(values[i] ?? NaN, value);
    const fit = fitStep(seriesOf(values));
    expect(fit.cut).toBe(known.cut);
    expectClose(fit.statistic, known.statistic);
  });

  test('sizes are followed by their logarithms where all have one', () => {
    expect(steadySizes(Float64Array.of(1, Math.E))).toEqual(Float64Array.of(0, 1));
    expect(steadySizes(Float64Array.of(0, 2))).toEqual(Float64Array.of(0, 2));
  });

  test('a line through a rising week leaves nothing, with the cycle taken out', () => {
    const cycle = [0, 3, 1, 4, 1, 5, 9];
    const values = Float64Array.from({ length: 70 }, (_, i) => 2 * i + (cycle[i % 7] ?? 0));
    const { residual } = fitStep({ ...seriesOf(values), slots: Uint8Array.from(values, (_, i) => i % 7) });
    const line = slopeResidual({ ...seriesOf(values), slots: Uint8Array.from(values, (_, i) => i % 7) });
    expect(line).toBeLessThan(1e-2 * residual);
  });

  test('a constant has no step', () => {
    const { statistic, pValue } = changePointFinder(1)(seriesOf(new Float64Array(20).fill(0.1)));
    expect([statistic, pValue]).toEqual([0, 1]);
  });

  test('a step without noise is found to the period', () => {
    const values = Float64Array.from({ length: 30 }, (_, i) => (i < 11 ? 2 : 5));
    const { period, low, high, first, second, pValue } = changePointFinder(1)(seriesOf(values));
    expect({ period, low, high, first, second }).toEqual({ period: 11, low: 11, high: 11, first: 2, second: 5 });
    expect(pValue).toBeLessThan(CALLED);
  });

  test('what was looked at before changes nothing', () => {
    const find = changePointFinder(1);
    const random = seededRandom(4);
    const noise = Array.from({ length: 3 }, () => seriesOf(Float64Array.from({ length: 24 }, random)));
    const short = seriesOf(Float64Array.from({ length: 14 }, random));
    for (const one of [...noise, short, ...noise]) expect(find(one)).toEqual(changePointFinder(1)(one));
  });
});

const RUNS = 40;
/** Three standard errors beside what is promised. */
const within = (share: number): number => 3 * Math.sqrt((share * (1 - share)) / RUNS);

describe.each(changePointCells.filter(({ cell }) => cell.periods === 60))('$name', ({ cell }) => {
  const { called, near, covered } = changePointsOf(cell, RUNS);

  if (cell.step === 0) {
    test('nothing is called where nothing changed', () => {
      expect(called).toBeLessThanOrEqual(0.05 + within(0.05));
    });
  } else if (cell.memory === 0) {
    test('a step of .5 σ is found, with its date', () => {
      expect(near).toBeGreaterThanOrEqual(0.9);
      expect(covered).toBeGreaterThanOrEqual(0.9 - within(0.9));
    });
  } else {
    test('of slow rows a step of .5 σ is found in some series, and its interval holds the date', () => {
      expect(called).toBeGreaterThanOrEqual(0.2);
      expect(covered).toBeGreaterThanOrEqual(0.9 - within(0.9));
    });
  }
});
