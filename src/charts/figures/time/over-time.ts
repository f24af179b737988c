import type { RowsAt } from '../../../facts/slice.ts';
import { largest } from '../../../facts/extremes.ts';
import { extent, pairs } from 'd3-array';
import { elementAt } from '../../../facts/element-at.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import { sides, type PeriodMean, type PeriodSeries, type Side, type StepMoment } from '../../data.ts';
import { fitHeight } from '../../fit.ts';
import { openDomain, type Box, type Point } from '../../geometry.ts';
import { label, type PlacedLabel } from '../../labels.ts';
import { textTone } from '../../palette.ts';
import type { Span } from '../../paths.ts';
import type { Stop } from '../../stops.ts';
import { textWidth } from '../../text.ts';
import { shareLabels, tickLabels } from '../../tick-labels.ts';
import { horizontalAxis, verticalAxis, type Axis, type Tick } from '../../ticks.ts';
import { periodText, weightedMean } from './over-time-words.ts';
import { panelsOf, type Panel } from '../panels.ts';
import { partialPeriods } from './partial-periods.ts';
import { stepMarks, type StepMark } from './step-marks.ts';

const { overTime: texts } = words.figures;

interface Trace {
  side: Side;
  lines: Point[][];
  bands: Span[][];
  /** Periods without a neighbour, which no line can show. */
  single: Point[];
  /** Periods with too few rows to stand for a whole one. */
  partial: Point[];
  /** From these to their neighbours. */
  dashed: Point[][];
}

export interface OverTimePicture {
  height: number;
  plot: Box;
  yTicks: Tick[];
  panels: { box: Box; ticks: Tick[] }[];
  /** The break between two panels. */
  breaks: Box[];
  traces: Trace[];
  /** The level of the reference, drawn on through the current file: the plumb line. */
  level: { y: number } | null;
  /** Since when the level is another. */
  steps: StepMark[];
  labels: PlacedLabel[];
  stops: Stop[];
}

export interface OverTimeOptions {
  width: number;
  height?: number | undefined;
  unit: string;
  /** Values are shares of one, written as percentages. */
  isShare: boolean;
  names: SidesWords;
  step?: StepMoment | null | undefined;
}

export function overTimePicture(series: PeriodSeries, options: OverTimeOptions): OverTimePicture {
  const usualHeight = options.width < 420 ? 140 : 184;
  return fitHeight((plotHeight) => draw(series, options, plotHeight), usualHeight, options.height);
}

function draw(series: PeriodSeries, options: OverTimeOptions, height: number): OverTimePicture {
  const { width, names } = options;
  const amount = { unit: options.unit, isShare: options.isShare };
  const plot: Box = { x: 0, y: 46, width: 0, height };
  const y = verticalAxis(spread(series), [plot.y + height, plot.y], options.isShare ? shareLabels : tickLabels);
  plot.x =
    Math.ceil(
      largest(
        y.ticks.map((tick) => textWidth(tick.label)),
        24,
      ),
    ) + 10;
  plot.width = width - plot.x - 16;
  const panels = panelsOf(series.periods, plot);
  const axes = panels.map(({ domain, box }, i) =>
    horizontalAxis({
      kind: 'time',
      domain: openDomain(domain, 'time'),
      range: [box.x, box.x + box.width],
      bounds: [i === 0 ? 0 : box.x - 6, i === panels.length - 1 ? width : box.x + box.width + 6],
    }),
  );
  const traces = panels.flatMap(({ sides: panelSides }, i) =>
    panelSides.map((side) => trace(side, series.periods[side] ?? [], elementAt(axes, i), y)),
  );
  const reference = weightedMean(series.periods.reference ?? []);
  const level = reference === null || !series.periods.current?.length ? null : { y: y.scale(reference) };
  const steps = stepMarks(
    options.step ?? null,
    panels,
    axes.map(({ scale }) => scale),
  );
  const notes = noteLines(width - plot.x, [
    ...(level === null ? [] : [texts.level({ mean: reference ?? 0, ...amount }, names)]),
    ...stepNote(steps, options, width - plot.x),
    ...(traces.some(({ partial }) => partial.length > 0) ? [texts.partial(series.unit)] : []),
  ]);
  return {
    height: plot.y + height + 40 + (notes.length === 0 ? 0 : 4 + 16 * notes.length),
    plot,
    yTicks: y.ticks,
    panels: panels.map(({ box }, i) => ({ box, ticks: elementAt(axes, i).ticks })),
    breaks: panels.slice(1).map(({ box }) => ({ x: box.x - 24, y: plot.y, width: 24, height })),
    traces,
    level,
    steps,
    labels: [
      label(0, 11, texts.axis({ period: series.unit, ...amount, spreads: hasSpread(series) })),
      ...nameLabels(panels, names),
      ...notes.map((note, i) => label(plot.x, plot.y + height + 54 + 16 * i, note)),
      ...(panels.length === 0
        ? [label(plot.x + plot.width / 2, plot.y + height / 2, words.figures.common.noValues, { anchor: 'middle' })]
        : []),
    ],
    stops: panels.flatMap(({ sides: panelSides, box }, i) =>
      stops(series, panelSides, { box, scale: elementAt(axes, i).scale, ...amount }),
    ),
  };
}

