import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benjaminiHochberg } from '../../../src/stats/adjust/benjamini-hochberg.ts';
import { benjaminiYekutieli } from '../../../src/stats/adjust/benjamini-yekutieli.ts';
import { holm } from '../../../src/stats/adjust/holm.ts';
import { cases, expectClose } from '../oracle.ts';

interface Case {
  pValues: number[];
  benjaminiHochberg: number[];
  benjaminiYekutieli: number[];
  holm: number[];
}

const methods = [
  ['benjaminiHochberg', benjaminiHochberg],
  ['benjaminiYekutieli', benjaminiYekutieli],
  ['holm', holm],
] as const;

describe.each(methods)('%s', (key, adjust) => {
  test.each(cases<Case>('adjust'))('gives the values of statsmodels: $pValues.length p-values', (one) => {
    const adjusted = adjust(one.pValues);
    expect(adjusted).toHaveLength(one.pValues.length);
    adjusted.forEach((q, i) => expectClose(q, one[key][i]!, 1e-300));
  });

  test('keeps the order of the p-values, never goes below them, and does not depend on their places', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (pValues) => {
        const adjusted = adjust(pValues);
        pValues.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p * (1 - 1e-15));
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          pValues.forEach((other, j) => p < other && expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!));
        });
        expect(adjust(pValues.toReversed())).toEqual(adjusted.toReversed());
      }),
    );
  });

  test('none, one and ties', () => {
    expect(adjust([])).toEqual([]);
    expect(adjust([0.3])).toEqual([0.3]);
    expect(new Set(adjust([0.2, 0.2, 0.2])).size).toBe(1);
  });

  test.each([NaN, -0.1, 1.1])('refuses %d', (wrong) => {
    expect(() => adjust([0.5, wrong])).toThrow(RangeError);
    expect(() => adjust([0.5, wrong])).toThrow(`number 2 is ${wrong}`);
  });
});

test('the examples hold', () => {
  holm([0.01, 0.04, 0.06]).forEach((p, i) => expectClose(p, [0.03, 0.08, 0.08][i]!));
  benjaminiYekutieli([0.01, 0.04]).forEach((p, i) => expectClose(p, [0.03, 0.06][i]!));
});
