import { describe, expect, it } from 'vitest';
import { shareLabels, tickLabels, timeLabels } from '../../src/charts/tick-labels.ts';
import { horizontalAxis, verticalAxis } from '../../src/charts/ticks.ts';
import { textWidth } from '../../src/charts/text.ts';

const hour = 3_600_000;

describe('tickLabels', () => {
  it.each([
    [
      [0, 0.5, 1],
      ['0', '0.5', '1'],
    ],
    [
      [-20, 0, 20],
      ['−20', '0', '20'],
    ],
    [
      [0.00012, 0.00014],
      ['0.00012', '0.00014'],
    ],
    [
      [0, 2e-6, 4e-6],
      ['0', '2×10⁻⁶', '4×10⁻⁶'],
    ],
    [
      [0, 500_000, 1_000_000, 1_500_000],
      ['0', '500K', '1M', '1.5M'],
    ],
    [
      [1e9, 1e9 + 0.5, 1e9 + 1],
      ['1,000,000,000', '+0.5', '+1'],
    ],
    [
      [1.002, 1.004],
      ['1.002', '1.004'],
    ],
    [[0], ['0']],
    [[], []],
  ])('%j', (values, texts) => expect(tickLabels(values)).toEqual(texts));

  it('gives shares the decimals of their step', () => {
    expect(shareLabels([0, 0.25, 0.5])).toEqual(['0%', '25%', '50%']);
    expect(shareLabels([0, 0.005, 0.01])).toEqual(['0%', '0.5%', '1%']);
  });
});

describe('timeLabels', () => {
  it('say the coarser unit first and where it changes', () => {
    const labels = timeLabels([Date.UTC(2018, 11, 1), Date.UTC(2019, 0, 1), Date.UTC(2019, 1, 1)]);
    expect(labels.map(({ label, secondLine }) => [label, secondLine])).toEqual([
      ['Dec', '2018'],
      ['Jan', '2019'],
      ['Feb', undefined],
    ]);
    const hours = timeLabels([23, 24, 25].map((h) => h * hour));
    expect(hours.map(({ label, secondLine }) => [label, secondLine])).toEqual([
      ['23:00', 'Jan 1, 1970'],
      ['00:00', 'Jan 2, 1970'],
      ['01:00', undefined],
    ]);
  });
});

describe('horizontalAxis', () => {
  const cases = [
    ['linear', [0, 160]],
    ['linear', [-1e-6, 1e-6]],
    ['linear', [1e9, 1e9 + 1]],
    ['linear', [-4.4e17, 3e17]],
    ['log', [1e-9, 1e12]],
    ['log', [2.5, 140]],
    ['log', [30, 40]],
    ['time', [Date.UTC(2018, 3, 1), Date.UTC(2018, 11, 31)]],
    ['time', [0, 50 * hour]],
    ['time', [0, 40]],
    ['time', [0, 100 * 365 * 24 * hour]],
  ] as const;
  const widths = [60, 120, 220, 280, 640, 1200];

  it.each(cases.flatMap(([kind, domain]) => widths.map((width) => [kind, domain, width] as const)))(
    '%s %j on %i px: ticks within the domain, labels apart and inside',
    (kind, domain, width) => {
      const axis = horizontalAxis({
        kind,
        domain: [...domain],
        range: [40, 40 + width],
        bounds: [0, 56 + width],
      });
      const ticks = axis.ticks.filter(({ label }) => label !== '');
      const boxes = ticks.map((tick) => {
        const half = Math.max(textWidth(tick.label), textWidth(tick.secondLine ?? '')) / 2;
        return [tick.labelPosition - half, tick.labelPosition + half] as const;
      });
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(12);
      expect(axis.ticks.every(({ position: at }) => at >= 39.99 && at <= 40.01 + width)).toBe(true);
      expect(boxes.every(([left], i) => i === 0 || left >= (boxes[i - 1]?.[1] ?? 0))).toBe(true);
      expect(boxes[0]?.[0]).toBeGreaterThanOrEqual(-0.01);
      if (width > 100) expect(boxes.at(-1)?.[1]).toBeLessThanOrEqual(56.01 + width);
      let latest = '';
      const names = ticks.map(({ label, secondLine }) => `${label} ${(latest = secondLine ?? latest)}`);
      expect(new Set(names).size).toBe(ticks.length);
    },
  );
});

describe('verticalAxis', () => {
  it('ends where the data end', () => {
    const { scale, ticks } = verticalAxis([0, 0.604], [200, 20], (values) => shareLabels(values));
    expect(scale(0.604)).toBe(20);
    expect(ticks.map(({ label }) => label)).toEqual(['0%', '20%', '40%', '60%']);
  });
});
