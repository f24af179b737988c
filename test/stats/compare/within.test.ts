import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cochranMantelHaenszel } from '../../../src/stats/compare/within/cochran-mantel-haenszel.ts';
import { stratify } from '../../../src/stats/compare/within/stratified-ranks.ts';
import { stratumWeights } from '../../../src/stats/compare/within/stratum-weights.ts';
import { compareWeighted, weightedMoments, weightedPart } from '../../../src/stats/compare/within/weighted-curve.ts';
import { cases, expectClose } from '../oracle.ts';

interface Side {
  values: number[];
  strata: number[];
}

interface Case {
  reference: Side;
  current: Side;
  gap: number;
  area: number;
  mean: number;
  std: number;
  worth: number;
  shift: number;
  variance: { reference: number; current: number };
}

interface TestCase {
  tables: [number[], number[]][];
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
}

const typed = ({ values, strata }: Side) => ({ values: Float64Array.from(values), strata: Int32Array.from(strata) });

describe('columns within strata, as numpy and scipy have them', () => {
  test.each(cases<Case>('within'))('gap $gap, area $area', (known) => {
    const [reference, current] = [typed(known.reference), typed(known.current)];
    const strata = Math.max(...reference.strata, ...current.strata) + 1;
    const weights = stratumWeights(reference.strata, current.strata, strata);
    expectClose(weights.effectiveSize, known.worth);
    const found = stratify(reference, current, weights);
    const { gap, area } = compareWeighted(found.reference, found.current);
    const { mean, std } = weightedMoments(found.reference);
    expectClose(gap, known.gap);
    expectClose(area, known.area);
    expectClose(mean, known.mean);
    expectClose(std ?? NaN, known.std);
    expectClose(found.shift, known.shift);
    expectClose(found.variance.reference, known.variance.reference);
    expectClose(found.variance.current, known.variance.current);
  });
});

describe('weights of strata', () => {
  test('strata of few reference rows are left out, those without current rows are not used', () => {
    const reference = Int32Array.from([
      ...Array<number>(20).fill(0),
      ...Array<number>(9).fill(1),
      ...Array<number>(30).fill(2),
      -1,
    ]);
    const current = Int32Array.from([0, 0, 0, 1, 1, -1]);
    const { shares, rows, leftOut, effectiveSize } = stratumWeights(reference, current, 3);
    expect([...shares]).toEqual([1, 0, 0]);
    expect(rows).toEqual({ reference: 20, current: 3 });
    expect(leftOut).toEqual({ strata: 1, reference: 9, current: 2 });
    expect(effectiveSize).toBeCloseTo(20, 12);
  });

  test('no stratum in common', () => {
    const { effectiveSize, rows } = stratumWeights(new Int32Array(20), new Int32Array(5).fill(1), 2);
    expect([effectiveSize, rows.current]).toEqual([0, 0]);
  });
});

test('the part of a weighted curve between two values', () => {
  const curve = { values: Float64Array.of(1, 2, 4, 9), upTo: Float64Array.of(0.1, 0.5, 0.9, 1), spread: 0.25 };
  const part = weightedPart(curve, 2, 5);
  expect([...(part?.values ?? [])]).toEqual([2, 4]);
  expect(part?.upTo[0]).toBeCloseTo(0.5, 12);
  expect(part?.upTo[1]).toBeCloseTo(1, 12);
  expect(weightedPart(curve, 5, 8)).toBeNull();
});

describe('Cochran-Mantel-Haenszel', () => {
  const { tests } = JSON.parse(readFileSync(new URL('../fixtures/within.json', import.meta.url), 'utf8')) as {
    tests: TestCase[];
  };
  test.each(tests)('statistic $statistic as statsmodels and the matrix formula have it', (known) => {
    const found = cochranMantelHaenszel(
      known.tables.map(([reference, current]) => ({
        reference: Float64Array.from(reference),
        current: Float64Array.from(current),
      })),
    );
    expect(found.degreesOfFreedom).toBe(known.degreesOfFreedom);
    expectClose(found.statistic, known.statistic);
    expectClose(found.pValue, known.pValue);
  });

  test('nothing to test', () => {
    expect(cochranMantelHaenszel([])).toEqual({ statistic: 0, degreesOfFreedom: 0, pValue: 1 });
  });
});
