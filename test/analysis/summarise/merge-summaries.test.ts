import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import {
  columnSummarySchema,
  type ColumnSummary,
  type PeriodSums,
  type SummaryValues,
} from '../../../src/facts/summary.ts';
import { mergeSummaries } from '../../../src/analysis/summarise/merge.ts';
import { chooseUnit, periodAxis, timeSpan } from '../../../src/analysis/summarise/periods.ts';
import { summariseLevels, summariseTexts } from '../../../src/analysis/summarise/summarise-levels.ts';
import { summariseNumbers } from '../../../src/analysis/summarise/summarise-numbers.ts';
import { independent } from '../../../src/stats/sequence/memory.ts';
import { byCodePoint } from '../../../src/facts/by-code-point.ts';
import { frequencyTable } from '../../../src/stats/describe/frequency-table.ts';

const DAY = 86_400_000;

/** Rows with the slice that each falls into; some slices stay empty. */
const cut = <T>(row: fc.Arbitrary<T>) =>
  fc.record({
    rows: fc.array(fc.record({ cell: row, slice: fc.nat({ max: 4 }) }), { maxLength: 60 }),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 }),
  });

type Cut<T> = { rows: { cell: T; slice: number }[]; order: number[] };

/** The summary of all rows, and that of the slices' summaries, merged in some order. */
function both<T, Values extends SummaryValues>(
  { rows, order }: Cut<T>,
  summarise: (cells: T[], slice: string) => ColumnSummary<Values>,
): { whole: ColumnSummary<Values>; merged: ColumnSummary<Values> } {
  const parts = order.map((slice) =>
    summarise(
      rows.filter((row) => row.slice === slice).map(({ cell }) => cell),
      String(slice),
    ),
  );
  // What has been sent to another thread adds up just as well.
  const merged = parts.map((part) => structuredClone(part)).reduce(mergeSummaries);
  return {
    whole: summarise(
      rows.map(({ cell }) => cell),
      'whole',
    ),
    merged,
  };
}

const withoutSlices = (summary: ColumnSummary): unknown => ({ ...summary, slices: [] });
const lossless = (summary: ColumnSummary): void => {
  expect(v.parse(columnSummarySchema, summary)).toEqual(summary);
};

const cellOfNumbers = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(-3, -0, 0, 1, 1, 2.5, 1e9 + 1, 1e9 + 3) },
  { weight: 4, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }) },
  { weight: 3, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, null) },
);

interface Timed {
  value: number | null;
  /** Days since 2026 began; null where the row has no time. */
  day: number | null;
}

const timedRow: fc.Arbitrary<Timed> = fc.record({
  value: cellOfNumbers,
  day: fc.option(fc.nat({ max: 40 }), { nil: null }),
});

const unit = chooseUnit([{ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 1, 15) }]);

function numbersOf(rows: Timed[], slice: string) {
  const times = Float64Array.from(rows, ({ day }) => (day === null ? NaN : Date.UTC(2026, 0, 1) + day * DAY));
  const missing = Uint8Array.from(rows, ({ value }) => Number(value === null));
  const values = Float64Array.from(rows, ({ value }) => value ?? 7);
  const axis = { timeColumn: 't', unit: unit.name, axis: periodAxis(times, unit) };
  return summariseNumbers(
    { values, missing },
    { column: 'x', slice, coerced: 0 },
    { as: 'number', axis, orderOf: null },
  );
}

/** By start, the periods that have rows; where there are several, sums in another order differ in the last digits. */
function expectPeriods(merged: PeriodSums | null, whole: PeriodSums | null): void {
  if (merged === null || whole === null) throw new Error('periods were asked for');
  expect([...merged.starts]).toEqual([...whole.starts]);
  expect([...merged.counts]).toEqual([...whole.counts]);
  merged.counts.forEach((count, i) => {
    const [mean, square] = [whole.means[i]!, whole.squares[i]!];
    if (count === 0) expect([merged.means[i], merged.squares[i]]).toEqual([NaN, 0]);
    else {
      const scale = Math.abs(mean) + Math.sqrt(square);
      expect(Math.abs(merged.means[i]! - mean)).toBeLessThanOrEqual(1e-12 * scale);
      expect(Math.abs(merged.squares[i]! - square)).toBeLessThanOrEqual(1e-12 * count * scale ** 2);
    }
  });
}

