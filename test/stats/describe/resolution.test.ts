import { describe, expect, test } from 'vitest';
import { ecdf } from '../../../src/stats/describe/ecdf.ts';
import { decimalsOf, onCommonDigits, resolutionOf } from '../../../src/stats/describe/resolution.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { normal } from '../samples.ts';

const random = seededRandom(65);
const tenths = (size: number) => Float64Array.from({ length: size }, () => (1 + Math.floor(3 * random())) / 10);

test('the fewest decimals that write all values', () => {
  expect(decimalsOf(Float64Array.of(0.1, 2, 7.5))).toBe(1);
  expect(decimalsOf(Float64Array.of(3, -4))).toBe(0);
  expect(decimalsOf(Float64Array.of(19.99, 1234567.01))).toBe(2);
  expect(decimalsOf(Float64Array.of(0.10000000149011612))).toBeNull();
  expect(decimalsOf(Float64Array.of(Math.PI))).toBeNull();
});

describe('columns on common digits', () => {
  test.each([
    ['single precision', (values: Float64Array) => values.map(Math.fround)],
    ['ten digits', (values: Float64Array) => values.map((value) => Number(Math.fround(value).toFixed(10)))],
  ])('hold the same values: %s', (_, written) => {
    const values = tenths(200);
    const { reference, current } = onCommonDigits(ecdf(values), ecdf(written(values)), 0.08);
    expect(reference.values).toEqual(current.values);
    expect([...reference.counts]).toEqual([...current.counts]);
  });

  test('are left as they are where the digits are alike, and where rounding would take the change away', () => {
    const [a, b] = [ecdf(tenths(50)), ecdf(tenths(50))];
    expect(onCommonDigits(a, b, 0.08)).toEqual({ reference: a, current: b });
    const [constant, noise] = [ecdf(new Float64Array(50).fill(5)), ecdf(tenths(50).map((value) => 5 + value))];
    expect(onCommonDigits(constant, noise, 0).current).toBe(noise);
  });

  test('a sensor that is written with fewer decimals is the same sensor', () => {
    const values = Float64Array.from({ length: 400 }, () => normal(random));
    const coarse = values.map((value) => Math.round(value * 10) / 10);
    const { reference, current } = onCommonDigits(ecdf(values), ecdf(coarse), 1);
    expect(reference.values).toEqual(current.values);
    expect(resolutionOf(ecdf(values), ecdf(coarse))).toMatchObject({ reference: null, current: 1 });
  });
});
