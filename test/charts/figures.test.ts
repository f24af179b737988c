import { describe, expect, it } from 'vitest';
import type { CategoryCounts, CumulativeCurves, NumericBins } from '../../src/charts/data.ts';
import CategoryBarsFigure from '../../src/charts/figures/categories/CategoryBarsFigure.svelte';
import CumulativeFigure from '../../src/charts/figures/curves/CumulativeFigure.svelte';
import EffectBar from '../../src/charts/figures/effects/EffectBar.svelte';
import Sparkline from '../../src/charts/figures/distribution/Sparkline.svelte';
import { categoryPicture } from '../../src/charts/figures/categories/category-bars.ts';
import { categoryTable, describeCategories } from '../../src/charts/figures/categories/category-words.ts';
import { cumulativeTable, describeCumulative, gapText } from '../../src/charts/figures/curves/cumulative-words.ts';
import { cumulativePicture } from '../../src/charts/figures/curves/cumulative.ts';
import type { State } from '../../src/charts/data.ts';
import { describeEffect, effectBarPicture } from '../../src/charts/figures/effects/effect-bar.ts';
import { sparkShapes } from '../../src/charts/figures/distribution/sparkline.ts';
import { labelBox } from '../../src/charts/labels.ts';
import { contains, overlaps } from '../../src/charts/geometry.ts';
import steel from './fixtures/steel.json' with { type: 'json' };
import { expectGolden, renderSvg } from './golden.ts';
import { words } from '../../src/words/words.ts';

const names = words.sides.periods;
const widths = [280, 360, 640, 1200];

describe('CumulativeFigure', () => {
  const options = { unit: 'kWh', scale: 'linear' as const, names };
  const same: CumulativeCurves = {
    x: [1, 2],
    reference: [0.5, 1],
    current: [0.5, 1],
    gap: { x: 1, reference: 0.5, current: 0.5 },
  };
  const constant: CumulativeCurves = { x: [5], reference: [1], current: [1], gap: { x: 5, reference: 1, current: 1 } };
  const none: CumulativeCurves = { x: [], reference: [], current: [], gap: { x: 0, reference: 0, current: 0 } };

  it.each([
    ['cumulative', steel.cumulative.target, 'kWh', 640],
    ['cumulative-lagging', steel.cumulative.lagging, 'kVarh', 480],
    ['cumulative-narrow', steel.cumulative.lagging, 'kVarh', 280],
    ['cumulative-same', same, '', 280],
    ['cumulative-constant', constant, '', 280],
  ])('%s', async (name, cumulative, unit, width) => {
    await expectGolden(name, renderSvg(CumulativeFigure, { cumulative, unit, width, title: 'Energy used' }));
  });

  it('cumulative-log-dark', async () => {
    const props = { cumulative: steel.cumulative.target, unit: 'kWh', title: 'Energy used' };
    const { x, gap } = props.cumulative;
    const log = { ...props.cumulative, x: x.map((value) => value + 1), gap: { ...gap, x: gap.x + 1 } };
    await expectGolden(
      'cumulative-log-dark',
      renderSvg(CumulativeFigure, { ...props, cumulative: log, scale: 'log' as const }),
      'dark',
    );
  });

  it.each(
    widths.flatMap((width) =>
      [steel.cumulative.target, steel.cumulative.lagging, same, constant, none].map(
        (data, i) => [width, i, data] as const,
      ),
    ),
  )('at %i px keeps the texts of case %i inside and apart', (width, _, data) => {
    const picture = cumulativePicture(data, { ...options, width });
    const boxes = picture.labels.map(labelBox);
    expect(boxes.every((box) => contains({ x: -1, y: -1, width: width + 2, height: picture.height + 4 }, box))).toBe(
      true,
    );
    expect(boxes.some((a, i) => boxes.slice(i + 1).some((b) => overlaps(a, b)))).toBe(false);
  });

  it('words the gap', () => {
    const data: CumulativeCurves = {
      x: [47],
      reference: [0.8],
      current: [0.49],
      gap: { x: 47, reference: 0.8, current: 0.49 },
    };
    expect(gapText(data, options)).toBe('largest gap 0.31 at 47 kWh');
    expect(describeCumulative(data, options, names)).toBe(
      'Where the curves are furthest apart, 80% of the reference rows and 49% of the current ones lie at or below 47 kWh.',
    );
    expect(describeCumulative(same, options, names)).toBe('The two curves agree at every value.');
    expect(describeCumulative(none, options, names)).toBe('There are no values to compare.');
    expect(cumulativeTable(data, 'linear', names).rows).toEqual([[47, 0.8, 0.49]]);
  });
});

