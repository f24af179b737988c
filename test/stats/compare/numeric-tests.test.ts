import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { andersonDarling } from '../../../src/stats/compare/numeric/anderson-darling.ts';
import { cramerVonMisesExactPValue } from '../../../src/stats/compare/numeric/cramer-von-mises-exact.ts';
import { cramerVonMises } from '../../../src/stats/compare/numeric/cramer-von-mises.ts';
import { ecdf, type Ecdf } from '../../../src/stats/describe/ecdf.ts';
import { eppsSingleton } from '../../../src/stats/compare/numeric/epps-singleton.ts';
import { mannWhitneyExactSf } from '../../../src/stats/compare/numeric/mann-whitney-exact.ts';
import { chiSquaredCritical } from '../../../src/stats/distributions/chi-squared.ts';
import { mannWhitney, mannWhitneyEffectivePValue } from '../../../src/stats/compare/numeric/mann-whitney.ts';
import { symmetricEigen } from '../../../src/stats/compare/numeric/symmetric-eigen.ts';
import { studentT, welchT } from '../../../src/stats/compare/numeric/t-test.ts';
import { cases, expectClose } from '../oracle.ts';
import { reasonOf } from '../reason-of.ts';
import { draw, normal, of } from '../samples.ts';

interface Tested {
  statistic: number;
  pValue: number;
}

interface Case {
  name: string;
  reference: number[];
  current: number[];
  expected: {
    andersonDarling: { statistic: number; pValueClipped001to25: number };
    cramerVonMises: Tested;
    mannWhitney: { u1: number; pValueAsymptoticContinuity: number; pValueExact?: number };
    student: Tested;
    welch: Tested;
    eppsSingleton: Tested;
    evidently: { mannw: number };
  };
}

type Test = (reference: Ecdf, current: Ecdf) => Tested;

/** P-values are compared relatively, however small. */
const EXACTLY = 1e-300;
/** What scipy's limit law of Cramér and von Mises is off by: see `cramerVonMisesSf`. */
const SCIPY_LIMIT_LAW = 1e-8;

const known = cases<Case>('two-sample-numeric').filter(({ expected }) => 'andersonDarling' in expected);
const offset = (name: string) => name.startsWith('big_offset');

describe('rank tests give the values of scipy', () => {
  test.each(known)('$name', ({ reference, current, expected }) => {
    const [r, c] = [of(...reference), of(...current)];
    const anderson = andersonDarling(r, c);
    expectClose(anderson.statistic, expected.andersonDarling.statistic);
    expectClose(anderson.pValue, expected.andersonDarling.pValueClipped001to25, EXACTLY);
    const cramer = cramerVonMises(r, c);
    expectClose(cramer.statistic, expected.cramerVonMises.statistic);
    expectClose(
      cramer.pValue,
      expected.cramerVonMises.pValue,
      cramer.pValueKind === 'exact' ? EXACTLY : SCIPY_LIMIT_LAW,
    );
    const whitney = mannWhitney(r, c);
    const { u1, pValueExact, pValueAsymptoticContinuity } = expected.mannWhitney;
    expect(whitney.statistic).toBe(u1);
    const pValue = whitney.pValueKind === 'exact' ? pValueExact : pValueAsymptoticContinuity;
    expectClose(whitney.pValue, pValue!, EXACTLY);
    expectClose(mannWhitney(r, c, 'less').pValue, expected.evidently.mannw, EXACTLY);
    if (pValueExact === undefined) return;
    expectClose(Math.min(1, 2 * mannWhitneyExactSf(Math.max(u1, r.size * c.size - u1), r.size, c.size)), pValueExact);
  });
});

const moments: [keyof Case['expected'], Test][] = [
  ['student', studentT],
  ['welch', welchT],
  ['eppsSingleton', eppsSingleton],
];

describe('tests of means, spreads and characteristic functions give the values of scipy', () => {
  test.each(known.filter(({ name }) => !offset(name)))('$name', ({ reference, current, expected }) => {
    for (const [name, compute] of moments) {
      const [result, value] = [compute(of(...reference), of(...current)), expected[name] as Tested];
      expectClose(result.statistic, value.statistic);
      expectClose(result.pValue, value.pValue, EXACTLY);
    }
  });

  test.each(known.filter(({ name }) => offset(name)))(
    '$name: those of scipy as far as it rounds, and to full precision those of the values less 10⁹',
    ({ reference, current, expected }) => {
      for (const [name, compute] of moments) {
        const result = compute(of(...reference), of(...current));
        const less = compute(of(...reference.map((x) => x - 1e9)), of(...current.map((x) => x - 1e9)));
        expectClose(result.statistic, less.statistic);
        expectClose(result.pValue, less.pValue, EXACTLY);
        const { statistic } = expected[name] as Tested;
        expect(Math.abs(result.statistic / statistic - 1)).toBeLessThan(1e-5);
      }
    },
  );
});

