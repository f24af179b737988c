import { describe, expect, test } from 'vitest';
import { featureResult } from '../../../src/analysis/model/features/feature.ts';
import type { BinnedFeature, ScoredRows } from '../../../src/analysis/model/scored-rows.ts';
import { featurePlane, planeRows } from '../../../src/analysis/model/features/feature-plane.ts';
import type { FeatureBins } from '../../../src/facts/document/model/features.ts';
import { seededRandom } from '../../../src/stats/random.ts';

const bins: FeatureBins = { kind: 'categorical', names: ['a', 'b'], others: false };
const task = { name: 'x', bins, histogram: null, ordered: false };

/** Rows of several classes, whose shares depend on the feature as `shares` says. */
function rowsOf(
  shares: readonly (readonly number[])[],
  rows: number,
  seed: number,
): { scored: ScoredRows; feature: BinnedFeature } {
  const random = seededRandom(seed);
  const codes = Int32Array.from({ length: rows }, (_, row) => row % 2);
  const classes = Int32Array.from(codes, (code) => {
    let left = random();
    return (shares[code] ?? []).findIndex((share) => (left -= share) < 0);
  });
  const right = Float64Array.from(classes, () => Number(random() < 0.8));
  const targets = [0, 1, 2].map((which) => Float64Array.from(classes, (one) => Number(one === which)));
  const wrong = right.map((one) => 1 - one);
  return {
    scored: {
      ...{ target: null, prediction: right, error: wrong, loss: wrong, targets, isShare: true, byGroup: null },
      groups: { names: [{ name: 'right' }, { name: 'wrong' }], codes: Int32Array.from(wrong) },
    },
    feature: { codes, values: null },
  };
}

function relation(reference: ReturnType<typeof rowsOf>, current: ReturnType<typeof rowsOf>): number {
  const { concept } = featureResult(
    task,
    { reference: reference.scored, current: current.scored },
    { reference: reference.feature, current: current.feature },
  );
  return concept !== null && 'pValue' in concept ? concept.pValue : NaN;
}

const before = [
  [0.5, 0.3, 0.2],
  [0.2, 0.3, 0.5],
];
const after = [
  [0.5, 0.2, 0.3],
  [0.2, 0.4, 0.4],
];

describe('several classes', () => {
  test('where nothing changed, at most α of the features behave differently', () => {
    const runs = 200;
    let alarms = 0;
    for (let run = 0; run < runs; run++) {
      if (relation(rowsOf(before, 1000, run), rowsOf(before, 1000, run + 1e6)) < 0.05) alarms++;
    }
    expect(alarms / runs).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
  });

  test('another relation to the feature is found', () => {
    expect(relation(rowsOf(before, 4000, 1), rowsOf(after, 4000, 2))).toBeLessThan(0.001);
  });
});

test('cells and groups count the rows of each bin', () => {
  const { scored, feature } = rowsOf(before, 100, 3);
  const result = featureResult(task, { current: scored }, { current: feature });
  expect(result.cells.current?.map(({ count }) => count)).toEqual([50, 50]);
  expect(result.concept).toBeNull();
  const [right, wrong] = result.groups;
  const all = [0, 1].map((bin) => (right?.counts.current?.[bin] ?? 0) + (wrong?.counts.current?.[bin] ?? 0));
  expect(all).toEqual([50, 50]);
});

test('numbers are counted by group on the bins of their picture, which may be uneven', () => {
  const values = Float64Array.of(0, 1, 1, 5, 9, 10, 11, NaN);
  const codes = Int32Array.from(values, () => 0);
  const error = values.map(() => 1);
  const scored: ScoredRows = {
    ...{ target: error, prediction: error, error, loss: error, targets: [error], isShare: false, byGroup: null },
    groups: { names: [{ name: 'under' }, { name: 'over' }], codes: Int32Array.of(0, 0, 1, 1, 1, 0, 0, 0) },
  };
  const { groups } = featureResult(
    { ...task, bins: { kind: 'numeric', edges: [0, 11] }, histogram: { edges: [0, 1, 8, 10], scale: 'linear' } },
    { current: scored },
    { current: { codes, values } },
  );
  expect(groups.map(({ counts }) => counts.current)).toEqual([
    [1, 1, 1],
    [0, 2, 1],
  ]);
});

test('the plane holds the mean of numbers, and the share of each category, by cell', () => {
  const rows = { target: Float64Array.of(0, 0, 10, NaN), prediction: Float64Array.of(0, 0, 10, 1) };
  const plane = planeRows({ current: rows });
  const last = (plane.edges.length - 1) ** 2 - 1;
  const codes = Int32Array.of(0, 1, 0, 0);
  const numbers = featurePlane(
    plane,
    { current: { codes, values: Float64Array.of(1, 4, 7, 100) } },
    { kind: 'numeric', edges: [] },
  );
  expect(numbers?.cells.current).toEqual({ at: [0, last], rows: [2, 1], values: [[2.5, 7]] });
  const shares = featurePlane(plane, { current: { codes, values: null } }, bins);
  expect(shares?.cells.current).toEqual({
    ...{ at: [0, last], rows: [2, 1] },
    values: [
      [0.5, 1],
      [0.5, 0],
    ],
  });
});
