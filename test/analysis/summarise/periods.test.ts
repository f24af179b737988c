import { expect, test } from 'vitest';
import {
  chooseUnit,
  periodAxes,
  periodAxis,
  periodsOf,
  periodSums,
  timeSpan,
} from '../../../src/analysis/summarise/periods.ts';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

test.each([
  ['2026-01-01', '2026-01-01', 'second'],
  ['2026-01-01', '2026-01-03', 'hour'],
  ['2026-01-01', '2026-02-20', 'day'],
  ['2026-01-01', '2026-12-31', 'week'],
  ['2024-01-01', '2026-12-31', 'month'],
  ['2010-01-01', '2024-12-31', 'quarter'],
  ['1950-01-01', '2026-12-31', 'year'],
])('from %s to %s the unit is the %s', (from, to, unit) => {
  expect(chooseUnit([{ min: day(from), max: day(to) }]).name).toBe(unit);
});

test('months begin on their first day, weeks on Monday', () => {
  const month = chooseUnit([{ min: day('2024-01-15'), max: day('2026-12-31') }]);
  const { starts } = periodAxis(Float64Array.of(day('2024-02-29'), day('2024-04-01')), month);
  expect(starts.map((start) => new Date(start).toISOString().slice(0, 10))).toEqual([
    '2024-02-01',
    '2024-03-01',
    '2024-04-01',
    '2024-05-01',
  ]);
  const week = chooseUnit([{ min: day('2026-01-01'), max: day('2026-12-31') }]);
  expect(new Date(week.start(day('2026-11-25'))).toISOString()).toBe('2026-11-23T00:00:00.000Z');
});

test('means and deviations by period; rows without a time or a value are in none', () => {
  const times = Float64Array.of(
    day('2026-01-01'),
    day('2026-01-01'),
    NaN,
    day('2026-01-03'),
    day('2026-01-03'),
    day('2026-02-20'),
  );
  const unit = chooseUnit([{ min: day('2026-01-01'), max: day('2026-02-20') }]);
  const values = Float64Array.of(1e9 + 1, 1e9 + 3, 99, NaN, 5, 7);
  const periods = periodsOf(periodSums({ values, missing: null }, periodAxis(times, unit)));
  expect(periods[0]).toMatchObject({ count: 2, mean: 1e9 + 2, std: Math.SQRT2 });
  expect(periods[1]).toMatchObject({ count: 0, mean: null, std: null });
  expect(periods[2]).toMatchObject({ count: 1, mean: 5, std: null });
  expect(periods).toHaveLength(51);
});

test('rows out of order find their period', () => {
  const unit = chooseUnit([{ min: day('2026-01-01'), max: day('2026-02-20') }]);
  const times = Float64Array.of(day('2026-01-05'), day('2026-01-01'), day('2026-01-03'), day('2026-01-01'));
  expect([...periodAxis(times, unit).codes]).toEqual([4, 0, 2, 0]);
});

test('a column without times has no span', () => {
  expect(timeSpan(Float64Array.of(NaN, NaN))).toBeNull();
});

test('a fraction of a millisecond before a year lies in the year before', () => {
  const year = chooseUnit([{ min: day('1800-01-01'), max: day('2026-12-31') }]);
  expect(year.start(-0.25)).toBe(day('1969-01-01'));
  expect(periodAxis(Float64Array.of(-0.25, 0), year)).toMatchObject({
    starts: ['1969-01-01', '1970-01-01', '1971-01-01'].map(day),
    codes: Int16Array.of(0, 1),
  });
});

test('periods that are asked for are taken, in both files alike', () => {
  const [reference, current] = [
    Float64Array.of(day('2026-01-01'), day('2026-01-20')),
    Float64Array.of(day('2026-02-03')),
  ];
  const found = periodAxes({ reference, current }, 'week');
  expect(found?.unit).toBe('week');
  expect(found?.axes.reference?.starts.map((start) => new Date(start).getUTCDay())).toEqual([1, 1, 1, 1, 1]);
  expect([...(found?.axes.reference?.codes ?? [])]).toEqual([0, 3]);
  expect([...(found?.axes.current?.codes ?? [])]).toEqual([0]);
  expect(periodAxes({ reference: Float64Array.of(NaN) }, 'week')).toBeNull();
});

test('as many rows a period, in the order of time; rows of one moment stay together, and rows without a time are in none', () => {
  const times = Float64Array.of(5, 1, 2, NaN, 3, 4, 4, 4, 6);
  const found = periodAxes({ reference: times }, { rows: 2 });
  expect(found?.unit).toBe('rows:2');
  // In order 1 2 | 3 4 | 4 4 | 5 6: the second 4 begins a period that takes all of them.
  expect(found?.axes.reference?.starts).toEqual([1, 3, 4, 5, 7]);
  expect([...(found?.axes.reference?.codes ?? [])]).toEqual([3, 0, 0, -1, 1, 2, 2, 2, 3]);
});

test('more periods than can be shown are refused', () => {
  const year = { reference: Float64Array.of(day('2026-01-01'), day('2026-12-31')) };
  expect(() => periodAxes(year, 'hour')).toThrow(
    expect.objectContaining({
      code: 'periods',
      values: { problem: 'too-many', unit: 'hour', periods: 8736, limit: 400 },
    }),
  );
  const rows = { reference: Float64Array.from({ length: 4011 }, (_, i) => i) };
  expect(() => periodAxes(rows, { rows: 10 })).toThrow(
    expect.objectContaining({ values: { problem: 'too-many', unit: 'rows:10', periods: 402, limit: 400 } }),
  );
});
