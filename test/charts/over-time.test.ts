import { describe, expect, it } from 'vitest';
import type { PeriodMean, PeriodSeries } from '../../src/charts/data.ts';
import OverTimeFigure from '../../src/charts/figures/time/OverTimeFigure.svelte';
import { describeOverTime, overTimeTable, weightedMean } from '../../src/charts/figures/time/over-time-words.ts';
import { partialPeriods } from '../../src/charts/figures/time/partial-periods.ts';
import { overTimePicture, stretches } from '../../src/charts/figures/time/over-time.ts';
import { panelsOf } from '../../src/charts/figures/panels.ts';
import steel from './fixtures/steel.json' with { type: 'json' };
import { expectGolden, renderSvg } from './golden.ts';
import { words } from '../../src/words/words.ts';

const names = words.sides.periods;
const day = 86_400_000;
const period = (at: number, mean: number | null, std: number | null = 1): PeriodMean => ({
  start: at * day,
  end: (at + 1) * day,
  count: 96,
  mean,
  std,
});

const weekly: PeriodSeries = steel.overTime.target;
const daily: PeriodSeries = steel.overTime.targetDaily;
const holes: PeriodSeries = {
  unit: 'day',
  periods: {
    reference:
      daily.periods.reference?.map((one, i) =>
        (i > 8 && i < 14) || i === 20 || i === 22 ? { ...one, mean: null, std: null } : one,
      ) ?? [],
    current: (daily.periods.current ?? []).map((one) => ({
      ...one,
      start: one.start + 300 * day,
      end: one.end + 300 * day,
    })),
  },
};

describe('OverTimeFigure', () => {
  it.each([
    ['over-time', weekly, 640],
    ['over-time-narrow', weekly, 280],
    ['over-time-apart', holes, 640],
    ['over-time-apart-narrow', holes, 280],
  ])('%s', async (name, series, width) => {
    await expectGolden(name, renderSvg(OverTimeFigure, { series, unit: 'kWh', width, title: 'Energy used' }));
  });
});

const lastWeeks = (weekly.periods.current ?? []).slice(-6);
const step = {
  low: lastWeeks[0]?.start ?? 0,
  at: lastWeeks[1]?.start ?? 0,
  high: lastWeeks[3]?.start ?? 0,
};

it.each([
  ['over-time-since', 640],
  ['over-time-since-narrow', 280],
])('%s', async (name, width) => {
  const svg = renderSvg(OverTimeFigure, { series: weekly, step, unit: 'kWh', width, title: 'Energy used' });
  await expectGolden(name, svg);
});

const forecast: PeriodSeries['periods'] = Object.fromEntries(
  Object.entries(weekly.periods).map(([side, periods]) => [
    side,
    periods.map((one: PeriodMean) => ({ ...one, mean: one.mean === null ? null : one.mean * 0.9 + 2, std: 3 })),
  ]),
);
const second = { periods: forecast, names: { first: 'target', second: 'prediction' } };

it.each([
  ['over-time-two-series', 640],
  ['over-time-two-series-narrow', 280],
])('%s', async (name, width) => {
  await expectGolden(name, renderSvg(OverTimeFigure, { series: weekly, second, unit: 'kWh', width, title: 'Energy' }));
});

it('says, lists and reads both of two series', () => {
  const [first] = weekly.periods.reference ?? [];
  const [other] = forecast.reference ?? [];
  const said = describeOverTime(weekly, { unit: 'kWh', isShare: false, second }, names);
  expect(said).toMatch(/^Line: target\. On average .+ kWh .+ Dots: prediction\. On average .+ kWh /);
  const table = overTimeTable(weekly, { isShare: false, second }, names);
  expect(table.columns.map(({ name }) => name).slice(4)).toEqual([
    'mean: target',
    'standard deviation: target',
    'mean: prediction',
    'standard deviation: prediction',
  ]);
  expect(table.rows[0]?.slice(4)).toEqual([first?.mean, first?.std, other?.mean, 3]);
  const { stops, level } = overTimePicture(weekly, { width: 640, unit: 'kWh', isShare: false, names, second });
  expect(stops[0]?.values[0]?.text).toMatch(/^target .+ kWh \(.+ rows, few\); prediction .+ ± 3 kWh \(.+ rows, few\)$/);
  expect(level).toBeNull();
});

it('says since when', () => {
  const said = describeOverTime(weekly, { unit: 'kWh', isShare: false, step }, names);
  expect(said).toMatch(/ Another level since about .+ \(.+\)\.$/);
});