const machines: CategoryCounts = {
  kind: 'categorical',
  categories: [
    { name: 'Rolling mill 2', counts: { reference: 4100, current: 3620 }, status: 'both' },
    {
      name: 'Electric arc furnace, north bay, after the retrofit of 2018',
      counts: { reference: 2800, current: 1900 },
      status: 'both',
    },
    { name: 'מכונה 7', counts: { reference: 900, current: 1210 }, status: 'both' },
    { name: 'Ladle furnace 🔥', counts: { current: 1420 }, status: 'new' },
    { name: '</script><b>', counts: { reference: 610 }, status: 'vanished' },
    { name: '__proto__', counts: { reference: 120, current: 131 }, status: 'both' },
    { name: '', counts: { reference: 3, current: 2 }, status: 'both' },
  ],
  other: { levels: 41, counts: { reference: 203, current: 550 } },
  total: { reference: 8736, current: 8833 },
};
const loadType = steel.distributions.loadType as CategoryCounts;
const oneSide: CategoryCounts = {
  ...machines,
  categories: machines.categories
    .filter(({ counts }) => counts.current)
    .map((row) => ({ ...row, counts: { current: row.counts.current ?? 0 } })),
  total: { current: 8833 },
};
const noCategories: CategoryCounts = {
  kind: 'categorical',
  categories: [],
  other: null,
  total: { reference: 0, current: 0 },
};

/** Many small ones, of which the figure names three: all others together are nine in ten rows. */
const manyCategories: CategoryCounts = {
  kind: 'categorical',
  categories: ['Alabama', 'Alaska', 'Arizona'].map((name, i) => ({
    ...{ name, counts: { reference: 40 - 4 * i, current: 28 + 6 * i } },
    status: 'both',
  })),
  other: { levels: 181, counts: { reference: 900, current: 920 } },
  total: { reference: 1008, current: 1022 },
};

describe('CategoryBarsFigure', () => {
  it.each([
    ['categories', loadType, 640],
    ['categories-hostile', machines, 640],
    ['categories-hostile-narrow', machines, 280],
    ['categories-one-side', oneSide, 480],
    ['categories-none', noCategories, 280],
    ['categories-many', manyCategories, 640],
    ['categories-many-narrow', manyCategories, 280],
  ])('%s', async (name, distribution, width) => {
    await expectGolden(name, renderSvg(CategoryBarsFigure, { distribution, width, title: 'Machine' }));
  });

  it.each(
    widths.flatMap((width) =>
      [machines, loadType, oneSide, noCategories, manyCategories].map((data, i) => [width, i, data] as const),
    ),
  )('at %i px keeps the texts of case %i inside', (width, _, data) => {
    const picture = categoryPicture(data, width, names);
    const room = { x: -1, y: -1, width: width + 2, height: picture.height + 4 };
    expect(picture.labels.map(labelBox).filter((box) => !contains(room, box))).toEqual([]);
  });

  it('categories-dark', async () => {
    await expectGolden(
      'categories-dark',
      renderSvg(CategoryBarsFigure, { distribution: machines, title: 'Machine' }),
      'dark',
    );
  });

  it('breaks the bars of all others where they would flatten the rest', () => {
    const { bars, breaks, plot } = categoryPicture(manyCategories, 640, names);
    const lengths = bars.map(({ boxes }) => boxes.map(({ width }) => width));
    expect(lengths.map((widths) => widths.at(-1))).toEqual([plot.width, plot.width]);
    expect(lengths[0]?.[0]).toBeGreaterThan(0.9 * plot.width);
    expect(breaks).toHaveLength(2);
    expect(categoryPicture(machines, 640, names).breaks).toEqual([]);
  });

  it('keeps the whole name of a cut one', () => {
    const { labels } = categoryPicture(machines, 640, names);
    expect(labels.find(({ text }) => text.includes('…'))?.full).toBe(machines.categories[1]?.name);
  });

  it('says which category differs most', () => {
    expect(describeCategories(machines, names)).toBe(
      'Ladle furnace 🔥 differs most: 0% of the reference rows and 16.1% of the current ones; of those shown, 1 is new and 1 has vanished.',
    );
    expect(describeCategories(oneSide, names)).toContain(
      'Only the current file has values; Rolling mill 2 is the most frequent',
    );
    expect(describeCategories(noCategories, names)).toBe('Neither file has values in this column.');
  });

  it('lists shares unrounded, the others last', () => {
    const table = categoryTable(machines, names);
    expect(table.rows[0]).toEqual(['Rolling mill 2', 4100, 4100 / 8736, 3620, 3620 / 8833, null]);
    expect(table.rows.at(-1)?.[0]).toBe('other (41 categories)');
  });
});

