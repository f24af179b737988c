import { describe, it } from 'vitest';
import type { CategoryCounts, NumericBins } from '../../src/charts/data.ts';
import CategoryBarsFigure from '../../src/charts/figures/CategoryBarsFigure.svelte';
import CumulativeFigure from '../../src/charts/figures/CumulativeFigure.svelte';
import EffectBar from '../../src/charts/figures/EffectBar.svelte';
import Sparkline from '../../src/charts/figures/Sparkline.svelte';
import steel from './fixtures/steel.json' with { type: 'json' };
import { expectGolden, renderSvg } from './golden.ts';

const locale = 'en';

describe('CumulativeFigure', () => {
  it.each([
    ['cumulative', 640],
    ['cumulative-narrow', 280],
  ])('%s', async (name, width) => {
    const props = {
      cumulative: steel.cumulative.target,
      unit: 'kWh',
      scale: 'log' as const,
      width,
      title: 'Energy used',
      locale,
    };
    await expectGolden(name, renderSvg(CumulativeFigure, props));
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
    { name: 'Ladle furnace', counts: { current: 1420 }, status: 'new' },
    { name: '</script><b>', counts: { reference: 610 }, status: 'vanished' },
    { name: '__proto__', counts: { reference: 120, current: 131 }, status: 'both' },
    { name: '', counts: { reference: 3, current: 2 }, status: 'both' },
  ],
  other: { levels: 41, counts: { reference: 203, current: 550 } },
  total: { reference: 8736, current: 8833 },
};

describe('CategoryBarsFigure', () => {
  it.each([
    ['categories', steel.distributions.loadType as CategoryCounts, 640],
    ['categories-hostile', machines, 640],
    ['categories-hostile-narrow', machines, 280],
  ])('%s', async (name, distribution, width) => {
    await expectGolden(name, renderSvg(CategoryBarsFigure, { distribution, width, title: 'Load type', locale }));
  });
});

describe('Sparkline', () => {
  it.each([
    ['sparkline', steel.distributions.targetLog as NumericBins, {}],
    ['sparkline-reference', steel.distributions.targetLog as NumericBins, { only: 'reference' as const }],
    ['sparkline-categories', machines, {}],
  ])('%s', async (name, distribution, more) => {
    await expectGolden(name, renderSvg(Sparkline, { distribution, locale, ...more }));
  });
});

describe('EffectBar', () => {
  it.each([
    ['effect-bar', 0.23],
    ['effect-bar-below', 0.06],
    ['effect-bar-beyond', 2.4],
    ['effect-bar-none', null],
  ])('%s', async (name, value) => {
    await expectGolden(name, renderSvg(EffectBar, { value, threshold: 0.1, locale }));
  });
});
