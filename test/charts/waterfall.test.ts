import { expect, it } from 'vitest';
import WaterfallFigure from '../../src/charts/figures/segments/WaterfallFigure.svelte';
import { describeWaterfall, waterfallPicture, waterfallTable } from '../../src/charts/figures/segments/waterfall.ts';
import { words } from '../../src/words/words.ts';
import { expectGolden, renderSvg } from './golden.ts';

const names = words.sides.periods;
const parts = {
  column: 'Load_Type',
  mix: { value: 2, low: 1.4, high: 2.7 },
  within: { value: 0.63, low: -0.2, high: 1.5 },
  byChance: 0.3,
};
const data = { id: 'mae', reference: 8.12, current: 10.75, parts };
/** Both parts have the other sign, and the measure crosses zero. */
const falling = {
  ...{ id: 'mean_error', reference: 1.5, current: -2 },
  parts: { ...parts, mix: { value: -4, low: -4.5, high: -3.1 }, within: { value: 0.5, low: null, high: null } },
};

it.each([
  ['waterfall', data, 640],
  ['waterfall-narrow', data, 280],
  ['waterfall-falling', falling, 640],
])('%s', async (name, given, width) => {
  await expectGolden(name, renderSvg(WaterfallFigure, { data: given, width, title: 'Why it moved' }));
});

it('steps from the reference to the current file, each from where the last one ended', () => {
  for (const given of [data, falling]) {
    const { bars, links, zero, height } = waterfallPicture(given, 640, names);
    const ends = bars.map(({ box }) => [box.x, box.x + box.width]);
    for (const [i, { x }] of links.entries()) {
      expect(Math.min(...ends[i]!.map((end) => Math.abs(end - x)))).toBeLessThan(1e-9);
      expect(Math.min(...ends[i + 1]!.map((end) => Math.abs(end - x)))).toBeLessThan(1e-9);
    }
    expect(ends[0]).toContain(zero);
    expect(ends.at(-1)).toContain(zero);
    expect(waterfallPicture(given, 640, names, 300).height).toBeLessThanOrEqual(300);
    expect(height).toBeGreaterThan(100);
  }
});

it('says and lists the parts', () => {
  expect(describeWaterfall(data)).toBe(
    'Mean absolute error 8.12 → 10.75: +2.0 comes from another mix of rows by “Load_Type”, +0.6 from rows that are alike in it.',
  );
  expect(waterfallTable(data, names).rows).toEqual([
    ['reference', 8.12, null, null],
    ['Another mix of rows by “Load_Type”', 2, 1.4, 2.7],
    ['Rows that are alike in “Load_Type”', 0.63, -0.2, 1.5],
    ['current', 10.75, null, null],
  ]);
  const { stops } = waterfallPicture(data, 640, names);
  expect(stops.map(({ values }) => values[0]?.text)).toEqual([
    '8.12',
    '+2 (+1.4 to +2.7)',
    '+0.63 (−0.2 to +1.5)',
    '10.75',
  ]);
});