it('marks no panel that a step is not in', () => {
  const options = { width: 640, unit: '', isShare: false, names };
  const [first, second] = overTimePicture(holes, options).panels;
  expect([first, second]).not.toContain(undefined);
  const start = holes.periods.current?.[3]?.start ?? 0;
  const { steps, panels } = overTimePicture(holes, { ...options, step: { low: start, at: start, high: start } });
  expect(steps).toHaveLength(1);
  expect(steps[0]?.line).toBeGreaterThan(panels[1]?.box.x ?? Infinity);
  const between = (holes.periods.reference?.at(-1)?.end ?? 0) + day;
  const none = overTimePicture(holes, { ...options, step: { low: between, at: between, high: between } });
  expect(none.steps).toEqual([]);
});

it('over-time-dark', async () => {
  const svg = renderSvg(OverTimeFigure, { series: weekly, unit: 'kWh', title: 'Energy used' });
  await expectGolden('over-time-dark', svg, 'dark');
});

/** Weeks of which the first and the last hold three days and two. */
const cutWeeks: PeriodSeries = {
  unit: 'week',
  periods: Object.fromEntries(
    (['reference', 'current'] as const).map((side, s) => [
      side,
      [3, 7, 7, 7, 7, 7, 2].map((days, i) => ({
        ...{ start: (s * 49 + 7 * i) * day, end: (s * 49 + 7 * i + 7) * day, count: 96 * days },
        ...{ mean: days < 7 ? 20 : 50 + i, std: 8 },
      })),
    ]),
  ),
};

describe('a period that a file begins or ends in', () => {
  it.each([
    ['over-time-partial', 640],
    ['over-time-partial-narrow', 280],
  ])('is no fall: %s', async (name, width) => {
    await expectGolden(name, renderSvg(OverTimeFigure, { series: cutWeeks, unit: 'kWh', width, title: 'Energy used' }));
  });

  it('is a ring beside the line, and said', () => {
    const { traces, labels, stops } = overTimePicture(cutWeeks, { width: 640, unit: 'kWh', isShare: false, names });
    expect(traces.map(({ lines, partial }) => [lines.map((line) => line.length), partial.length])).toEqual([
      [[5], 2],
      [[5], 2],
    ]);
    // From each ring to the line, and no further.
    for (const { dashed, partial, lines } of traces) {
      expect(dashed.map(([from, to]) => [from?.x, to?.x])).toEqual([
        [partial[0]?.x, lines[0]?.[0]?.x],
        [lines[0]?.[4]?.x, partial[1]?.x],
      ]);
    }
    expect(labels.map(({ text }) => text).join()).toContain('ring, dashed: week with few rows');
    expect(stops[0]?.values[0]?.text).toBe('20 ± 8 kWh (288 rows, few)');
    expect(describeOverTime(cutWeeks, { unit: 'kWh', isShare: false }, names)).toContain(
      ' 4 weeks have fewer rows than a whole one.',
    );
  });

  it('is told by its rows in a time, so that February is whole; an inner one by half of them, where rows are steady', () => {
    const month = (start: number, days: number, count = days * 24) => ({
      ...period(start, 1),
      end: (start + days) * day,
      count,
    });
    expect(partialPeriods([month(0, 31), month(31, 28), month(59, 31), month(90, 30)])).not.toContain(true);
    expect(partialPeriods([month(0, 28), month(28, 31), month(59, 31), month(90, 31, 500)])).toEqual([
      false,
      false,
      false,
      true,
    ]);
    const steady = [96, 96, 96, 30, 96, 96, 96].map((count, i) => ({ ...period(i, 1), count }));
    expect(partialPeriods(steady).indexOf(true)).toBe(3);
    const wild = [20, 90, 30, 200, 10, 150, 60].map((count, i) => ({ ...period(i, 1), count }));
    expect(partialPeriods(wild).slice(1, -1)).not.toContain(true);
    expect(partialPeriods([period(0, 1), { ...period(1, 1), count: 3 }])).toEqual([false, false]);
  });
});

describe('since when', () => {
  const step = { at: 21 * day, low: 14 * day, high: 28 * day };

  it('is told in fewer words where there is little room', () => {
    const note = (width: number): string | undefined =>
      overTimePicture(cutWeeks, { width, unit: '', isShare: false, names, step })
        .labels.map(({ text }) => text)
        .find((text) => text.includes('line: another level'));
    expect(note(900)).toMatch(/since about Jan 22, 1970 \(Jan 15\s–\s29, 1970\)/u);
    expect(note(300)).toBe('line: another level since Jan 22, 1970');
  });

  it('is said to be unknown, and why', () => {
    const noDate = { cause: 'no-single-step', unit: 'week', periods: 12 } as const;
    expect(describeOverTime(cutWeeks, { unit: '', isShare: false, noDate }, names)).toContain(
      ' No date: the change did not come in one step.',
    );
  });
});

