import { describe, expect, it, test } from 'vitest';
import { binCodes, binEdges } from '../../../src/stats/model/bin-edges.ts';
import { binMeans, explainedVariance, groupMeans, type BinMeans } from '../../../src/stats/model/bin-means.ts';
import { binTimes } from '../../../src/stats/model/relation/bin-times.ts';
import { conceptDrift } from '../../../src/stats/model/relation/concept-drift.ts';
import { jointBins } from '../../../src/stats/model/relation/joint-bins.ts';
import {
  pooledSlopes,
  relationSums,
  type RelationRows,
  type RelationSums,
} from '../../../src/stats/model/relation/relation-sums.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { expectClose } from '../oracle.ts';

const meansOf = (codes: Int32Array, bins: number, values: ArrayLike<number>): BinMeans =>
  binMeans(codes, bins, [Float64Array.from(values)])[0]!;

const floats = (...values: number[]): Float64Array => Float64Array.from(values);

describe('bins of a feature', () => {
  it.each([
    ['six values', floats(1, 2, 3, 4, 5, 6), 3, [2, 4]],
    ['ties fall into one bin', floats(1, 1, 1, 1, 2, 3), 3, [1]],
    ['a constant has one bin', floats(7, 7, 7), 10, []],
    ['nothing finite', floats(NaN, Infinity, -Infinity), 10, []],
    ['no rows', floats(), 10, []],
  ])('%s', (_, values, bins, edges) => {
    expect(binEdges(values, bins)).toEqual(edges);
  });

  test('a bin holds what lies above the edge before it, up to and with its own', () => {
    expect([...binCodes(floats(0, 2, 2.5, 4, 9, NaN, Infinity), [2, 4])]).toEqual([0, 0, 1, 1, 2, -1, -1]);
  });

  test('a value is in the first bin whose edge is not below it, however crowded the edges are', () => {
    const edges = [-1e300, -5, -1, -1 + 1e-9, -1 + 2e-9, 0, 1e-300, 1, 1000, 1e12];
    const near = [
      ...edges,
      ...edges.map((edge) => edge * (1 + 1e-12)),
      ...edges.map((edge) => edge * (1 - 1e-12)),
      0.5,
    ];
    const values = Float64Array.of(...near, Number.MAX_VALUE, -Number.MAX_VALUE, NaN, Infinity, -Infinity);
    const naive = (value: number): number =>
      Number.isFinite(value) ? edges.filter((edge) => edge < value).length : -1;
    expect([...binCodes(values, edges)]).toEqual(Array.from(values, naive));
    expect([...binCodes(values, [])]).toEqual(Array.from(values, (value) => (Number.isFinite(value) ? 0 : -1)));
    expect([...binCodes(values, [1])]).toEqual(
      Array.from(values, (value) => (Number.isFinite(value) ? Number(value > 1) : -1)),
    );
  });

  test('many rows fall into bins of nearly equal size', () => {
    const random = seededRandom(1);
    const values = Float64Array.from({ length: 200_000 }, () => random() ** 3);
    const counts = meansOf(binCodes(values, binEdges(values, 10)), 10, values).counts;
    for (const count of counts) expect(Math.abs(count / 20_000 - 1)).toBeLessThan(0.05);
  });
});