const hasSpread = ({ periods }: PeriodSeries): boolean =>
  sides.some((side) => periods[side]?.some(({ std }) => std !== null));

/** What the line of a step says, in as many words as there is room for. */
function stepNote(steps: readonly StepMark[], { step }: OverTimeOptions, room: number): string[] {
  if (!step || steps.length === 0) return [];
  const note = texts.step(step);
  return [textWidth(note) > room ? texts.shortStep(step) : note];
}

/** Notes below the axis: on one line where they have room there. */
function noteLines(room: number, notes: readonly string[]): string[] {
  const joined = notes.join(' · ');
  return notes.length < 2 || textWidth(joined) > room ? [...notes] : [joined];
}

/** From the lowest to the highest edge of the bands, with some air. */
function spread({ periods }: PeriodSeries): [number, number] {
  const edges = sides
    .flatMap((side) => periods[side] ?? [])
    .flatMap(({ mean, std }) => (mean === null ? [] : [mean - (std ?? 0), mean + (std ?? 0)]));
  const [low = 0, high = 1] = extent(edges) as [number?, number?];
  const air = (high - low) * 0.05;
  return openDomain([low - air, high + air]);
}

/** Each file's name over the start of its panel; side by side where they share one. */
function nameLabels(panels: Panel[], names: SidesWords): PlacedLabel[] {
  return panels.flatMap(({ box, sides: panelSides }) => {
    let x = box.x;
    return panelSides.map((side) => {
      const { name } = names[side];
      const placed = label(x, 32, name, { tone: textTone[side] });
      x += textWidth(name) + 18;
      return placed;
    });
  });
}

/** Neighbouring periods that both have a mean; a missing period breaks the line. */
export function stretches(periods: PeriodMean[]): PeriodMean[][] {
  const found: PeriodMean[][] = [];
  let previous: PeriodMean | undefined;
  for (const period of periods) {
    if (period.mean === null) previous = undefined;
    else {
      const follows = previous !== undefined && period.start - previous.end < (period.end - period.start) / 2;
      if (follows) found.at(-1)?.push(period);
      else found.push([period]);
      previous = period;
    }
  }
  return found;
}

const middle = ({ start, end }: PeriodMean) => (start + end) / 2;

function trace(side: Side, periods: PeriodMean[], x: Axis, y: Axis): Trace {
  const place = (period: PeriodMean) => {
    const mean = period.mean ?? 0;
    const std = period.std ?? 0;
    const middleX = x.scale(middle(period));
    return { x: middleX, y: y.scale(mean), low: y.scale(mean - std), high: y.scale(mean + std) };
  };
  const isPartial = partialPeriods(periods);
  const few = new Set(periods.filter((_, i) => isPartial[i]));
  const parts = stretches(periods.map((period) => (few.has(period) ? { ...period, mean: null } : period))).map((part) =>
    part.map(place),
  );
  const long = parts.filter((part) => part.length > 1);
  return {
    ...{ side, lines: long, bands: long },
    single: parts.filter((part) => part.length === 1).flat(),
    partial: periods.filter((period) => few.has(period) && period.mean !== null).map(place),
    dashed: stretches(periods)
      .flatMap((part) => pairs(part))
      .filter((pair) => pair.some((period) => few.has(period)))
      .map((pair) => pair.map(place)),
  };
}

const rowsIn = ({ start, end }: PeriodMean): RowsAt => ({
  axis: 'time',
  cells: { test: 'range', from: start, to: end, as: 'time' },
});

interface StopPlace {
  box: Box;
  scale: (value: number) => number;
  unit: string;
  isShare: boolean;
}

function stops(
  { periods }: PeriodSeries,
  panelSides: readonly Side[],
  { box, scale, unit, isShare }: StopPlace,
): Stop[] {
  const starts = new Map<number, { side: Side; period: PeriodMean; partial: boolean }[]>();
  for (const side of panelSides) {
    const isPartial = partialPeriods(periods[side] ?? []);
    for (const [i, period] of (periods[side] ?? []).entries()) {
      const moment = middle(period);
      starts.set(moment, [...(starts.get(moment) ?? []), { side, period, partial: isPartial[i] ?? false }]);
    }
  }
  return [...starts]
    .sort(([a], [b]) => a - b)
    .map(([moment, found]) => ({
      area: { x: scale(moment) - 0.5, y: box.y, width: 1, height: box.height },
      heading: found[0] === undefined ? '' : periodText(found[0].period),
      ...(found[0] && { rows: rowsIn(found[0].period) }),
      values: found.map(({ side, period: { mean, std, count }, partial }) => ({
        side,
        text:
          mean === null
            ? texts.noMean(count)
            : texts.mean({ mean, deviation: std, rows: count, unit, isShare, partial }),
      })),
    }));
}
