import { describe, expect, it } from 'vitest';
import type { MissingCells, RankedEffect } from '../../src/charts/data.ts';
import EffectRankFigure from '../../src/charts/figures/effects/EffectRankFigure.svelte';
import MissingFigure from '../../src/charts/figures/missing/MissingFigure.svelte';
import {
  describeEffectRank,
  effectRankPicture,
  effectRankTable,
  ratioOf,
} from '../../src/charts/figures/effects/effect-rank.ts';
import { describeMissing, missingPicture, missingTable } from '../../src/charts/figures/missing/missing.ts';
import steel from './fixtures/steel.json' with { type: 'json' };
import { expectGolden, renderSvg } from './golden.ts';
import { words } from '../../src/words/words.ts';

const names = words.sides.periods;

const effects = steel.effects as RankedEffect[];
const mixed: RankedEffect[] = [
  { name: 'furnace_temperature', effect: 2.6, threshold: 0.1, state: 'changed', label: '2.60 σ' },
  { name: 'operator', effect: 0.21, threshold: 0.05, state: 'changed', label: '21% of rows' },
  { name: 'cooling_water_flow', effect: 0.19, threshold: 0.1, state: 'insufficient', label: '0.19 σ' },
  { name: 'pressure', effect: 0.04, threshold: 0.1, state: 'stable', label: '0.04 σ' },
  { name: 'comment', effect: null, threshold: 0.1, state: 'insufficient' },
];

const holes = (count: number): MissingCells[] =>
  Array.from({ length: count }, (_, i) => ({
    name: ['humidity', 'vibration_bearing_3', 'cooling_water_flow', 'operator'][i] ?? `sensor_${i}`,
    quality: {
      reference: { count: 8736, missing: Math.round(8736 * 0.12 * 0.7 ** i) },
      current: { count: 8833, missing: i === 3 ? 0 : Math.round(8833 * 0.31 * 0.6 ** i) },
    },
  }));

describe('EffectRankFigure', () => {
  it.each([
    ['effect-rank', effects, 640],
    ['effect-rank-mixed', mixed, 640],
    ['effect-rank-narrow', mixed, 280],
  ])('%s', async (name, rows, width) => {
    await expectGolden(name, renderSvg(EffectRankFigure, { effects: rows, width, title: 'What changed most' }));
  });

  it('effect-rank-dark', async () => {
    await expectGolden(
      'effect-rank-dark',
      renderSvg(EffectRankFigure, { effects: mixed, title: 'What changed most' }),
      'dark',
    );
  });

  it('measures in thresholds', () => {
    expect(mixed.map((row) => ratioOf(row)?.toFixed(6))).toEqual([
      '26.000000',
      '4.200000',
      '1.900000',
      '0.400000',
      undefined,
    ]);
    expect(ratioOf({ name: 'a', effect: 1, threshold: 0, state: 'stable' })).toBeNull();
  });

  it('ends in an arrow where an effect is far beyond', () => {
    const { lollipops } = effectRankPicture(mixed, 640);
    expect(lollipops.map(({ isLonger: beyond }) => beyond)).toEqual([true, false, false, false, false]);
    expect(lollipops.map(({ look }) => look)).toEqual(['filled', 'filled', 'dashed', 'ring', 'dashed']);
  });

  it('says how many of each and which most', () => {
    expect(describeEffectRank(mixed)).toBe(
      '2 changed, 1 stable and 2 not enough data. furnace_temperature moved most: 2.60 σ, 26 times the least change that matters.',
    );
    expect(describeEffectRank([])).toBe('No columns were compared.');
    expect(effectRankTable(mixed).rows[4]).toEqual(['comment', 'not enough data', null, 0.1, null]);
  });
});

describe('MissingFigure', () => {
  it.each([
    ['missing', holes(9), 640],
    ['missing-narrow', holes(16), 280],
    ['missing-none', [{ name: 'a', quality: { reference: { count: 3, missing: 0 } } }], 480],
  ])('%s', async (name, columns, width) => {
    await expectGolden(name, renderSvg(MissingFigure, { columns, width, title: 'Missing cells' }));
  });

  it('missing-dark', async () => {
    await expectGolden('missing-dark', renderSvg(MissingFigure, { columns: holes(9), title: 'Missing cells' }), 'dark');
  });

  it('counts the columns it leaves out', () => {
    const { labels } = missingPicture(holes(16), { width: 640, limit: 12, names });
    expect(labels.map(({ text }) => text)).toContain('4 more with fewer missing cells');
  });

  it('names the column with most', () => {
    expect(describeMissing(holes(2), names)).toBe(
      '2 of 2 columns have missing cells; humidity has most: 12% of the reference rows and 31% of the current ones.',
    );
    expect(missingTable([{ name: 'a', quality: { current: { count: 4, missing: 1 } } }], names).rows).toEqual([
      ['a', 1, 0.25],
    ]);
  });
});
