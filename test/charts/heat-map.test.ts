import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../src/charts/data.ts';
import HeatMapFigure from '../../src/charts/figures/heat-map/HeatMapFigure.svelte';
import { heatMapPicture } from '../../src/charts/figures/heat-map/heat-map.ts';
import { describeHeatMap, differenceMatrix, heatMapTable } from '../../src/charts/figures/heat-map/heat-words.ts';
import { BUCKETS } from '../../src/charts/diverging.ts';
import { bucketOf, bucketPaint } from '../../src/charts/figures/heat-map/heat-scale.ts';
import steel from './fixtures/steel.json' with { type: 'json' };
import { expectGolden, renderSvg } from './golden.ts';

const { columns } = steel.correlation;
const { reference, current } = steel.correlation.values;
const difference = differenceMatrix(columns, reference, current);
const withHole: Matrix = {
  columns,
  values: current.map((row, r) => row.map((value, c) => ((r === 4) !== (c === 4) ? null : value))),
};

/** Slow waves over many columns, as many machines with the same sensors give. */
const wide = (n: number): Matrix => ({
  columns: Array.from({ length: n }, (_, i) => `sensor_${i}`),
  values: Array.from({ length: n }, (_, r) =>
    Array.from({ length: n }, (_, c) => (r === c ? 1 : Math.cos((r - c) / 6) * Math.exp(-Math.abs(r - c) / 60))),
  ),
});

describe('HeatMapFigure', () => {
  it.each([
    ['heat-map', { columns, values: reference }, 'correlation' as const, 640],
    ['heat-map-narrow', { columns, values: reference }, 'correlation' as const, 280],
    ['heat-map-not-computed', withHole, 'correlation' as const, 480],
    ['heat-map-difference', difference, 'difference' as const, 640],
    [
      'heat-map-association',
      { columns: columns.slice(0, 4), values: reference.slice(0, 4).map((row) => row.slice(0, 4).map(Math.abs)) },
      'association' as const,
      480,
    ],
    ['heat-map-wide', wide(60), 'correlation' as const, 480],
  ])('%s', async (name, matrix, kind, width) => {
    await expectGolden(name, renderSvg(HeatMapFigure, { matrix, kind, width, title: 'Rank correlation' }));
  });

  it('heat-map dark', async () => {
    const svg = renderSvg(HeatMapFigure, { matrix: withHole, width: 640, title: 'Rank correlation' });
    await expectGolden('heat-map-dark', svg, 'dark');
    expect(svg).toContain('hatch');
  });

  it('draws 200 columns with one path a colour, without a text per cell', () => {
    const picture = heatMapPicture(wide(200), { width: 640, kind: 'correlation' });
    expect(picture.groups.length).toBeLessThanOrEqual(BUCKETS.length);
    expect(picture.labels.length).toBeLessThan(10);
    expect(picture.stops.count).toBe(40_000);
    expect(picture.stops.stopAt(201).heading).toBe('sensor_1 and sensor_1');
  });
});

describe('the scale', () => {
  it('is symmetric and keeps to its ends', () => {
    expect([-2, -1, 0, 1, 2].map((value) => bucketOf(value, 1))).toEqual([0, 0, 8, 16, 16]);
    expect(bucketPaint(3).opacity).toBe(bucketPaint(13).opacity);
  });
});

describe('words and table', () => {
  const matrix = {
    columns: ['a', 'b', 'c'],
    values: [
      [1, -0.9, null],
      [-0.9, 1, 0.2],
      [null, 0.2, 1],
    ],
  };

  it('name the closest pair and what could not be computed', () => {
    expect(describeHeatMap(matrix, 'correlation')).toBe(
      'The strongest pair is a and b, at −0.90. 1 pair could not be computed.',
    );
    expect(describeHeatMap(matrix, 'difference')).toContain('changed most is a and b, by −0.90');
    expect(describeHeatMap({ columns: ['a'], values: [[1]] }, 'correlation')).toBe(
      'There are fewer than two columns to compare.',
    );
  });

  it('lists pairs where the matrix is too wide, and says how many it leaves out', () => {
    expect(heatMapTable(matrix).rows[0]).toEqual(['a', 1, -0.9, null]);
    const table = heatMapTable(wide(200));
    expect(table.rows).toHaveLength(500);
    expect(table.note).toBe('19,400 weaker pairs are not listed.');
  });

  it('takes a difference only where both sides are known', () => {
    expect(
      differenceMatrix(
        ['a', 'b'],
        [
          [1, null],
          [0.5, 1],
        ],
        [
          [1, 0.2],
          [0.75, 1],
        ],
      ).values,
    ).toEqual([
      [0, null],
      [0.25, 0],
    ]);
  });

  it('finds the nearest cell', () => {
    const { stops } = heatMapPicture(matrix, { width: 300, kind: 'correlation' });
    expect(stops.find(stops.stopAt(5).area)).toBe(5);
    expect(stops.find({ x: 9e9, y: 9e9 })).toBe(8);
  });
});