describe('exact p-values are those of scipy', () => {
  interface Exact {
    reference: number[];
    current: number[];
    cramerVonMises?: Tested;
    mannWhitney?: { 'two-sided': number; less: number };
  }
  test.each(cases<Exact>('exact-tests').map((one) => [one.reference.length, one.current.length, one] as const))(
    '%d and %d rows',
    (n, m, { reference, current, cramerVonMises: cramer, mannWhitney: whitney }) => {
      const [r, c] = [of(...reference), of(...current)];
      if (cramer) {
        const result = cramerVonMises(r, c);
        expect(result.pValueKind).toBe('exact');
        expectClose(result.statistic, cramer.statistic);
        expectClose(result.pValue, cramer.pValue, EXACTLY);
      }
      if (!whitney) return;
      const { statistic: u } = mannWhitney(r, c);
      expectClose(mannWhitneyExactSf(n * m - u, n, m), whitney.less, EXACTLY);
      expectClose(Math.min(1, 2 * mannWhitneyExactSf(Math.max(u, n * m - u), n, m)), whitney['two-sided'], EXACTLY);
    },
  );

  test('of Cramér and von Mises, and of Mann and Whitney, are shares of all orders', () => {
    for (const [n, m] of [
      [3, 4],
      [4, 4],
      [2, 6],
      [1, 3],
    ] as const) {
      // prettier-ignore
      const all = splits(n, m).map(([r, c]) => ({ r: of(...r), c: of(...c) }));
      const distances = all.map(({ r, c }) => cramerVonMises(r, c));
      for (const { statistic, pValue } of distances) {
        expectClose(pValue, distances.filter((other) => other.statistic >= statistic - 1e-12).length / all.length);
      }
      const us = all.map(({ r, c }) => mannWhitney(r, c).statistic);
      for (const u of us) expectClose(mannWhitneyExactSf(u, n, m), us.filter((v) => v >= u).length / us.length);
    }
  });
});

/** All ways to split the numbers 1, …, n + m into n and m of them. */
function splits(n: number, m: number): [number[], number[]][] {
  if (n + m === 0) return [[[], []]];
  const last = n + m;
  return [
    ...(n > 0 ? splits(n - 1, m).map(([r, c]): [number[], number[]] => [[...r, last], c]) : []),
    ...(m > 0 ? splits(n, m - 1).map(([r, c]): [number[], number[]] => [r, [...c, last]]) : []),
  ];
}

const cells = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 5, maxLength: 30 });
const varied = cells.filter((values) => new Set(values).size > 3);

test('a Cramér-von Mises p-value is never 0: ties can make U larger than that of any order', () => {
  const { pValue } = cramerVonMises(of(0, 0, -2, 1, -1), of(2, 2, 5, 3, 4));
  expectClose(pValue, 2 / 252);
});

const all: [string, Test][] = [
  ['Anderson-Darling', andersonDarling],
  ['Cramér-von Mises', cramerVonMises],
  ['Mann-Whitney', mannWhitney],
  ["Student's t", studentT],
  ["Welch's t", welchT],
  ['Epps-Singleton', eppsSingleton],
];

