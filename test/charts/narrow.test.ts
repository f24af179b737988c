import { describe, expect, it } from 'vitest';
import type { MissingCells, RankedEffect } from '../../src/charts/data.ts';
import { effectRankPicture } from '../../src/charts/figures/effects/effect-rank.ts';
import { heatMapPicture } from '../../src/charts/figures/heat-map/heat-map.ts';
import { missingPicture } from '../../src/charts/figures/missing/missing.ts';
import { overTimePicture } from '../../src/charts/figures/time/over-time.ts';
import { contains } from '../../src/charts/geometry.ts';
import { labelBox, type PlacedLabel } from '../../src/charts/labels.ts';
import steel from './fixtures/steel.json' with { type: 'json' };
import { words } from '../../src/words/words.ts';

const names = words.sides.periods;
const long = 'Lagging_Current_Reactive.Power_kVarh_of_the_second_furnace';
const effects: RankedEffect[] = [
  ...(steel.effects as RankedEffect[]),
  { name: long, effect: 9, threshold: 0.1, state: 'changed', label: '9.00 σ' },
  { name: long, effect: null, threshold: 0.1, state: 'insufficient' },
];
const missing: MissingCells[] = [long, 'a', '</script>'].map((name, i) => ({
  name,
  quality: { reference: { count: 1000, missing: 10 + i }, current: { count: 900, missing: 900 - i } },
}));
const { columns, values } = steel.correlation;

type Picture = { labels: PlacedLabel[]; height: number };
const pictures: Record<string, (width: number) => Picture> = {
  'effect rank': (width) => effectRankPicture(effects, width),
  missing: (width) => missingPicture(missing, { width, limit: 2, names }),
  'over time': (width) => overTimePicture(steel.overTime.target, { width, unit: 'kVarh', isShare: false, names }),
  'heat map': (width) => heatMapPicture({ columns, values: values.current }, { width, kind: 'correlation' }),
};

describe.each(Object.entries(pictures))('%s', (_, draw) => {
  it.each([280, 300, 360, 440, 640, 1200])('keeps its texts inside %i px', (width) => {
    const { labels, height } = draw(width);
    const room = { x: -1, y: -1, width: width + 2, height: height + 5 };
    const outside = labels.filter((one) => one.turn === undefined && !contains(room, labelBox(one)));
    expect(outside).toEqual([]);
  });
});
