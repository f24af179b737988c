import { describe, expect, test } from 'vitest';
import { leastWhere } from '../../src/stats/bisect.ts';
import { chiSquaredCdf, chiSquaredCritical, chiSquaredSf } from '../../src/stats/distributions/chi-squared.ts';
import { cramerVonMisesSf } from '../../src/stats/distributions/cramer-von-mises.ts';
import { durbinCdf } from '../../src/stats/distributions/durbin.ts';
import { fSf } from '../../src/stats/distributions/f.ts';
import { deviance, stirlingError } from '../../src/stats/distributions/gamma-terms.ts';
import { incompleteBeta } from '../../src/stats/distributions/incomplete-beta.ts';
import { lowerGamma, upperGamma } from '../../src/stats/distributions/incomplete-gamma.ts';
import { kolmogorovFiniteSf } from '../../src/stats/distributions/kolmogorov-finite.ts';
import { kolmogorovCritical, kolmogorovSf } from '../../src/stats/distributions/kolmogorov.ts';
import { logFactorial } from '../../src/stats/distributions/log-factorial.ts';
import { normalCdf, normalQuantile, normalSf } from '../../src/stats/distributions/normal.ts';
import { pelzGoodCdf } from '../../src/stats/distributions/pelz-good.ts';
import { smirnovSf } from '../../src/stats/distributions/smirnov.ts';
import { studentQuantile, studentSf, studentTwoSided } from '../../src/stats/distributions/student.ts';
import { cases, expectClose } from './oracle.ts';

interface Case {
  function: string;
  args: [number, number, number];
  value: number;
}

const functions: Record<string, (a: number, b: number, c: number) => number> = {
  'normal.cdf': normalCdf,
  'normal.sf': normalSf,
  'normal.quantile': normalQuantile,
  'chiSquared.sf': chiSquaredSf,
  'chiSquared.cdf': chiSquaredCdf,
  'chiSquared.quantile': (p, degreesOfFreedom) => chiSquaredCritical(1 - p, degreesOfFreedom),
  'kolmogorov.sf': kolmogorovSf,
  'student.sf': studentSf,
  'student.cdf': (t, degreesOfFreedom) => studentSf(-t, degreesOfFreedom),
  'student.quantile': studentQuantile,
  'beta.cdf': (x, a, b) => incompleteBeta(a, b, x),
  'cramerVonMises.sf': cramerVonMisesSf,
};
const known = [...cases<Case>('distributions'), ...cases<Case>('tails')];
/** Quantiles around 0, where scipy gives 10⁻¹⁶. */
const ABSOLUTE: Record<string, number> = { 'student.quantile': 1e-15 };

describe('distribution functions give the values of scipy, in the tails too', () => {
  test.each(known.map((one) => [one.function, one.args.join(', '), one] as const))('%s(%s)', (_, __, one) => {
    expectClose(functions[one.function]!(...one.args), one.value, ABSOLUTE[one.function] ?? 0);
  });

  test.each(cases<{ n: number; d: number; sf: number }>('kolmogorov-finite'))('P(D > $d), n = $n', ({ n, d, sf }) => {
    expectClose(kolmogorovFiniteSf(n, d), sf, 1e-310);
  });

  // mpmath 1.3, 30 digits.
  test.each([
    [2500, 1000, 2.10592680484814e-129],
    [1400, 1, 2.1010145162641815e-306],
    [100_000, 90_000, 6.9557949235064e-115],
  ])('the upper tail of chi-squared at %d with %d degrees of freedom', (x, degreesOfFreedom, value) => {
    expectClose(chiSquaredSf(x, degreesOfFreedom), value, 0);
  });
});

describe('at the edges', () => {
  test('chi-squared', () => {
    expect(chiSquaredSf(0, 3)).toBe(1);
    expect(chiSquaredCdf(0, 3)).toBe(0);
    expect(chiSquaredSf(Infinity, 3)).toBe(0);
    expect(chiSquaredCdf(Infinity, 3)).toBe(1);
  });

  test('beta and Student', () => {
    expect([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1)]).toEqual([0, 1]);
    expect(studentQuantile(0.5, 7)).toBe(0);
    expect([studentSf(0, 3), studentTwoSided(0, 3), studentTwoSided(1e200, 3)]).toEqual([0.5, 1, 0]);
    expect([cramerVonMisesSf(0), cramerVonMisesSf(-1)]).toEqual([1, 1]);
  });

  test('the incomplete beta function is 1 less its mirror image, on both sides of its mean', () => {
    for (const [a, b] of [
      [0.3, 7],
      [40, 40],
      [1e5, 3],
    ] as const) {
      // prettier-ignore
      for (const x of [0.01, 0.3, 0.5, 0.9, 0.99999]) {
        expectClose(incompleteBeta(a, b, x) + incompleteBeta(b, a, 1 - x, x), 1, 0);
      }
    }
  });

  test.each([1e-300, 1e-12, 0.05, 0.5, 0.999])('critical values invert the tail %d', (tail) => {
    for (const degreesOfFreedom of [1, 7, 1000]) {
      expectClose(chiSquaredSf(chiSquaredCritical(tail, degreesOfFreedom), degreesOfFreedom), tail, 0);
    }
    expectClose(kolmogorovSf(kolmogorovCritical(tail)), tail, 0);
  });

  test('Kolmogorov: both series meet, and the limit law is that of large n', () => {
    expectClose(kolmogorovSf(1.18 - 1e-15), kolmogorovSf(1.18));
    expect(kolmogorovSf(0)).toBe(1);
    expect(kolmogorovFiniteSf(10, 0)).toBe(1);
    expect(kolmogorovFiniteSf(10, 1)).toBe(0);
    expect(Math.abs(kolmogorovFiniteSf(1e8, 1e-4) - kolmogorovSf(1))).toBeLessThan(1e-4);
  });

  test('Smirnov: the thinned sum equals the whole one, and small cases are exact', () => {
    expectClose(smirnovSf(2, 0.5), 0.25);
    expectClose(smirnovSf(1, 0.3), 0.7);
    for (const z of [1.5, 3, 10]) expectClose(kolmogorovFiniteSf(8001, z / Math.sqrt(8001)), 2 * whole(8001, z), 0);
  });
});

