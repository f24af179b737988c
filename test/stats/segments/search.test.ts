import { describe, expect, test } from 'vitest';
import type { PerSide, Side } from '../../../src/facts/document/side.ts';
import { mapSides } from '../../../src/facts/document/sides.ts';
import { effectiveSize } from '../../../src/stats/adjust/effective-size.ts';
import { binCodes, binEdges } from '../../../src/stats/model/bin-edges.ts';
import { seededRandom, type Random } from '../../../src/stats/random.ts';
import type { BinnedColumn } from '../../../src/stats/segments/find-segments.ts';
import { searchSegments, type SegmentsFound } from '../../../src/stats/segments/search.ts';

/** Normal numbers, each with a part of the one before. */
function series(rows: number, memory: number, random: Random): Float64Array {
  const values = new Float64Array(rows);
  const fresh = Math.sqrt(1 - memory ** 2);
  for (let row = 0; row < rows; row++) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    values[row] = row === 0 ? normal : memory * values[row - 1]! + fresh * normal;
  }
  return values;
}

function inDeciles(values: PerSide<Float64Array>): BinnedColumn {
  const edges = binEdges(values.reference ?? new Float64Array(), 10);
  const bins = edges.length + 1;
  return {
    ...{ bins, order: 'line' },
    codes: mapSides(values, (side) => Uint8Array.from(binCodes(side, edges), (code) => (code < 0 ? bins : code))),
  };
}

interface Drawn {
  features: Record<Side, Float64Array>[];
  errors: Record<Side, Float64Array>;
}

function drawn({ rows, columns, memory, seed }: Record<'rows' | 'columns' | 'memory' | 'seed', number>): Drawn {
  const random = seededRandom(seed);
  const bothFiles = () => ({ reference: series(rows, memory, random), current: series(rows, memory, random) });
  const features = Array.from({ length: columns }, bothFiles);
  return { features, errors: mapBoth(bothFiles(), (values) => values.map(Math.abs)) };
}

const mapBoth = <T, U>({ reference, current }: Record<Side, T>, map: (side: T) => U): Record<Side, U> => ({
  reference: map(reference),
  current: map(current),
});

/** By errors; without them, by which rows are current. */
const searched = ({ features, errors }: Drawn, isMeasured = true): SegmentsFound =>
  searchSegments(
    features.map(inDeciles),
    mapBoth(errors, (values) => ({
      ...{ rows: values.length, stretches: null, values: isMeasured ? values : null },
      time: isMeasured ? effectiveSize(values).time : 1,
    })),
    0.05,
  );

describe('segments of errors', () => {
  test.each([0, 0.9])(
    'nothing stands out where errors do not depend on the features, with a memory of %s',
    (memory) => {
      const reports = Array.from({ length: 12 }, (_, seed) =>
        searched(drawn({ rows: 6000, columns: 8, memory, seed: seed + 1 })),
      );
      expect(reports.filter(({ segments }) => segments.length > 0)).toEqual([]);
      expect(reports.every(({ tested }) => tested > 5)).toBe(true);
    },
  );

  test('rows of two features whose error grew by half are found, and told as such', () => {
    const given = drawn({ rows: 20_000, columns: 8, memory: 0, seed: 7 });
    const { features, errors } = given;
    const isPlanted = (row: number): boolean => features.slice(2, 4).every(({ current }) => current[row]! > 0.8416);
    errors.current.forEach((size, row) => {
      if (isPlanted(row)) errors.current[row] = 1.5 * size;
    });
    const [first, ...others] = searched(given).segments;
    expect(first?.kind).toBe('becameBad');
    expect(first?.sets.map(({ column }) => column).toSorted((a, b) => a - b)).toEqual([2, 3]);
    const { reference, current } = first?.sides ?? {};
    expect(reference?.measure?.value).toBeCloseTo(0.8, 1);
    expect(current?.measure?.value).toBeCloseTo(1.2, 1);
    expect(current?.measure?.low).toBeGreaterThan(reference?.measure?.high ?? Infinity);
    expect(others).toEqual([]);
  });

  test('rows that were as bad before were bad before', () => {
    const given = drawn({ rows: 20_000, columns: 3, memory: 0, seed: 3 });
    mapBoth({ reference: 'reference', current: 'current' } as const, (side) => {
      given.errors[side].forEach((size, row) => {
        if (given.features[1]![side][row]! < -1.2816) given.errors[side][row] = 2 * size;
      });
    });
    const [first] = searched(given).segments;
    expect(first).toMatchObject({ kind: 'wasBad', sets: [{ column: 1, bins: [0] }] });
  });

  test('of one file alone the rows that are worse are found', () => {
    const { features, errors } = drawn({ rows: 8000, columns: 3, memory: 0, seed: 4 });
    errors.current.forEach((size, row) => {
      if (features[0]!.current[row]! > 1.2) errors.current[row] = 2 * size;
    });
    const columns = features.map(inDeciles).map((column) => ({ ...column, codes: { current: column.codes.current! } }));
    const files = { current: { rows: 8000, stretches: null, values: errors.current, time: 1 } };
    const [first] = searchSegments(columns, files, 0.05).segments;
    expect(first).toMatchObject({ kind: 'isBad', sets: [{ column: 0, bins: [9] }] });
  });

  test('rows without an error take no part', () => {
    const given = drawn({ rows: 4000, columns: 2, memory: 0, seed: 5 });
    given.errors.current.forEach((_, row) => {
      if (row % 4 === 0) given.errors.current[row] = NaN;
    });
    const { found, confirmed, segments } = searched(given);
    expect(Math.abs(found.current! - 1500)).toBeLessThan(30);
    // A tenth of each block that confirms is left out at either end.
    expect(Math.abs(confirmed.current! - 1200)).toBeLessThan(30);
    expect(segments).toEqual([]);
  });
});

