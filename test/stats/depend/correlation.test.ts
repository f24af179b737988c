import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cramersV, cramersVMatrices } from '../../../src/stats/depend/cramers-v.ts';
import { pearson, PearsonAccumulator } from '../../../src/stats/depend/pearson.ts';
import { spearman, spearmanMatrices } from '../../../src/stats/depend/spearman.ts';
import { cases, expectClose } from '../oracle.ts';
import { draw, normal } from '../samples.ts';

const column = (...values: number[]) => Float64Array.from(values);
const codes = (...values: number[]) => Int32Array.from(values);

test.each(cases<{ x: number[]; y: number[]; pearson: number; spearman: number }>('correlation'))(
  'Pearson $pearson and Spearman $spearman as in scipy',
  ({ x, y, pearson: r, spearman: rho }) => {
    expectClose(pearson(column(...x), column(...y))!, r);
    expectClose(spearman(column(...x), column(...y))!, rho);
    expectClose(pearson(column(...y.map((v) => 1e9 + v)), column(...x))!, r, 1e-6);
  },
);

test.each(cases<{ x: number[]; y: number[]; plain: number; corrected: number }>('cramers-v'))(
  "Cramér's V $plain, corrected $corrected, as from scipy's chi-square",
  ({ x, y, plain, corrected }) => {
    const result = cramersV(codes(...x), codes(...y))!;
    expectClose(result.plain, plain);
    expectClose(result.corrected, corrected);
  },
);

/** Columns of small integers and noise, some with gaps, one constant. */
function gappy(rows: number, seed: number): Float64Array[] {
  const shared = draw(rows, normal, seed);
  return [0, 0, 0.1, 0.6, 0.97, 0].map(
    (gap, k) =>
    draw(rows, (random, row) => {
      if (random() < gap) return NaN;
      return k === 5 ? 0.1 : Math.round(3 * (shared[row]! + k * normal(random))) / 3;
    }, seed + k + 1), // prettier-ignore
  );
}

/** Both columns in the rows that they have in common. */
function common(x: Float64Array, y: Float64Array): [Float64Array, Float64Array] {
  const shared = (_: number, row: number) => !Number.isNaN(x[row]!) && !Number.isNaN(y[row]!);
  return [x.filter(shared), y.filter(shared)];
}

function accumulate(columns: Float64Array[], blockRows: number, shifts = new Float64Array(columns.length)) {
  const accumulator = new PearsonAccumulator(columns.length, shifts);
  for (let from = 0; from < columns[0]!.length; from += blockRows) {
    accumulator.add(columns.map((values) => values.subarray(from, from + blockRows)));
  }
  return accumulator.matrix();
}

function expectPairwise(matrix: (number | null)[][], columns: Float64Array[], pair: typeof pearson): void {
  columns.forEach((x, i) => {
    columns.forEach((y, j) => {
      const expected = pair(...common(x, y));
      expect(matrix[i]![j]).toBe(matrix[j]![i]);
      if (expected === null) expect(matrix[i]![j]).toBeNull();
      else expectClose(matrix[i]![j]!, expected, 1e-10);
    });
  });
}

describe('matrices equal the pairs, one by one, over their common rows', () => {
  test.each([3, 40, 5000])('%d rows', (rows) => {
    const columns = gappy(rows, rows);
    expectPairwise(accumulate(columns, 1000), columns, pearson);
    expectPairwise(spearmanMatrices(columns).matrix, columns, spearman);
  });

  test('a constant column, or too few common rows: null, on the diagonal too', () => {
    const matrix = accumulate([column(1, 2, 4), column(0.1, 0.1, 0.1), column(1, 2, NaN)], 2);
    expect(matrix).toEqual([
      [1, null, null],
      [null, null, null],
      [null, null, null],
    ]);
    expect(spearmanMatrices([column(1, 2, 4), column(0.1, 0.1, 0.1), column(1, 2, NaN)]).matrix).toEqual(matrix);
    expect(accumulate([new Float64Array(100_000).fill(0.1), draw(100_000, normal)], 100_000)[0]![1]).toBeNull();
  });

  test('blocks of any size and no columns', () => {
    const columns = gappy(5000, 9);
    const whole = accumulate(columns, 5000).flat();
    accumulate(columns, 777)
      .flat()
      .forEach((r, i) => {
        // prettier-ignore
        if (whole[i] === null) expect(r).toBeNull();
      else expectClose(r!, whole[i]!, 1e-12);
      });
    expect(accumulate([column()], 1)).toEqual([[null]]);
    expect(new PearsonAccumulator(0, column()).matrix()).toEqual([]);
  });
});

