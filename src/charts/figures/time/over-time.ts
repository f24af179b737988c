import { largest } from '../../../facts/extremes.ts';
import { extent, pairs } from 'd3-array';
import { mapSides } from '../../../facts/document/sides.ts';
import { elementAt } from '../../../facts/element-at.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import {
  sides,
  type PeriodMean,
  type PeriodSeries,
  type SecondSeries,
  type Side,
  type StepMoment,
} from '../../data.ts';
import { fitHeight } from '../../fit.ts';
import { openDomain, type Box, type Point } from '../../geometry.ts';
import { label, type PlacedLabel } from '../../labels.ts';
import { textTone } from '../../palette.ts';
import type { Span } from '../../paths.ts';
import type { Stop } from '../../stops.ts';
import { textWidth } from '../../text.ts';
import { shareLabels, tickLabels } from '../../tick-labels.ts';
import { horizontalAxis, verticalAxis, type Axis, type Tick } from '../../ticks.ts';
import { middleOf, weightedMean } from './over-time-words.ts';
import { panelsOf, type Panel } from '../panels.ts';
import { partialPeriods } from './partial-periods.ts';
import { periodStops } from './period-stops.ts';
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
  /** The second series. */
  dotted: Point[][];
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
  /** Drawn beside the first, without its spread; there is no level then. */
  second?: SecondSeries | null | undefined;
}

export function overTimePicture(series: PeriodSeries, options: OverTimeOptions): OverTimePicture {
  const usualHeight = options.width < 420 ? 140 : 184;
  return fitHeight((plotHeight) => draw(series, options, plotHeight), usualHeight, options.height);
}

const labelsWidth = (ticks: readonly Tick[]): number =>
  Math.ceil(
    largest(
      ticks.map((tick) => textWidth(tick.label)),
      24,
    ),
  ) + 10;

/** Beside a second series the spread would leave no room for what tells them apart. */
const withoutSpread = ({ unit, periods }: PeriodSeries): PeriodSeries => ({
  unit,
  periods: mapSides(periods, (periodsOfSide) => periodsOfSide.map((period) => ({ ...period, std: null }))),
});

function draw(given: PeriodSeries, options: OverTimeOptions, height: number): OverTimePicture {
  const { width, names, second = null } = options;
  const series = second === null ? given : withoutSpread(given);
  const amount = { unit: options.unit, isShare: options.isShare };
  const plot: Box = { x: 0, y: 46, width: 0, height };
  const y = verticalAxis(spread(series, second), [plot.y + height, plot.y], options.isShare ? shareLabels : tickLabels);
  plot.x = labelsWidth(y.ticks);
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
    panelSides.map((side) =>
      trace(side, { first: series.periods[side] ?? [], second: second?.periods[side] ?? [] }, elementAt(axes, i), y),
    ),
  );
  const reference = second === null ? levelOf(series) : null;
  const level = reference === null ? null : { y: y.scale(reference) };
  const steps = stepMarks(
    options.step ?? null,
    panels,
    axes.map(({ scale }) => scale),
  );
  const notes = noteLines(width - plot.x, [
    ...(second === null ? [] : [texts.lines(second.names)]),
    ...(reference === null ? [] : [texts.level({ mean: reference, ...amount }, names)]),
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
      ...(panels.length === 0 ? [noValues(plot)] : []),
    ],
    stops: panels.flatMap(({ sides: panelSides, box }, i) =>
      periodStops(given, panelSides, { box, scale: elementAt(axes, i).scale, second, ...amount }),
    ),
  };
}

const noValues = ({ x, y, width, height }: Box): PlacedLabel =>
  label(x + width / 2, y + height / 2, words.figures.common.noValues, { anchor: 'middle' });

/** The mean of the reference, where there is a current file to hold against it. */
const levelOf = ({ periods }: PeriodSeries): number | null =>
  periods.current?.length ? weightedMean(periods.reference ?? []) : null;

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
function spread({ periods }: PeriodSeries, second: SecondSeries | null): [number, number] {
  const bands = sides
    .flatMap((side) => periods[side] ?? [])
    .flatMap(({ mean, std }) => (mean === null ? [] : [mean - (std ?? 0), mean + (std ?? 0)]));
  const lines = sides.flatMap((side) => second?.periods[side] ?? []).flatMap(({ mean }) => mean ?? []);
  const edges = [...bands, ...lines];
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

function trace(
  side: Side,
  { first: periods, second }: { first: PeriodMean[]; second: PeriodMean[] },
  x: Axis,
  y: Axis,
): Trace {
  const place = (period: PeriodMean) => {
    const mean = period.mean ?? 0;
    const std = period.std ?? 0;
    const middleX = x.scale(middleOf(period));
    return { x: middleX, y: y.scale(mean), low: y.scale(mean - std), high: y.scale(mean + std) };
  };
  const isPartial = partialPeriods(periods);
  const few = new Set(periods.filter((_, i) => isPartial[i]));
  const parts = stretches(periods.map((period) => (few.has(period) ? { ...period, mean: null } : period))).map((part) =>
    part.map(place),
  );
  const long = parts.filter((part) => part.length > 1);
  return {
    ...{ side, lines: long, bands: long.filter((part) => part.some(({ low, high }) => low !== high)) },
    single: parts.filter((part) => part.length === 1).flat(),
    partial: periods.filter((period) => few.has(period) && period.mean !== null).map(place),
    dashed: stretches(periods)
      .flatMap((part) => pairs(part))
      .filter((pair) => pair.some((period) => few.has(period)))
      .map((pair) => pair.map(place)),
    dotted: stretches(second).map((part) => part.map(place)),
  };
}