describe('segments by the clock and of categories', () => {
  const random = seededRandom(11);
  const rows = 24 * 400;
  const hours = Uint8Array.from({ length: rows }, (_, row) => row % 24);
  const letters = Uint8Array.from({ length: rows }, () => Math.floor(random() * 6));
  const errorsWhere = (isBad: (row: number) => boolean): Float64Array =>
    Float64Array.from({ length: rows }, (_, row) => (isBad(row) ? 2 : 1) * (0.5 + random()));
  const columns: BinnedColumn[] = [
    { bins: 24, order: 'circle', codes: { current: hours } },
    { bins: 6, order: 'free', codes: { current: letters } },
  ];
  const search = (values: Float64Array) =>
    searchSegments(columns, { current: { rows, stretches: null, values, time: 1 } }, 0.05).segments;

  test('a night goes past midnight', () => {
    const [night] = search(errorsWhere((row) => hours[row]! >= 22 || hours[row]! < 4));
    expect(night?.sets).toEqual([{ column: 0, bins: [22, 23, 0, 1, 2, 3] }]);
  });

  test('categories are joined wherever they stand in the list', () => {
    const [joined] = search(errorsWhere((row) => [1, 4].includes(letters[row]!)));
    expect(joined?.sets[0]?.column).toBe(1);
    expect(joined?.sets[0]?.bins.toSorted((a, b) => a - b)).toEqual([1, 4]);
  });
});

describe('segments of rows that are counted', () => {
  test('nothing stands out between files of one process', () => {
    const reports = Array.from({ length: 8 }, (_, seed) =>
      searched(drawn({ rows: 6000, columns: 6, memory: 0.9, seed: seed + 30 }), false),
    );
    expect(reports.filter(({ segments }) => segments.length > 0).length).toBeLessThanOrEqual(1);
  });

  test('many rows where the reference has few are told as rare', () => {
    const given = drawn({ rows: 10_000, columns: 4, memory: 0, seed: 8 });
    const { current } = given.features[2]!;
    current.forEach((_, row) => {
      if (row % 10 < 3) current[row] = 2.6;
    });
    given.features[2]!.reference.forEach((value, row) => {
      given.features[2]!.reference[row] = Math.min(value, row % 50 === 0 ? 2.6 : 1.8);
    });
    const [first] = searched(given, false).segments;
    expect(first?.sets[0]?.column).toBe(2);
    expect(['rare', 'differs']).toContain(first?.kind);
    expect(first?.sides.current?.share.value).toBeGreaterThan(first?.sides.reference?.share.value ?? 1);
    expect(first?.sides.current?.measure).toBeNull();
  });
});