describe.each(all)('%s', (name, compute) => {
  const spreads = name === 'Epps-Singleton' ? varied.filter(halfVaries) : varied;

  test('is symmetric, free of shift, scale and order of rows, with a p-value in (0, 1]', () => {
    fc.assert(
      fc.property(spreads, spreads, fc.integer({ min: -1000, max: 1000 }), (a, b, k) => {
        fc.pre(name !== 'Epps-Singleton' || halfVaries([...a, ...b]));
        const { pValue } = compute(of(...a), of(...b));
        expectClose(compute(of(...b), of(...a)).pValue, pValue, 1e-9);
        expectClose(compute(of(...a.map((x) => 4 * x + k).reverse()), of(...b.map((x) => 4 * x + k))).pValue, pValue, 1e-9); // prettier-ignore
        expect(pValue).toBeGreaterThan(0);
        expect(pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('keeps its value at scales of 10⁻⁶ and 10¹², and with 2³⁰ added', () => {
    const whole = (seed: number) => draw(90, (random) => Math.round(normal(random) * 2 ** 10) / 2 ** 10, seed);
    const [a, b] = [whole(1), whole(2)];
    const { statistic, pValue } = compute(of(...a), of(...b));
    for (const map of [(x: number) => 1e-6 * x, (x: number) => 1e12 * x, (x: number) => x + 2 ** 30]) {
      const mapped = compute(of(...a.map(map)), of(...b.map(map)));
      expectClose(mapped.statistic, statistic);
      expectClose(mapped.pValue, pValue);
    }
  });

  test('has p-values under the null hypothesis that are small as rarely as they should be', () => {
    const runs = 400;
    let rejected = 0;
    for (let run = 0; run < runs; run++) {
      const [a, b] = [draw(60, normal, 2 * run + 1), draw(35, normal, 2 * run + 2)];
      if (compute(of(...a), of(...b)).pValue <= 0.05) rejected++;
    }
    // 20 expected, standard deviation 4.4
    expect(rejected).toBeGreaterThanOrEqual(7);
    expect(rejected).toBeLessThanOrEqual(33);
  });
});

function halfVaries(values: number[]): boolean {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.floor(values.length / 4) - 1] !== sorted[Math.ceil((3 * values.length) / 4)];
}

describe('one outlier of 10⁶', () => {
  const [a, b] = [draw(200, normal), draw(200, (random) => normal(random) + 0.6, 2)];
  const spoilt = b.map((x, row) => (row === 0 ? 1e6 : x));

  test.each(all.slice(0, 3))('does not hide a shift from %s', (_, compute) => {
    expect(compute(of(...a), of(...spoilt)).pValue).toBeLessThanOrEqual(1e-3);
  });

  test('hides it from the t tests', () => {
    expect(studentT(of(...a), of(...b)).pValue).toBeLessThan(1e-3);
    expect(studentT(of(...a), of(...spoilt)).pValue).toBeGreaterThan(0.3);
    expect(welchT(of(...a), of(...spoilt)).pValue).toBeGreaterThan(0.3);
  });
});

describe('kinds of p-value', () => {
  const [a, b] = [draw(100, normal), draw(100, normal, 2)];

  test('Anderson-Darling: above and below the published table are said to be so', () => {
    expect(andersonDarling(of(...a), of(...a))).toMatchObject({ pValue: 0.25, pValueKind: 'above' });
    expect(andersonDarling(of(...a), of(...b.map((x) => x + 3)))).toMatchObject({ pValue: 0.001, pValueKind: 'below' });
    expect(andersonDarling(of(...a), of(...b.map((x) => x + 0.3))).pValueKind).toBe('interpolated');
  });

  test('Cramér-von Mises: exact up to 20 rows a side', () => {
    expect(cramerVonMises(of(...a.slice(0, 20)), of(...b.slice(0, 1))).pValueKind).toBe('exact');
    expect(cramerVonMises(of(...a.slice(0, 21)), of(...b.slice(0, 1))).pValueKind).toBe('asymptotic');
  });

  test('Mann-Whitney: exact up to 8 rows on a side, unless there are ties', () => {
    expect(mannWhitney(of(...a.slice(0, 8)), of(...b)).pValueKind).toBe('exact');
    expect(mannWhitney(of(...a.slice(0, 9)), of(...b)).pValueKind).toBe('asymptotic');
    expect(mannWhitney(of(...a.slice(0, 8)), of(...b, b[0]!)).pValueKind).toBe('asymptotic');
  });

  test('Mann-Whitney: not exact where that would take too much memory', () => {
    const large = ecdf(draw(2 ** 22 + 2, (_, row) => row));
    expect(mannWhitney(large, of(0.5, 1.5, 2 ** 20 + 0.5, 2 ** 21 + 0.5)).pValueKind).toBe('asymptotic');
  });

  test('Mann-Whitney: the effect is the share of pairs in which current is larger', () => {
    expect(mannWhitney(of(1, 2, 3), of(4, 5, 6)).effect).toBe(1);
    expect(mannWhitney(of(1, 2), of(1, 2)).effect).toBe(0.5);
    expectClose(mannWhitney(of(1, 2, 2), of(2, 3)).effect, 5 / 6);
  });
});

test.each([
  ['Anderson-Darling', andersonDarling(of(1, 2, 3), of(4, 5, 6)), 2.633233526966185, 0.027147178465657187],
  ['Cramér-von Mises', cramerVonMises(of(1, 2, 3), of(4, 5, 6)), 0.5277777777777778, 0.1],
  ['Mann-Whitney', mannWhitney(of(1, 2, 3), of(4, 5, 6)), 0, 0.1],
  ["Student's t", studentT(of(1, 2, 3), of(4, 5, 6)), -3.6742346141747673, 0.021311641128756734],
  ["Welch's t", welchT(of(1, 2, 3), of(4, 5, 6)), -3.6742346141747673, 0.021311641128756734],
  ['Epps-Singleton', eppsSingleton(of(1, 2, 3, 4, 5), of(1, 3, 6, 10, 15)), 1.9657295225956741, 0.7420622732460231],
])('the example of %s holds', (_, { statistic, pValue }, expectedStatistic, expectedPValue) => {
  expectClose(statistic, expectedStatistic);
  expectClose(pValue, expectedPValue);
});

test('the examples of exact p-values hold', () => {
  expectClose(cramerVonMisesExactPValue(81, 3, 3), 0.1);
  expectClose(mannWhitneyExactSf(9, 3, 3), 0.05);
  expect(mannWhitneyExactSf(0, 3, 3)).toBe(1);
});

test('eigenvalues of a symmetric matrix, also far apart', () => {
  const { values, vectors } = symmetricEigen([[2, 1], [1, 2]]); // prettier-ignore
  expect(values.toSorted().map((value) => Math.round(1e12 * value) / 1e12)).toEqual([1, 3]);
  vectors.forEach(([x, y], k) => expectClose(2 * x! + y!, values[k]! * x!));
  expect(symmetricEigen([[0, 0], [0, 0]]).values).toEqual([0, 0]); // prettier-ignore
  const graded = symmetricEigen([[1, 1e-6], [1e-6, 1e-11]]).values; // prettier-ignore
  expectClose(Math.min(...graded), 9e-12, 1e-21);
});

const constant = of(5, 5, 5, 5, 5);
test.each([
  ['anderson', andersonDarling, constant, constant, 'all-equal', {}],
  ['anderson', andersonDarling, of(1), of(2, 3), 'few-in-all', { needed: 4, found: 3 }],
  ['mann_whitney', mannWhitney, constant, of(5), 'all-equal', {}],
  ['t_test', studentT, constant, of(6, 6), 'no-variation', {}],
  ['t_test', studentT, of(1.7e308, 1.6e308), of(-1.7e308, -1.6e308), 'too-far-apart', {}],
  ['welch', welchT, constant, of(6, 6), 'no-variation', {}],
  ['welch', welchT, of(1, 2), of(6), 'few-on-a-side', { needed: 2, fewest: 1 }],
  ['epps_singleton', eppsSingleton, of(1, 2, 3, 4), constant, 'few-on-a-side', { needed: 5, fewest: 4 }],
  ['epps_singleton', eppsSingleton, constant, of(6, 6, 6, 6, 6), 'no-variation', {}],
  ['epps_singleton', eppsSingleton, of(5, 5, 5, 5, 6), constant, 'half-equal', {}],
] as [string, Test, Ecdf, Ecdf, string, object][])('%s: %#', (statistic, compute, reference, current, kind, values) => {
  expect(reasonOf(() => compute(reference, current))).toEqual({ kind, values: { statistic, ...values } });
});

test.each(all)('%s of an empty column is an error that says so', (_, compute) => {
  const reason = reasonOf(() => compute(of(1, 2, 3), of(NaN)));
  expect(reason).toMatchObject({ kind: 'no-values', values: { side: 'current' } });
});

test('one constant side is enough for the tests of means and spreads', () => {
  expectClose(studentT(constant, of(6, 7)).pValue, studentT(of(1, 1, 1, 1, 1), of(2, 3)).pValue);
  expect(welchT(constant, of(6, 7)).degreesOfFreedom).toBe(1);
  expect(cramerVonMises(constant, constant)).toMatchObject({ pValue: 1 });
});

describe('rows that are worth less than they are', () => {
  const [reference, current] = [0, 0.2].map((shift) => of(...draw(400, (random) => normal(random) + shift)));

  test('worth what they are, Mann-Whitney and Welch give what they give (but for the continuity correction)', () => {
    const worth = { n: 400, m: 400 };
    expect(mannWhitneyEffectivePValue(reference!, current!, worth)).toBeCloseTo(
      mannWhitney(reference!, current!).pValue,
      4,
    );
    expect(welchT(reference!, current!, worth)).toEqual(welchT(reference!, current!));
  });

  test('worth a quarter, the statistic halves', () => {
    const z = (p: number) => chiSquaredCritical(p, 1) ** 0.5;
    const worth = { n: 100, m: 100 };
    const full = z(mannWhitneyEffectivePValue(reference!, current!, { n: 400, m: 400 }));
    expect(z(mannWhitneyEffectivePValue(reference!, current!, worth))).toBeCloseTo(full / 2, 9);
    expect(welchT(reference!, current!, worth).statistic).toBeCloseTo(welchT(reference!, current!).statistic / 2, 12);
  });

  test('all values equal: no evidence', () => {
    expect(mannWhitneyEffectivePValue(of(1, 1), of(1, 1, 1), { n: 1, m: 1.5 })).toBe(1);
  });
});