describe('Sparkline', () => {
  const log = steel.distributions.targetLog as NumericBins;

  it.each([
    ['sparkline', log, {}],
    ['sparkline-reference', log, { only: 'reference' as const }],
    ['sparkline-categories', machines, {}],
    ['sparkline-categories-many', manyCategories, {}],
  ])('%s', async (name, distribution, more) => {
    await expectGolden(name, renderSvg(Sparkline, { distribution, ...more }));
  });

  it('draws one file on the scale of both', () => {
    const both = sparkShapes(log, { width: 96, height: 28 });
    const alone = sparkShapes(log, { width: 96, height: 28, shownSide: 'current' });
    expect(alone).toEqual([both[1]]);
  });

  it('merges bins that would be thinner than 2 pixels, and is empty without values', () => {
    const many = {
      ...log,
      edges: Array.from({ length: 301 }, (_, i) => i),
      counts: { current: Array<number>(300).fill(1) },
      total: { current: 300 },
    };
    expect(sparkShapes(many, { width: 96, height: 28 })[0]?.outline.length).toBeLessThan(2000);
    expect(sparkShapes(noCategories, { width: 96, height: 28 })).toEqual([]);
  });
});

describe('EffectBar', () => {
  it.each([
    ['effect-bar', 0.23, 'changed'],
    ['effect-bar-below', 0.06, 'stable'],
    ['effect-bar-beyond', 2.4, 'changed'],
    ['effect-bar-none', null, 'insufficient'],
  ] as const)('%s', async (name, value, state) => {
    await expectGolden(name, renderSvg(EffectBar, { value, state, threshold: 0.1 }));
  });

  it('is coloured by what became of the column, however long it is', () => {
    const tone = (state: State): string =>
      effectBarPicture(2, { threshold: 0.1, state, max: 0.4, width: 96, height: 16 }).tone;
    expect((['changed', 'moved', 'stable', 'insufficient'] as const).map(tone)).toEqual([
      ...['changed', 'moved', 'ink-2', 'ink-2'],
    ]);
  });

  it('ends in an arrow beyond its largest', () => {
    const options = { threshold: 0.1, state: 'changed', max: 0.4, width: 96, height: 16 } as const;
    expect(effectBarPicture(0.4, options).tips).toEqual([]);
    expect(effectBarPicture(0.41, options).tips).toHaveLength(1);
    expect(effectBarPicture(Infinity, options).bar.width).toBeLessThan(96);
    expect(effectBarPicture(NaN, options).bar.width).toBe(0);
  });

  it('says on which side of the threshold it is', () => {
    expect(describeEffect(0.23, 0.1)).toBe('effect 0.23, at or above the threshold of 0.1');
    expect(describeEffect(null, 0.1)).toBe('effect not computed');
  });
});