describe('shares of one, as percentage errors are', () => {
  const shares: PeriodSeries = {
    unit: 'day',
    periods: { current: [0.08, 0.12, 0.31].map((mean, i) => period(i, mean, 0.02)) },
  };

  it('say that they are shares where they have no deviation', () => {
    const plain = {
      ...shares,
      periods: { current: [0.08, 0.12].map((mean, i) => ({ ...period(i, mean), std: null })) },
    };
    const axis = (series: PeriodSeries): string | undefined =>
      overTimePicture(series, { width: 640, unit: '', isShare: true, names }).labels[0]?.text;
    expect([axis(plain), axis(shares)]).toEqual(['share of rows per day', 'mean per day, ± standard deviation']);
  });

  it('over-time-percent', async () => {
    await expectGolden(
      'over-time-percent',
      renderSvg(OverTimeFigure, { series: shares, isShare: true, title: 'Percentage error' }),
    );
  });

  it('are percentages on the axis, on the cursor, in the sentence and in the table', () => {
    const picture = overTimePicture(shares, { width: 640, unit: '', isShare: true, names });
    expect(picture.yTicks.map(({ label }) => label)).toContain('20%');
    expect(picture.stops[0]?.values[0]?.text).toBe('8% ± 2% (96 rows)');
    expect(describeOverTime(shares, { unit: '', isShare: true }, names)).toBe(
      'On average 17% over 3 days of the current file.',
    );
    expect(
      overTimeTable(shares, { isShare: true, second: null }, names)
        .columns.map(({ holds }) => holds)
        .slice(-2),
    ).toEqual(['share', 'share']);
  });
});

describe('stretches', () => {
  it('break at a missing mean and at a missing period', () => {
    const parts = stretches([period(0, 1), period(1, 2), period(2, null), period(3, 3), period(6, 4)]);
    expect(parts.map((part) => part.map(({ mean }) => mean))).toEqual([[1, 2], [3], [4]]);
  });
});

describe('panelsOf', () => {
  const plot = { x: 40, y: 0, width: 600, height: 100 };
  const days = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => period(from + i, 1));

  it.each([
    ['side by side', days(0, 30), days(30, 60), 1],
    ['overlapping', days(0, 30), days(20, 60), 1],
    ['far apart', days(0, 30), days(300, 330), 2],
    ['one within the other', days(0, 300), days(100, 110), 1],
  ])('%s', (_, reference, current, count) => {
    expect(panelsOf({ reference, current }, plot)).toHaveLength(count);
  });

  it('puts the earlier file first and gives a short one a quarter', () => {
    const [first, second] = panelsOf({ reference: days(900, 901), current: days(0, 300) }, plot);
    expect(first?.sides).toEqual(['current']);
    expect(second?.box.width).toBe((600 - 24) / 4);
  });

  it('has none for no periods and one for one file', () => {
    expect(panelsOf({}, plot)).toEqual([]);
    expect(panelsOf({ current: days(0, 3) }, plot)[0]?.box).toEqual(plot);
  });
});

describe('words and table', () => {
  it('weigh the means by their rows', () => {
    expect(weightedMean([{ ...period(0, 1), count: 1 }, { ...period(1, 4), count: 2 }, period(2, null)])).toBe(3);
    expect(weightedMean([])).toBeNull();
  });

  it('say what is averaged and what is missing', () => {
    const series = { unit: 'day', periods: { reference: [period(0, 2), period(1, null)], current: [period(9, 3)] } };
    expect(describeOverTime(series, { unit: 'kWh', isShare: false }, names)).toBe(
      'On average 2 kWh over 2 days of the reference and 3 kWh over 1 day of the current file. 1 day has too few values.',
    );
    expect(overTimeTable(series, { isShare: false, second: null }, names).rows[1]).toEqual([
      'reference',
      day,
      2 * day,
      96,
      null,
      1,
    ]);
    expect(describeOverTime({ unit: 'day', periods: {} }, { unit: '', isShare: false }, names)).toBe(
      'There are no values with a time.',
    );
  });

  it('draws nothing but a note without periods', () => {
    const picture = overTimePicture({ unit: 'day', periods: {} }, { width: 300, unit: '', isShare: false, names });
    expect(picture.traces).toEqual([]);
    expect(picture.labels.map(({ text }) => text)).toContain('no values');
  });
});
