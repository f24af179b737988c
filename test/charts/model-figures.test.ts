import { describe, expect, it } from 'vitest';
import GroupsFigure from '../../src/charts/figures/groups/GroupsFigure.svelte';
import PlaneFigure from '../../src/charts/figures/groups/PlaneFigure.svelte';
import SeparationFigure from '../../src/charts/figures/groups/SeparationFigure.svelte';
import { curvesPicture } from '../../src/charts/figures/curves/curves.ts';
import type { Curve } from '../../src/charts/figures/curves/curve.ts';
import { groupsPicture, groupsTable, type Group, type GroupBins } from '../../src/charts/figures/groups/groups.ts';
import { planeTable, type PlaneCells } from '../../src/charts/figures/groups/plane.ts';
import { separationPicture, separationTable, type ClassScores } from '../../src/charts/figures/groups/separation.ts';
import { words } from '../../src/words/words.ts';
import { stopText } from '../../src/charts/stops.ts';
import { expectGolden, renderSvg } from './golden.ts';

const { models, periods: names } = words.sides;
const hill = (bins: number, at: number, rows: number): number[] =>
  Array.from({ length: bins }, (_, i) => Math.round(rows * Math.exp(-((i - at) ** 2) / 6)));

const edges = Array.from({ length: 13 }, (_, i) => 10 * i);
const numbers: GroupBins = { kind: 'numeric', edges, scale: 'linear' };
const errors: Group[] = [
  { name: 'Under-estimated', counts: { reference: hill(12, 2, 40), current: hill(12, 9, 60) } },
  { name: 'Between', counts: { reference: hill(12, 5, 900), current: hill(12, 6, 1100) } },
  { name: 'Over-estimated', counts: { reference: hill(12, 8, 40), current: hill(12, 8, 0) } },
];
const categories: GroupBins = {
  kind: 'categorical',
  names: ['L', 'M', 'a name that is far too long for its place', '<b>'],
};
const outcomes: Group[] = ['True positives', 'False positives', 'False negatives', 'True negatives'].map((name, i) => ({
  name,
  counts: { reference: [10 * i, 20, 5, 1], current: [4, 30 - 5 * i, 0, 2] },
}));

describe('GroupsFigure', () => {
  it.each([
    ['groups', { groups: errors, bins: numbers }, 'light' as const],
    ['groups-narrow', { groups: errors, bins: numbers, width: 300 }, 'dark' as const],
    ['groups-categories', { groups: outcomes, bins: categories, names: models }, 'light' as const],
    ['groups-categories-narrow', { groups: outcomes, bins: categories, width: 300 }, 'light' as const],
    [
      'groups-one-file',
      { groups: errors.map(({ name, counts: { current = [] } }) => ({ name, counts: { current } })), bins: numbers },
      'light' as const,
    ],
  ])('%s', async (name, props, theme) => {
    await expectGolden(name, renderSvg(GroupsFigure, { ...props, title: 'torque by group' }), theme);
  });

  it('has rows and shares of every group in its table', () => {
    const table = groupsTable(outcomes, categories, names);
    expect(table.rows).toHaveLength(16);
    expect(table.rows[4]).toEqual(['False positives', 'L', 10, 10 / 36, 4, 4 / 31]);
    expect(groupsTable(errors, numbers, names).rows[24]).toEqual(['Over-estimated', 0, 10, 0, 0, 0, null]);
  });
});

const scores: ClassScores[] = [
  {
    name: 'fails',
    quantiles: { reference: [0.2, 0.5, 0.7, 0.85, 0.99], current: [0.1, 0.3, 0.45, 0.7, 0.9] },
    shape: { reference: hill(20, 15, 80), current: hill(20, 9, 50) },
  },
  {
    name: 'runs on and has a long name',
    quantiles: { reference: [0, 0.02, 0.1, 0.2, 0.4], current: null },
    shape: { reference: hill(20, 1, 2000) },
  },
];
const scoreEdges = Array.from({ length: 21 }, (_, i) => i / 20);

describe('SeparationFigure', () => {
  it.each([
    ['separation', { classes: scores }, 'light' as const],
    ['separation-narrow', { classes: scores, width: 300, names: models }, 'dark' as const],
    ['separation-without-shapes', { classes: scores.map((one) => ({ ...one, shape: {} })) }, 'light' as const],
  ])('%s', async (name, props, theme) => {
    const svg = renderSvg(SeparationFigure, {
      ...props,
      edges: scoreEdges,
      title: 'Scores by true class',
    });
    await expectGolden(name, svg, theme);
  });

  it('lists quantiles by class and file', () => {
    expect(separationTable(scores, names).rows[3]).toEqual([
      ...['runs on and has a long name', 'current', null, null, null, null, null],
    ]);
  });
});

const along = (lift: number): { at: number[]; rows: number[]; values: number[] } => {
  const at = Array.from({ length: 144 }, (_, i) => i).filter((i) => Math.abs((i % 12) - Math.floor(i / 12)) < 3);
  return { at, rows: at.map((i) => 1 + (i % 7)), values: at.map((i) => lift + (i % 12) - 2 * Math.floor(i / 12)) };
};
const plane: PlaneCells = { edges, cells: { reference: along(0), current: along(4) } };

describe('PlaneFigure', () => {
  it.each([
    ['plane', { plane, valueName: 'mean of torque' }, 'light' as const],
    ['plane-narrow', { plane, valueName: 'mean of torque', width: 300, names: models }, 'dark' as const],
    [
      'plane-share',
      {
        plane: { edges, cells: { current: { at: [0, 13, 26], rows: [5, 2, 1], values: [0, 0.5, 1] } } },
        valueName: 'share of “L”',
        isShare: true,
      },
      'light' as const,
    ],
  ])('%s', async (name, props, theme) => {
    const svg = renderSvg(PlaneFigure, { ...props, title: 'Predicted against actual by torque' });
    await expectGolden(name, svg, theme);
  });

  it('lists the cells that hold rows', () => {
    const cells = { current: { at: [0, 13], rows: [5, 2], values: [1.5, 2] } };
    expect(planeTable({ edges, cells }, { valueName: 'mean', isShare: false }, names).rows).toEqual([
      ['current', 0, 0, 5, 1.5],
      ['current', 10, 10, 2, 2],
    ]);
  });
});

describe('where the cursor rests', () => {
  const curve = (side: 'reference' | 'current', y: number): Curve => ({ side, points: [0, 1].map((x) => ({ x, y })) });
  const options = { width: 640, names: models };
  const curvesOptions = { ...options, xName: 'recall', yName: 'precision', diagonal: false, dots: false, marks: [] };

  it.each([
    [
      'groups',
      groupsPicture(outcomes, categories, options).stops[0],
      'True positives, L: model A 0% (0 rows); model B 11.1% (4 rows)',
    ],
    ['scores', separationPicture(scores, scoreEdges, options).stops[1], /: model A median 0.1, .*; model B no rows$/],
    [
      'curves',
      curvesPicture([curve('reference', 0.5), curve('current', 0.25)], curvesOptions).stops[0],
      'recall 0: model A 0.5; model B 0.25',
    ],
  ])('%s are read with the name of each file once', (_, stop, text) => {
    expect(stop && stopText(stop, models)).toMatch(text);
  });
});
