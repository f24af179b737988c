import { describe, expect, it } from 'vitest';
import type { NumericBins } from '../../src/charts/data.ts';
import DistributionFigure from '../../src/charts/figures/distribution/DistributionFigure.svelte';
import { describeDistribution, distributionTable } from '../../src/charts/figures/distribution/distribution-words.ts';
import { distributionPicture } from '../../src/charts/figures/distribution/distribution.ts';
import { contains, overlaps } from '../../src/charts/geometry.ts';
import { labelBox } from '../../src/charts/labels.ts';
import steel from './fixtures/steel.json' with { type: 'json' };
import { expectGolden, renderSvg } from './golden.ts';
import { words } from '../../src/words/words.ts';

const names = words.sides.periods;
const steelBins = steel.distributions as unknown as Record<string, NumericBins>;
const target = steelBins['target'] as NumericBins;

const bins = (edges: number[], more: Partial<NumericBins> = {}): NumericBins => {
  const counts = { reference: edges.slice(1).map((_, i) => 4 + i), current: edges.slice(1).map((_, i) => 9 - i) };
  const sum = (all: number[]) => all.reduce((a, b) => a + b, 0);
  const total = { reference: sum(counts.reference), current: sum(counts.current) };
  return { kind: 'numeric', edges, counts, below: {}, above: {}, total, scale: 'linear', ...more };
};

const even = (from: number, to: number, k = 6) => Array.from({ length: k + 1 }, (_, i) => from + ((to - from) * i) / k);

const cases: Record<string, NumericBins> = {
  constant: bins([4.5, 5.5], { counts: { reference: [120], current: [80] }, total: { reference: 120, current: 80 } }),
  'constant-edge': bins([5, 5], {
    counts: { reference: [120], current: [80] },
    total: { reference: 120, current: 80 },
  }),
  'current-only': {
    ...target,
    counts: { current: target.counts.current ?? [] },
    total: { current: 8833 },
    below: {},
    above: {},
  },
  'all-missing': {
    ...target,
    counts: { ...target.counts, current: target.edges.slice(1).map(() => 0) },
    total: { reference: 8736, current: 0 },
    below: {},
    above: {},
  },
  empty: bins(even(0, 1), { counts: {}, total: {} }),
  negative: bins(even(-40, 15), { below: { reference: 3, current: 41 }, above: { reference: 1 } }),
  'far-from-zero': bins(even(1e9, 1e9 + 3)),
  tiny: bins(even(0, 4e-6)),
  huge: bins(even(0, 4.5e17)),
  time: bins(even(Date.UTC(2018, 3, 1), Date.UTC(2018, 9, 1)), { scale: 'time', above: { current: 12 } }),
  'uneven-bins': bins([0, 1, 2, 4, 8, 30]),
  'log-decades': bins([0.001, 0.01, 0.1, 1, 10, 100, 1000], { scale: 'log' }),
};

const draw = (distribution: NumericBins, unit = '', width = 640) =>
  renderSvg(DistributionFigure, { distribution, unit, width, title: 'Energy used' });

describe('DistributionFigure', () => {
  it.each([
    ['distribution', 'target', 'kWh', 640],
    ['distribution-narrow', 'target', 'kWh', 280],
    ['distribution-log', 'targetLog', 'kWh', 640],
    ['distribution-lagging', 'lagging', 'kVarh', 480],
    ['distribution-power-factor', 'powerFactor', '%', 480],
  ])('%s', async (name, column, unit, width) => {
    await expectGolden(name, draw(steelBins[column] as NumericBins, unit, width));
  });

  it('distribution-dark', async () => {
    await expectGolden('distribution-dark', draw(steelBins['powerFactor'] as NumericBins, '%'), 'dark');
  });

  it.each(Object.entries(cases))('%s', async (name, distribution) => {
    await expectGolden(`distribution-${name}`, draw(distribution, '', 320));
  });
});