describe('Pearson', () => {
  test('a big offset costs no precision, given shifts near the means', () => {
    const [x, y] = [draw(4000, normal), draw(4000, normal, 2)].map((v) => v.map((u) => Math.round(u * 1e6) / 2 ** 20));
    const [a, b] = [x!.map((v) => v + 2 ** 30), y!.map((v, i) => v + x![i]! - 2 ** 30)];
    const exact = pearson(x!, y!.map((v, i) => v + x![i]!))!; // prettier-ignore
    expectClose(pearson(a, b)!, exact);
    expectClose(accumulate([a, b], 1000, column(2 ** 30 + 0.5, -(2 ** 30)))[0]![1]!, exact);
  });

  test('±∞ are missing', () => {
    expectClose(pearson(column(1, 2, 3, Infinity), column(1, 2, 4, 9))!, pearson(column(1, 2, 3), column(1, 2, 4))!);
  });

  test('values whose squares are no doubles give null, not a number', () => {
    expect(pearson(column(1e200, 2e200, 5e200), column(1, 2, 3))).toBeNull();
  });
});

describe('both coefficients', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { maxLength: 30 });
  test.each([
    ['Pearson', pearson],
    ['Spearman', spearman],
  ])('%s is symmetric, in bounds, free of offset and scale, and of the order of rows', (_, coefficient) => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const of = (pick: (row: [number, number]) => number, some = rows) => Float64Array.from(some, pick);
        const r = coefficient(of(([x]) => x), of(([, y]) => y)); // prettier-ignore
        const others = [
          coefficient(of(([, y]) => y), of(([x]) => x)), // prettier-ignore
          coefficient(of(([x]) => 4 * x + 3), of(([, y]) => y / 2 - 8)), // prettier-ignore
          coefficient(of(([x]) => x, rows.toReversed()), of(([, y]) => y, rows.toReversed())), // prettier-ignore
        ];
        for (const other of others) {
          if (r === null) expect(other).toBeNull();
          else expectClose(other!, r);
        }
        expect(Math.abs(r ?? 0)).toBeLessThanOrEqual(1);
        expect(r === null).toBe(rows.length < 3 || [0, 1].some((k) => new Set(rows.map((row) => row[k])).size < 2));
      }),
    );
  });

  test('Spearman sees any increasing relation, infinities included', () => {
    expect(spearman(column(-Infinity, 1, 2, 3, Infinity), column(0, 1, 8, 27, 1e300))).toBe(1);
  });
});

describe("Cramér's V", () => {
  test('is 1 for a one-to-one relation, and its correction near 0 for none', () => {
    const [x, y] = [3, 4].map((seed) => Int32Array.from(draw(400, (random) => Math.floor(12 * random()), seed)));
    expect(cramersV(x!, x!.map((code) => 11 - code))).toEqual({ plain: 1, corrected: 1 }); // prettier-ignore
    const { plain, corrected } = cramersV(x!, y!)!;
    expect(plain).toBeGreaterThan(0.1);
    expect(corrected).toBeLessThan(0.1);
  });

  test('a large sparse table gives what the same levels give with small codes', () => {
    const x = Int32Array.from(draw(300, (random) => Math.floor(9 * random()) - 1));
    const y = x.map((code, row) => (row % 3 === 0 ? 2 : code));
    const wide = cramersV(x.map((code) => (code < 0 ? -1 : code * 5000)), y.map((code) => (code < 0 ? -1 : code * 4999)))!; // prettier-ignore
    const narrow = cramersV(x, y)!;
    expectClose(wide.plain, narrow.plain);
    expectClose(wide.corrected, narrow.corrected);
  });

  test('the matrix is of corrected values; null where there is one level or too few rows', () => {
    const [x, y, one, few] = [
      codes(0, 1, 0, 1, -1),
      codes(0, 1, 1, 1, 1),
      codes(3, 3, 3, 3, 3),
      codes(0, 1, -1, -1, -1),
    ];
    const matrix = cramersVMatrices([x, y, one, few]).matrix;
    expect(matrix[0]![1]).toBe(cramersV(x, y)!.corrected);
    expect(matrix[1]![0]).toBe(matrix[0]![1]);
    expect(matrix[1]![1]).toBe(1);
    expect([matrix[2], matrix[3]]).toEqual([Array(4).fill(null), Array(4).fill(null)]);
    expect(cramersV(codes(-1), codes(0))).toBeNull();
    expect(cramersVMatrices([]).matrix).toEqual([]);
    // Two columns that are known already: only pairs with the others.
    const [first, second] = cramersVMatrices([x, y, y], { known: 2 }).matrix;
    expect([first, second]).toEqual([
      [null, null, matrix[0]![1]],
      [null, null, 1],
    ]);
  });
});