describe('summaries of slices add up to the summary of all rows', () => {
  test('numbers, over time, with missing cells, NaN, infinities, ties, −0 and empty slices', () => {
    fc.assert(
      fc.property(cut(timedRow), (rows) => {
        const { whole, merged } = both(rows, numbersOf);
        const { periods, ...values } = merged.values;
        const { periods: expected, ...others } = whole.values;
        expect({ ...(withoutSlices(merged) as object), values }).toEqual({
          ...(withoutSlices(whole) as object),
          values: others,
        });
        expectPeriods(periods, expected);
        expect(merged.slices).toEqual(rows.order.map(String));
        lossless(merged);
      }),
    );
  });

  test('times, on an axis of their own', () => {
    const times = fc.option(fc.integer({ min: -5, max: 5 }), { nil: null });
    fc.assert(
      fc.property(cut(times), (rows) => {
        const { whole, merged } = both(rows, (cells, slice) => {
          const values = Float64Array.from(cells, (cell) => (cell === null ? NaN : cell * DAY));
          expect(timeSpan(values) === null).toBe(cells.every((cell) => cell === null));
          const missing = Uint8Array.from(cells, (cell) => Number(cell === null));
          return summariseNumbers(
            { values, missing },
            { column: 't', slice, coerced: 0 },
            {
              ...{ as: 'time', axis: null, orderOf: null },
            },
          );
        });
        expect(withoutSlices(merged)).toEqual(withoutSlices(whole));
        lossless(merged);
      }),
    );
  });

  const level = fc.option(fc.constantFrom('', 'a', 'b', 'B', '__proto__', '\u{1f600}', '\ue000', 'ä', 'nan'), {
    nil: null,
  });
  /** In the order in which the engine counts them. */
  const counted = (cells: (string | null)[]) => {
    const table = frequencyTable(cells);
    const sorted = table.levels
      .map((name, i) => ({ name, count: table.counts[i]! }))
      .sort((a, b) => b.count - a.count || byCodePoint(a.name, b.name));
    const counts = Float64Array.from(sorted, ({ count }) => count);
    return { levels: sorted.map(({ name }) => name), counts, missing: table.missing, size: table.size };
  };

  test('categories (and yes and no)', () => {
    fc.assert(
      fc.property(cut(level), (rows) => {
        const { whole, merged } = both(rows, (cells, slice) =>
          summariseLevels(counted(cells), { column: 'x', slice, coerced: 1 }, null),
        );
        expect(withoutSlices(merged)).toEqual({
          ...(withoutSlices(whole) as object),
          counts: { ...whole.counts, coerced: 5 },
        });
        lossless(merged);
      }),
    );
  });

  test('texts and identifiers, where every text was counted', () => {
    const text = fc.option(
      fc.oneof(
        level.map((one) => one ?? 'c'),
        fc.string({ maxLength: 2 }),
      ),
      { nil: null },
    );
    fc.assert(
      fc.property(cut(text), (rows) => {
        const { whole, merged } = both(rows, (cells, slice) => {
          const levels = counted(cells);
          const mostCommon = levels.levels.slice(0, 10).map((value, i) => ({ value, count: levels.counts[i]! }));
          const known = { rows: cells.length, filled: levels.size, distinct: levels.levels.length, mostCommon };
          return summariseTexts(known, { column: 'x', slice, coerced: 0 }, levels);
        });
        expect(withoutSlices(merged)).toEqual(withoutSlices(whole));
        lossless(merged);
      }),
    );
  });
});

describe('what does not add up', () => {
  const texts = (slice: string) =>
    summariseTexts(
      { rows: 3, filled: 2, distinct: 1, mostCommon: [{ value: 'a', count: 2 }] },
      { column: 'x', slice, coerced: null },
    );

  test('of texts that only the engine counted the number of different ones is unknown; rows still add up', () => {
    const merged = mergeSummaries(texts('a'), texts('b'));
    expect(merged.counts).toMatchObject({ rows: 6, missing: 2, coerced: null });
    expect(merged.values).toEqual({ kind: 'texts', distinct: null, mostCommon: null, levels: null });
  });

  test('what the order of the rows tells is null', () => {
    const one = (slice: string) =>
      summariseNumbers(
        { values: Float64Array.of(3, 1, 2), missing: null },
        { column: 'x', slice, coerced: 0 },
        {
          ...{ as: 'number', axis: null },
          orderOf: () => ({ memory: independent(3), scale: null, matched: null, calendar: null }),
        },
      );
    expect(one('a').values.sequence?.lowest[0]).toEqual({ row: 1, value: 1 });
    expect(mergeSummaries(one('a'), one('b')).values.sequence).toBeNull();
  });

  test('summaries of other columns or kinds are refused', () => {
    const numbers: ColumnSummary = numbersOf([], 'a');
    expect(() => mergeSummaries<SummaryValues>(numbers, texts('b'))).toThrow('two kinds');
    expect(() => mergeSummaries(texts('a'), { ...texts('b'), column: 'y' })).toThrow('two columns');
  });
});
