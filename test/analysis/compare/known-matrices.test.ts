import { expect, test } from 'vitest';
import { NumberCorrelations } from '../../../src/analysis/compare/correlation-matrices.ts';
import { KnownMatrices } from '../../../src/analysis/compare/known-matrices.ts';
import { seededRandom } from '../../../src/stats/random.ts';

const random = seededRandom(3);
const columns = Array.from({ length: 4 }, () =>
  Float64Array.from({ length: 40 }, () => (random() < 0.2 ? NaN : random())),
);

function matricesOf(which: readonly number[]) {
  const numbers = new NumberCorrelations(new Float64Array(which.length), { all: 40, marked: 40 });
  numbers.add(which.map((i) => columns[i] ?? new Float64Array()));
  return numbers.matrices();
}

test('fewer columns, in any order, are found as they would be computed', () => {
  const known = new KnownMatrices();
  known.keep('all', ['a', 'b', 'c', 'd'], matricesOf([0, 1, 2, 3]));
  const found = known.find('all', ['d', 'a', 'b']);
  const computed = matricesOf([3, 0, 1]);
  for (const method of ['pearson', 'spearman'] as const) {
    computed[method].forEach((row, i) => {
      row.forEach((value, j) => {
        expect(found?.[method][i]?.[j]).toBeCloseTo(value ?? NaN, 12);
      });
    });
  }
  expect(found?.rows).toBe(40);
  expect(known.find('all', ['a', 'e'])).toBeNull();
  expect(known.find('other rows', ['a', 'b'])).toBeNull();
});
