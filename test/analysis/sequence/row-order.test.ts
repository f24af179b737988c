import { describe, expect, test } from 'vitest';
import { levelSequencesOf } from '../../../src/analysis/sequence/both-sides.ts';
import { findMachines } from '../../../src/analysis/sequence/machines.ts';
import { shareOrder, type OrderColumns } from '../../../src/analysis/sequence/row-order.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY = Date.UTC(2026, 0, 5);

const hours = (from: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, hour) => from + hour * HOUR);

const timed = (times: Float64Array, groups: Int32Array | null = null): OrderColumns => ({
  ...{ rows: times.length, times, groups },
});

const orderOf = (reference: OrderColumns, current: OrderColumns) => {
  const { sides, slots } = shareOrder({ reference, current });
  const { reference: first, current: second } = sides;
  if (first === undefined || second === undefined) throw new Error('two sides');
  return { reference: first, current: second, slots };
};

describe('the order of rows', () => {
  test('as they stand, where their times ascend', () => {
    const { reference } = orderOf(timed(hours(MONDAY, 100)), timed(hours(MONDAY, 50)));
    expect(reference).toMatchObject({ rows: null, isPlain: true, step: 1, adjacent: null });
  });

  test('by time where they do not, rows without one left out', () => {
    const { current } = orderOf(timed(hours(MONDAY, 100)), timed(Float64Array.of(5, 2, NaN, 9, 2)));
    expect([...(current.rows ?? [])]).toEqual([1, 4, 0, 3]);
  });

  test('by machine and then time', () => {
    const times = Float64Array.of(3, 1, 2, 2, 1, 3);
    const { reference } = orderOf(timed(times, Int32Array.of(0, 0, 1, 0, 1, 1)), timed(hours(MONDAY, 50)));
    expect([...(reference.rows ?? [])]).toEqual([1, 3, 0, 4, 2, 5]);
    expect([...(reference.groups ?? [])]).toEqual([0, 0, 0, 1, 1, 1]);
  });

  test('is cut into 32 stretches: by time, each with its part of every machine; rows without a time by their place', () => {
    const count = 128;
    const turned = Float64Array.from({ length: count }, (_, row) => count - row);
    const { reference, current } = orderOf(timed(turned), timed(hours(MONDAY, 50)));
    expect([...(reference.batches ?? [])]).toEqual(Array.from(turned, (_, row) => Math.floor((count - 1 - row) / 4)));
    expect(current.batches).toBeNull();
    const machines = Int32Array.from(turned, (_, row) => row % 2);
    const some = turned.map((time, row) => (row === 100 ? NaN : time));
    const { batches } = orderOf(timed(some, machines), timed(hours(MONDAY, 50))).reference;
    const rowsOf = (batch: number): number[] =>
      [...(batches ?? [])].flatMap((one, row) => (one === batch ? [row % 2] : []));
    for (const batch of [0, 9, 31]) expect(new Set(rowsOf(batch))).toEqual(new Set([0, 1]));
    expect(batches?.[100]).toBe(25);
  });

  test('of a long file every so many rows, and some that follow each other', () => {
    const { reference } = orderOf(
      { rows: 600_000, times: null, groups: null },
      { rows: 10, times: null, groups: null },
    );
    expect(reference).toMatchObject({ step: 19, isPlain: true });
    expect(reference.rows?.length).toBe(31_579);
    expect(reference.adjacent?.length).toBe(16_384);
    expect(reference.adjacent?.[1]).toBe((reference.adjacent?.[0] ?? 0) + 1);
  });
});

test('codes of the rows that are looked at tell what those of all rows do', () => {
  const rows = 100_000;
  const shared = shareOrder({
    reference: { rows, times: null, groups: null },
    current: { rows: 40_000, times: null, groups: null },
  });
  const codesOf = (size: number) => Int32Array.from({ length: size }, (_, row) => Math.floor(row / 37) % 5);
  const codes = { reference: codesOf(rows), current: codesOf(40_000) };
  const lookedAt = (side: 'reference' | 'current'): Int32Array => {
    const { rows: looked, adjacent } = shared.sides[side] ?? {};
    const union = new Set([...(looked ?? []), ...(adjacent ?? [])]);
    return Int32Array.from(
      [...union].sort((a, b) => a - b),
      (row) => codes[side][row] ?? -1,
    );
  };
  const of = (kind: 'all' | 'looked', some: { reference: Int32Array; current: Int32Array }) =>
    levelSequencesOf(
      { reference: { codes: some.reference, rows: kind }, current: { codes: some.current, rows: kind } },
      { shared, rows: { reference: rows, current: 40_000 } },
    );
  const some = of('looked', { reference: lookedAt('reference'), current: lookedAt('current') });
  expect(some.reference?.memory?.time).toBeGreaterThan(5);
  expect(some).toEqual(of('all', codes));
});