describe('distributionPicture', () => {
  const everything = { ...steelBins, ...cases } as Record<string, NumericBins>;
  const numeric = Object.entries(everything).filter(([, data]) => data.kind === 'numeric');

  it.each(numeric.flatMap(([name, data]) => [280, 360, 640, 1200].map((width) => [name, width, data] as const)))(
    '%s at %i px keeps every text inside, none on another',
    (_, width, data) => {
      const picture = distributionPicture(data, { width, unit: 'kWh', names });
      const inside = { x: -0.5, y: -1, width: width + 1, height: picture.height + 5 };
      const labels = picture.labels.map(labelBox);
      const ticks = picture.xTicks
        .filter((tick) => tick.label !== '')
        .map((tick) => labelBox({ x: tick.labelPosition, y: 0, text: tick.label, anchor: 'middle', tone: 'ink' }));
      for (const box of labels) expect(contains(inside, box), JSON.stringify(box)).toBe(true);
      for (const list of [labels, ticks])
        expect(list.some((a, i) => list.slice(i + 1).some((b) => overlaps(a, b)))).toBe(false);
      expect(ticks.every((box) => box.x >= -0.5 && box.x + box.width <= width + 0.5)).toBe(true);
      expect(
        picture.outlines.flatMap(({ steps }) => steps).every(({ x0, x1, y }) => [x0, x1, y].every(Number.isFinite)),
      ).toBe(true);
    },
  );

  it('counts what it does not show, at each end', () => {
    const texts = distributionPicture(cases['negative'] as NumericBins, { width: 640, unit: '°C', names }).labels.map(
      ({ text }) => text,
    );
    expect(texts).toContain('current: 41 values below −40 °C not shown');
    expect(texts).toContain('reference: 1 value above 15 °C not shown');
  });

  it('says that a file has no values', () => {
    const texts = distributionPicture(cases['all-missing'] as NumericBins, { width: 640, unit: '', names }).labels.map(
      ({ text }) => text,
    );
    expect(texts).toContain('current: no values');
  });

  it('draws density where bins differ in width', () => {
    const picture = distributionPicture(cases['uneven-bins'] as NumericBins, { width: 640, unit: 'kWh', names });
    expect(picture.labels[0]?.text).toBe('share of rows per kWh (bins differ in width)');
  });

  it('puts a stop on every bin and on what lies outside', () => {
    const { stops } = distributionPicture(target, { width: 640, unit: 'kWh', names });
    expect(stops).toHaveLength(32);
    expect(stops.at(-1)?.heading).toMatch(/^above .* kWh, not shown$/);
    expect(stops[1]?.values[0]).toEqual({
      side: 'reference',
      text: expect.stringMatching(/^60\.\d% \(5,\d+ rows\)$/) as string,
    });
  });
});

describe('words and table', () => {
  it.each([
    ['two files', target, /^The files differ most in .* kWh: .*% of the reference rows and .*% of the current ones\.$/],
    [
      'one file',
      cases['current-only'] as NumericBins,
      /^Only the current file has values; the fullest bin, .*, holds 60\.\d% of them/,
    ],
    ['no file', cases['empty'] as NumericBins, /^Neither file has values/],
    [
      'the same',
      bins([0, 1], { counts: { reference: [3], current: [5] }, total: { reference: 3, current: 5 } }),
      /same share/,
    ],
    [
      'far from zero',
      cases['far-from-zero'] as NumericBins,
      /in (1,000,000,000 to 1,000,000,000\.5|1,000,000,002\.5 to 1,000,000,003) kWh/,
    ],
  ])('%s', (_, data, pattern) => {
    expect(describeDistribution(data, 'kWh', names)).toMatch(pattern);
  });

  it('lists every bin and what lies outside, unrounded', () => {
    const table = distributionTable(target, names);
    expect(table.rows).toHaveLength(32);
    expect(table.rows[1]?.[3]).toBe((target.counts.reference?.[0] ?? 0) / 8736);
    expect(table.rows.at(-1)?.slice(2)).toEqual([0, 0, 6, 6 / 8833]);
  });
});