describe('means by bin', () => {
  const codes = Int32Array.of(0, 0, 1, 1, -1, 1);

  test('count, mean and squares of the rows that have both', () => {
    const { counts, means, squares } = meansOf(codes, 3, [1, 3, 10, 20, 5, NaN]);
    expect([...counts]).toEqual([2, 2, 0]);
    expect([...means]).toEqual([2, 15, 0]);
    expect([...squares]).toEqual([2, 50, 0]);
  });

  test('series abreast are each as if alone', () => {
    const random = seededRandom(7);
    const bins = Int32Array.from({ length: 300 }, () => Math.floor(7 * random()) - 1);
    const series = Array.from({ length: 6 }, (_, k) =>
      Float64Array.from({ length: 300 }, (_unused, row) => (row % 11 === 0 ? NaN : 10 ** k * (1 + random()))),
    );
    const together = binMeans(bins, 6, series);
    expect(together).toEqual(series.map((values) => meansOf(bins, 6, values)));
    for (const [k, { counts, means, squares }] of together.entries()) {
      const own = (bin: number): number[] =>
        [...series[k]!].filter((value, row) => bins[row] === bin && value === value);
      for (let bin = 0; bin < 6; bin++) {
        const mean = own(bin).reduce((sum, value) => sum + value, 0) / own(bin).length;
        expect(counts[bin]).toBe(own(bin).length);
        expectClose(means[bin]!, mean);
        expectClose(
          squares[bin]!,
          own(bin).reduce((sum, value) => sum + (value - mean) ** 2, 0),
        );
      }
    }
  });

  test('series that groups tell have the means and squares of their rows', () => {
    const random = seededRandom(8);
    const draw = (kinds: number): Int32Array =>
      Int32Array.from({ length: 500 }, () => Math.floor((kinds + 1) * random()) - 1);
    const [bins, groups] = [draw(5), draw(4)];
    const values = [
      [0, 1, 1, 0],
      [1, 0, 0, 0],
    ];
    const rows = values.map((of) => Float64Array.from(groups, (group) => (group < 0 ? NaN : of[group]!)));
    const found = groupMeans(bins, 6, groups, values);
    for (const [i, alone] of binMeans(bins, 6, rows).entries()) {
      expect(found[i]?.counts).toEqual(alone.counts);
      for (let bin = 0; bin < 6; bin++) {
        expectClose(found[i]!.means[bin]!, alone.means[bin]!);
        expectClose(found[i]!.squares[bin]!, alone.squares[bin]!);
      }
    }
  });

  test('an offset of a billion costs no precision', () => {
    const near = meansOf(codes, 2, [1, 3, 10, 20, 5, 6]).squares;
    const far = meansOf(
      codes,
      2,
      [1, 3, 10, 20, 5, 6].map((value) => value + 1e9),
    ).squares;
    for (let bin = 0; bin < 2; bin++) expectClose(far[bin]!, near[bin]!, 1e-5);
  });

  test('what is explained is the squared correlation ratio, less what luck would explain', () => {
    const random = seededRandom(3);
    const bins = Int32Array.from({ length: 500 }, (_, i) => i % 5);
    const values = Float64Array.from(bins, (bin) => bin + 3 * random());
    const mean = (some: Float64Array): number => some.reduce((sum, value) => sum + value, 0) / some.length;
    const squares = (some: Float64Array, centre: number): number =>
      some.reduce((sum, value) => sum + (value - centre) ** 2, 0);
    const groups = [0, 1, 2, 3, 4].map((bin) => values.filter((_, row) => bins[row] === bin));
    const within = groups.reduce((sum, group) => sum + squares(group, mean(group)), 0);
    const share = 1 - within / squares(values, mean(values));
    expectClose(explainedVariance(meansOf(bins, 5, values)) ?? NaN, 1 - ((1 - share) * 499) / 495);
  });

  test('noise explains nothing on average', () => {
    const random = seededRandom(4);
    const shares = Array.from({ length: 300 }, () => {
      const bins = Int32Array.from({ length: 200 }, () => Math.floor(random() * 10));
      return (
        explainedVariance(
          meansOf(
            bins,
            10,
            Float64Array.from(bins, () => random()),
          ),
        ) ?? NaN
      );
    });
    expect(shares.reduce((sum, share) => sum + share, 0) / 300).toBeLessThan(0.02);
  });

  it.each([
    ['a constant', Int32Array.of(0, 1, 0, 1), [5, 5, 5, 5]],
    ['as many bins as rows', Int32Array.of(0, 1), [1, 2]],
    ['no rows', new Int32Array(), []],
  ])('%s explains nothing that could be said', (_, bins, values) => {
    expect(explainedVariance(meansOf(bins, 2, values))).toBeNull();
  });
});