/** Birnbaum & Tingey's sum with logarithms of factorials, term by term. */
function whole(n: number, z: number): number {
  const x = z / Math.sqrt(n);
  let [sum, choose] = [0, 0];
  for (let v = 0; v <= n * (1 - x); v++) {
    if (v > 0) choose += Math.log((n - v + 1) / v);
    sum += Math.exp(choose + Math.log(x) + (v - 1) * Math.log(x + v / n) + (n - v) * Math.log1p(-x - v / n));
  }
  return sum;
}

test.each([
  [1e-200, 1],
  [3, 1],
  [1e200, 1],
])('leastWhere finds %d to the last bit', (bound, start) => {
  expect(leastWhere((x) => x >= bound, start)).toBe(bound);
});

test('leastWhere gives Infinity where nothing holds', () => {
  expect(leastWhere(() => false)).toBe(Infinity);
});

test.each([
  ['upperGamma', upperGamma(1, 1), Math.exp(-1)],
  ['lowerGamma', lowerGamma(1, 1), -Math.expm1(-1)],
  ['stirlingError', stirlingError(1), 1 - Math.log(2 * Math.PI) / 2],
  ['stirlingError beyond the series', stirlingError(16), 0.00520765591960964],
  ['deviance', deviance(3, 3), 0],
  ['deviance near', deviance(3, 3 + 2 ** -30), 2 ** -60 / 6],
  ['deviance far', deviance(3, 9), 6 - 3 * Math.log(3)],
  ['durbinCdf', durbinCdf(10, 0.274), 0.6284796154565043],
  ['kolmogorovFiniteSf', kolmogorovFiniteSf(10, 0.274), 0.37152038454349573],
  ['pelzGoodCdf', pelzGoodCdf(500, 0.03), 0.25268332995429793],
  ['incompleteBeta', incompleteBeta(2, 3, 0.1), 0.0523],
  ['studentSf', studentSf(1, 10), 0.17044656615103015],
  ['fSf', fSf(4.9646, 1, 10), 0.050000052192913744],
  ['fSf', fSf(2.5, 9, 37.5), 0.02379329041264243],
  ['fSf', fSf(1, 3, 1e6), 0.39162563881142354],
  ['fSf', fSf(8, 2, 400), 0.00039204158851285215],
  ['fSf', fSf(0.1, 5, 3), 0.9851114742762083],
  ['studentTwoSided', studentTwoSided(1, 10), 0.3408931323020603],
  ['studentQuantile', studentQuantile(0.975, 10), 2.228138851986273],
  ['cramerVonMisesSf', cramerVonMisesSf(0.4614), 0.04998853760908231],
  ['kolmogorovCritical', kolmogorovCritical(0.05), 1.3580986393225507],
])('the example of %s holds', (_, actual, expected) => {
  expectClose(actual, expected, 0);
});

test('Pelz & Good come near the exact law as n grows', () => {
  expect(Math.abs(pelzGoodCdf(140, 0.08) / durbinCdf(140, 0.08) - 1)).toBeLessThan(1e-5);
  expect(Math.abs(pelzGoodCdf(2000, 0.014) / durbinCdf(2000, 0.014) - 1)).toBeLessThan(1e-7);
});

// Python's math.lgamma(n + 1).
test.each([
  [65_536, 661287.9621200744],
  [0, 0],
  [1, 0],
  [5, 4.787491742782047],
  [170, 706.5730622457874],
  [1023, 6071.28041294445],
  [1024, 6078.211884750051],
  [65_535, 661276.8717651855],
  [10_000_000, 151180965.48756957],
])('log %i! is %d, in whatever order they are asked for, and again', (n, value) => {
  expect(Math.abs(logFactorial(n) - value)).toBeLessThanOrEqual(1e-15 + 4e-16 * value);
  expect(logFactorial(n)).toBe(logFactorial(n));
});
