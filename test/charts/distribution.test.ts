import { describe, expect, it } from 'vitest';
import type { NumericBins } from '../../src/charts/data.ts';
import DistributionFigure from '../../src/charts/figures/DistributionFigure.svelte';
import steel from './fixtures/steel.json' with { type: 'json' };
import { expectGolden, renderSvg } from './golden.ts';

const target = steel.distributions.target as NumericBins;

const draw = (distribution: NumericBins, unit = '', width = 640) =>
  renderSvg(DistributionFigure, { distribution, unit, width, title: 'Energy used', locale: 'en' });

describe('DistributionFigure', () => {
  it.each([
    ['distribution', target, 'kWh', 640],
    ['distribution-narrow', target, 'kWh', 280],
    ['distribution-log', steel.distributions.targetLog as NumericBins, 'kWh', 640],
    ['distribution-lagging', steel.distributions.lagging as NumericBins, 'kVarh', 480],
    ['distribution-power-factor', steel.distributions.powerFactor as NumericBins, '%', 480],
  ])('%s', async (name, bins, unit, width) => {
    await expectGolden(name, draw(bins, unit, width));
    expect(true).toBe(true);
  });
});