describe('stretches as long as the current file', () => {
  const counted = (set: { stretches: Int32Array; count: number } | undefined): number[] => {
    const sizes = new Array<number>(set?.count ?? 0).fill(0);
    for (const stretch of set?.stretches ?? []) if (stretch >= 0) sizes[stretch]!++;
    return sizes;
  };
  const setsOf = (span: number, from: number) =>
    orderOf(timed(hours(MONDAY, 28 * 24)), timed(hours(MONDAY + from, span))).reference.sets;
  const of = (sets: ReturnType<typeof setsOf>, cycle: string | null) => sets.find((set) => set.cycle === cycle);

  test('a day: every day, and each of its weekday', () => {
    const sets = setsOf(24, 29 * DAY);
    expect(counted(of(sets, 'day'))).toEqual(new Array(28).fill(24));
    expect(counted(of(sets, 'week')).filter((rows) => rows > 0)).toEqual([24, 24, 24, 24]);
    expect(of(sets, 'day')?.matched).toBeNull();
  });

  test('eight hours: the same hours of every day, and all rows cut by eight', () => {
    const sets = setsOf(8, 30 * DAY + 6 * HOUR);
    expect(counted(of(sets, 'day')).filter((rows) => rows > 0)).toEqual(new Array(28).fill(8));
    expect(of(sets, 'day')?.matched?.reduce((sum, one) => sum + one, 0)).toBe(28 * 8);
    expect([...(of(sets, 'day')?.matched ?? [])].slice(5, 15)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(counted(of(sets, null))).toEqual(new Array(84).fill(8));
  });

  test('nine days are a part of a second week; an hour beside thirteen weeks is none', () => {
    expect(of(setsOf(9 * 24, 28 * DAY), 'week')?.matched).not.toBeNull();
    expect(of(setsOf(9 * 24, 28 * DAY), 'day')?.matched).toBeNull();
    expect(of(setsOf(13 * 7 * 24 + 1, 28 * DAY), 'week')?.matched).toBeNull();
  });

  test('a reference that comes later, or stands around the current file, is cut alike', () => {
    expect(counted(of(setsOf(24, -7 * DAY), 'day'))).toEqual(new Array(28).fill(24));
    expect(counted(of(setsOf(24, 3 * DAY), 'day'))).toEqual(new Array(28).fill(24));
  });

  test('without times, so many rows', () => {
    const { reference } = orderOf({ rows: 100, times: null, groups: null }, { rows: 30, times: null, groups: null });
    expect(counted(reference.sets[0])).toEqual([30, 30, 30]);
  });
});

describe('the clock', () => {
  test('says which of its slots the current file lacks', () => {
    const { slots } = orderOf(timed(hours(MONDAY, 28 * 24)), timed(hours(MONDAY + 28 * DAY, 20)));
    expect(slots).toEqual({ day: { slots: 24, lacking: 4 }, week: { slots: 168, lacking: 148 } });
  });

  test('has the slots of all rows, where some are left out', () => {
    const minutes = Float64Array.from({ length: 90 * 1440 }, (_, minute) => MONDAY + minute * 60_000);
    const { reference } = orderOf(timed(minutes), timed(minutes));
    expect(reference.step).toBe(4);
    expect(reference.clocks.map(({ name, fine }) => [name, fine.slotCount])).toEqual([
      ['week', 10_080],
      ['day', 1440],
    ]);
  });

  test('is none of a file of two days, nor of one row a day', () => {
    expect(orderOf(timed(hours(MONDAY, 48)), timed(hours(MONDAY, 48))).reference.clocks).toEqual([]);
    const days = Float64Array.from({ length: 60 }, (_, day) => MONDAY + day * DAY);
    expect(orderOf(timed(days), timed(days)).reference.clocks.map(({ name }) => name)).toEqual(['week']);
  });
});

describe('machines that take turns', () => {
  const turns = (levels: number) => Int32Array.from({ length: 400 }, (_, row) => row % levels);

  test('are found by the column with the most levels', () => {
    expect(findMachines([turns(2), turns(5), Int32Array.from({ length: 400 }, (_, row) => Math.floor(row / 40))])).toBe(
      1,
    );
  });

  test('a level that stays, or comes in any order, is none', () => {
    const any = Int32Array.from({ length: 400 }, (_, row) => (row * row * 7 + row) % 5);
    expect(findMachines([Int32Array.from({ length: 400 }, (_, row) => Math.floor(row / 40)), any])).toBe(-1);
    expect(findMachines([new Int32Array(400), turns(100)])).toBe(-1);
  });
});
