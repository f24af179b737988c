import { describe, expect, it } from 'vitest';
import CurvesFigure from '../../src/charts/figures/curves/CurvesFigure.svelte';
import DensityFigure from '../../src/charts/figures/distribution/DensityFigure.svelte';
import { heightAt } from '../../src/charts/figures/curves/curve-stops.ts';
import { curvesPicture, curvesTable } from '../../src/charts/figures/curves/curves.ts';
import type { Curve, CurvePoint } from '../../src/charts/figures/curves/curve.ts';
import { densityTable } from '../../src/charts/figures/distribution/density.ts';
import { expectGolden, renderSvg } from './golden.ts';
import { words } from '../../src/words/words.ts';

const arc = (power: number): Curve['points'] =>
  Array.from({ length: 21 }, (_, i) => ({ x: i / 20, y: (i / 20) ** power }));
const curves: Curve[] = [
  { side: 'reference', points: arc(0.2) },
  { side: 'current', points: arc(0.45) },
];
const roc = {
  curves,
  ...{ title: 'ROC curve', description: 'Two curves', xName: 'false positive rate', yName: 'recall' },
  domain: { x: [0, 1] as [number, number], y: [0, 1] as [number, number] },
};

const spread = (side: 'reference' | 'current', level: number): Curve => ({
  side,
  points: [1, 2, 3, 4, 5].map((x) => ({ x, y: level + x, low: level + x - 1.5, high: level + 1.7 * x })),
});
const binned = {
  curves: [spread('reference', 0), spread('current', 1.5)],
  ...{
    title: 'Target by torque',
    description: 'Means with a spread',
    xName: 'torque',
    yName: 'mean target',
  },
  bins: { names: ['0 to 10', '10 to 14', '14 to 15', '15 to 22', '22 to 80'], edges: [0, 10, 14, 15, 22, 80] },
  dots: true,
};
const categories = ['light load', 'medium load', 'a load with a long name', '</script>', 'all others'];
const byCategory = { ...binned, xName: 'load', bins: { names: categories } };

const scaled = ({ x, y, low = y, high = y }: CurvePoint): CurvePoint => ({
  x,
  y: y / 20,
  low: low / 20 + 0.05,
  high: high / 20,
});
const shares = {
  ...binned,
  ...{ yName: 'share wrong', isShare: true },
  curves: binned.curves.map(({ side, points }) => ({ side, points: points.map(scaled) })),
};

describe('CurvesFigure', () => {
  it.each([
    ['curves', { ...roc, diagonal: true, marks: [{ side: 'current' as const, x: 0.25, y: 0.536 }] }, 'light' as const],
    ['curves-narrow', { ...roc, width: 280, names: words.sides.models }, 'light' as const],
    ['curves-dark', { ...roc, dots: true }, 'dark' as const],
    ['curves-none', { ...roc, curves: [] }, 'light' as const],
    ['curves-bins', { ...binned, bandName: 'half of the rows' }, 'light' as const],
    ['curves-categories', { ...byCategory, bandName: '95 % interval' }, 'light' as const],
    ['curves-categories-narrow', { ...byCategory, bandName: '95 % interval', width: 300 }, 'dark' as const],
    ['curves-shares', { ...shares, bandName: '95 % interval' }, 'light' as const],
    ['curves-one', { ...roc, curves: curves.slice(0, 1), domain: undefined }, 'light' as const],
  ])('%s', async (name, props, theme) => {
    await expectGolden(name, renderSvg(CurvesFigure, props), theme);
  });

  it('reads a curve between its points, and not outside', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 2, y: 1 },
    ];
    expect([-1, 0, 1, 2, 3].map((x) => heightAt(points, x))).toEqual([null, 0, 0.5, 1, null]);
  });

  it('names bins and their spread in the table', () => {
    const table = curvesTable(binned.curves, { ...binned, bandName: 'half of the rows' }, words.sides.periods);
    expect(table.columns.map(({ name }) => name)).toEqual([
      ...['file', 'torque', 'mean target', 'half of the rows: from', 'half of the rows: to'],
    ]);
    expect(table.rows[0]).toEqual(['reference', '0 to 10', 1, -0.5, 1.7]);
  });

  it('writes shares as percentages, on the axis, on the cursor and in the table', () => {
    const options = {
      ...shares,
      bandName: 'interval',
      ...{ width: 640, diagonal: false, marks: [], names: words.sides.periods },
    };
    const picture = curvesPicture(shares.curves, options);
    expect(picture.yTicks.map(({ label }) => label)).toContain('20%');
    expect(picture.stops[0]?.values[0]?.text).toBe('5%, interval 2.5% to 8.5%');
    expect(curvesTable(shares.curves, options, words.sides.periods).columns[2]?.holds).toBe('share');
  });

  it('has every point in its table', () => {
    const table = curvesTable(curves, roc, words.sides.periods);
    expect(table.rows).toHaveLength(42);
    expect(table.rows[0]).toEqual(['reference', 0, 0]);
  });
});

const edges = Array.from({ length: 21 }, (_, i) => i * 5);
const grid = (spread: number): number[] =>
  Array.from({ length: 400 }, (_, i) =>
    Math.floor(900 * Math.exp(-(((i % 20) - Math.floor(i / 20)) ** 2) / spread - (i % 20) / 6)),
  );

describe('DensityFigure', () => {
  it.each([
    ['density', { reference: grid(2), current: grid(12) }, 640, 'light' as const],
    ['density-narrow', { reference: grid(2), current: grid(12) }, 280, 'light' as const],
    ['density-dark', { current: grid(6) }, 640, 'dark' as const],
  ])('%s', async (name, counts, width, theme) => {
    const svg = renderSvg(DensityFigure, {
      density: { edges, counts },
      width,
      title: 'Predicted against actual',
    });
    await expectGolden(name, svg, theme);
  });

  it('lists the cells that hold rows', () => {
    const counts = { current: [0, 3, 1, 0] };
    expect(densityTable({ edges: [0, 1, 2], counts }, words.sides.periods).rows).toEqual([
      ['current', 1, 0, 3],
      ['current', 0, 1, 1],
    ]);
  });
});