/** A feature and a target that depends on it, with an autoregressive rest. */
function made(
  rows: number,
  random: () => number,
  rho: number,
  slope = 1,
  shift = 0,
): { x: Float64Array; y: Float64Array } {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const x = Float64Array.from({ length: rows }, normal);
  let rest = normal();
  const y = x.map((value) => {
    rest = rho * rest + Math.sqrt(1 - rho * rho) * normal();
    return slope * value + shift + rest;
  });
  return { x, y };
}

function pValue(reference: ReturnType<typeof made>, current: ReturnType<typeof made>, ordered: boolean): number {
  const { low, high, edges } = jointBins(reference.x, current.x, 10);
  const rows = [reference, current].map(({ x, y }): RelationRows => {
    const codes = binCodes(x, edges);
    return { codes: codes.map((code, row) => (x[row]! >= low && x[row]! <= high ? code : -1)), x, y };
  });
  const [a, b] = rows.map((side) => relationSums(side, edges.length + 1)) as [RelationSums, RelationSums];
  const slopes = pooledSlopes(a, b);
  const [first, second] = rows.map((side, i) => binTimes(side, i === 0 ? a : b, slopes)) as [number[], number[]];
  const times = first.map((time, bin) => (ordered ? Math.max(time, second[bin]!) : 1));
  return conceptDrift(a, b, { times, isShare: false })?.pValue ?? NaN;
}

test('a relation that bends inside a bin is no change: halves of the bin say so', () => {
  const random = seededRandom(4);
  const uniform = (rows: number, power: number) => Float64Array.from({ length: rows }, () => random() ** power);
  const rows = (power: number): RelationRows => {
    const x = Float64Array.from([...uniform(400, 1), ...uniform(400, power).map((value) => 2 + 2 * value)]);
    const y = x.map((value) => Math.max(0, value - 2) ** 2 + 0.05 * random());
    return { x, y, codes: Int32Array.from(x, (value) => Number(value > 2)) };
  };
  // In the second bin the current rows crowd at its lower end.
  const [before, after] = [rows(1), rows(2.5)];
  const half = ({ x, codes, ...side }: RelationRows): RelationRows => ({
    ...{ ...side, x },
    codes: codes.map((code, row) => 2 * code + Number(x![row]! > (code === 0 ? 0.5 : 2.6))),
  });
  const sums = (made: (side: RelationRows) => RelationRows, bins: number) =>
    [before, after].map((side) => relationSums(made(side), bins)) as [RelationSums, RelationSums];
  const [reference, current] = sums((side) => side, 2);
  const [a, b] = sums(half, 4);
  const without = conceptDrift(reference, current, { times: [1, 1], isShare: false });
  const told = conceptDrift(reference, current, {
    times: [1, 1],
    isShare: false,
    halves: { reference: a, current: b },
  });
  expect(without?.pValue).toBeLessThan(1e-6);
  expect(told?.pValue).toBeGreaterThan(0.05);
  expect(told?.spread).toBeLessThan((without?.spread ?? 0) / 2);
});

test('joint bins name the middle of each', () => {
  const values = Float64Array.from({ length: 401 }, (_, i) => i);
  const { edges, middles } = jointBins(values, values, 10);
  expect(middles).toHaveLength(edges.length + 1);
  middles.forEach((middle, bin) => {
    const [from, to] = [edges[bin - 1] ?? 0, edges[bin] ?? 400];
    expect(Math.abs(middle - (from + to) / 2)).toBeLessThanOrEqual(2);
  });
  expect(
    jointBins(
      values,
      values.map((value) => value + 1000),
      10,
    ).middles,
  ).toEqual([]);
});

/** Bins in which the feature does not vary. */
const flat = (counts: number[], y: number[], yy: number[]): RelationSums => {
  const zeros = new Float64Array(counts.length);
  return {
    counts: Float64Array.from(counts),
    x: zeros,
    y: Float64Array.from(y),
    xx: zeros,
    xy: zeros,
    yy: Float64Array.from(yy),
  };
};

