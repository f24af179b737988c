import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kuiper, kuiperPValue, kuiperSf } from '../../../src/stats/compare/numeric/kuiper.ts';
import { StatisticError } from '../../../src/stats/statistic-error.ts';
import { cases, expectClose } from '../oracle.ts';
import { draw, normal, of } from '../samples.ts';

interface Case {
  reference: number[];
  current: number[];
  statistic: number;
  limit: number;
  /** With the one-sample correction for small sizes; null where it leaves the real numbers. */
  corrected: number | null;
}

const known = cases<Case>('kuiper');
const { laws } = JSON.parse(readFileSync(new URL('../fixtures/kuiper.json', import.meta.url), 'utf8')) as {
  laws: { x: number; sf: number }[];
};

describe('Kuiper test', () => {
  test.each(laws)('the limit law at $x', ({ x, sf }) => {
    expectClose(kuiperSf(x), sf, 1e-300);
  });

  test('the law falls from 1, also where one series takes the place of the other', () => {
    const points = [-1, 0, 1e-3, 0.1, 0.3, ...Array.from({ length: 300 }, (_, i) => 0.5 + i / 100)].map(kuiperSf);
    expect(points.slice(0, 4)).toEqual([1, 1, 1, 1]);
    expect(points.every((value, i) => i === 0 || value <= (points[i - 1] ?? 1))).toBe(true);
  });

  test.each(known)('statistic $statistic as astropy has it, ties and unequal sizes among them', (one) => {
    const [r, c] = [of(...one.reference), of(...one.current)];
    const { statistic, pValue } = kuiper(r, c);
    expectClose(statistic, one.statistic);
    expectClose(pValue, one.limit, 1e-300);
    expect(kuiper(c, r).statistic).toBe(statistic);
    // Never bolder than the correction of the one-sample test.
    if (one.corrected !== null) expect(pValue).toBeGreaterThanOrEqual(one.corrected);
  });

  test('it sees a change of spread, and a turn of the circle leaves it as it is', () => {
    const [narrow, wide] = [draw(400, normal), draw(400, (random) => 1.6 * normal(random), 2)];
    const { statistic, pValue } = kuiper(of(...narrow), of(...wide));
    expect(pValue).toBeLessThan(1e-4);
    const turned = (values: Float64Array) => of(...values.map((value) => (value < 0 ? value + 100 : value)));
    expectClose(kuiper(turned(narrow), turned(wide)).statistic, statistic);
  });

  test('fewer rows, larger p-value', () => {
    expect(kuiperPValue(0.2, 50, 60)).toBeGreaterThan(kuiperPValue(0.2, 100, 60));
  });

  test('needs a value on each side', () => {
    expect(() => kuiper(of(), of(1))).toThrow(StatisticError);
  });
});