describe('concept drift', () => {
  test('Cochran’s Q of two bins is the squared difference of their shifts over its variance', () => {
    const bins = (means: number[]): RelationSums => flat([20, 20], means, [19, 38]);
    const found = conceptDrift(bins([0, 0]), bins([1, 3]), { times: [1, 1], isShare: false });
    expectClose(found?.statistic ?? NaN, (3 - 1) ** 2 / (1 / 20 + 1 / 20 + 2 / 20 + 2 / 20));
    expect(found?.degreesOfFreedom).toBe(1);
    expectClose(found?.commonShift ?? NaN, (1 / 0.1 + 3 / 0.2) / (1 / 0.1 + 1 / 0.2));
    // Welch’s test by scipy: stats.f.sf(40 / 3, 1, 68.4).
    expectClose(found?.pValue ?? NaN, 0.000505871079635076);
  });

  test('sums by bin are those of a regression inside the bin', () => {
    const rows = {
      codes: Int32Array.of(0, 0, 0, 1, -1, 1),
      x: floats(1, 2, 4, 1e9, 7, 1e9 + 1),
      y: floats(2, 3, 9, 5, 1, NaN),
    };
    const sums = relationSums(rows, 3);
    expect([...sums.counts]).toEqual([3, 1, 0]);
    expectClose(sums.xx[0]!, 14 / 3);
    expectClose(sums.xy[0]!, 34 / 3);
    expect(pooledSlopes(sums, sums)[1]).toBe(0);
  });

  test('a class that is more frequent everywhere by the same odds is no change; by the same share it is', () => {
    const shares = (values: number[]): RelationSums =>
      flat(
        values.map(() => 4000),
        values,
        values.map((share) => 4000 * share * (1 - share)),
      );
    const odds = (share: number, times: number): number => (share * times) / (1 - share + share * times);
    const before = [0.05, 0.2, 0.5, 0.8];
    const test = (after: number[]): ReturnType<typeof conceptDrift> =>
      conceptDrift(shares(before), shares(after), { times: [1, 1, 1, 1], isShare: true });
    const same = test(before.map((share) => odds(share, 2)));
    expect(same?.pValue).toBeGreaterThan(0.99);
    expect(same?.spread).toBeLessThan(0.01);
    expect(test(before.map((share) => share + 0.1))?.pValue).toBeLessThan(1e-3);
  });

  it.each([
    ['independent rows', 0, 0],
    ['independent rows, and the target moved everywhere', 0, 5],
    ['rows that depend on each other', 0.8, 0],
  ])('nothing changed: %s', (_, rho, shift) => {
    const random = seededRandom(11);
    const runs = 300;
    let alarms = 0;
    for (let run = 0; run < runs; run++) {
      const p = pValue(made(2000, random, rho), made(2000, random, rho, 1, shift), rho > 0);
      if (p < 0.05) alarms++;
    }
    expect(alarms / runs).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
  });

  test('another distribution of the feature alone is no change', () => {
    const random = seededRandom(12);
    let alarms = 0;
    for (let run = 0; run < 200; run++) {
      const { x, y } = made(4000, random, 0);
      const few = Float64Array.from(x.keys()).filter((row) => x[row]! > 0);
      const current = { x: few.map((row) => x[row]!), y: few.map((row) => y[row]!) };
      if (pValue(made(2000, random, 0), current, false) < 0.05) alarms++;
    }
    expect(alarms / 200).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 200));
  });

  test('a slope that changed by a third is found', () => {
    const random = seededRandom(13);
    let found = 0;
    for (let run = 0; run < 50; run++)
      if (pValue(made(2000, random, 0), made(2000, random, 0, 1.33), false) < 0.05) found++;
    expect(found).toBeGreaterThanOrEqual(48);
  });

  test('bins with few rows, or without any spread, are left out', () => {
    const few = flat([5, 20, 20], [0, 1, 1], [4, 0, 19]);
    expect(conceptDrift(few, few, { times: [1, 1, 1], isShare: false })).toBeNull();
  });
});
