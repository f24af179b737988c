import { largest } from '../../../facts/extremes.ts';
import { extent } from 'd3-array';
import type { SidesWords } from '../../../words/en/sides.ts';
import { elementAt } from '../../../facts/element-at.ts';
import { words } from '../../../words/words.ts';
import { sides, type Side, type Table } from '../../data.ts';
import { fitHeight } from '../../fit.ts';
import { openDomain, type Box, type Point } from '../../geometry.ts';
import { label, type PlacedLabel } from '../../labels.ts';
import { textTone } from '../../palette.ts';
import { runs, type Span } from '../../paths.ts';
import { binDomain, binTicks, categoryLabels } from './curve-bins.ts';
import { curveStops } from './curve-stops.ts';
import type { Stop } from '../../stops.ts';
import { textWidth } from '../../text.ts';
import { shareLabels, tickLabels } from '../../tick-labels.ts';
import { horizontalAxis, verticalAxis, type Tick } from '../../ticks.ts';
import type { Curve, CurvesOptions } from './curve.ts';

const { columns } = words.figures;

export interface CurvesPicture {
  height: number;
  plot: Box;
  xTicks: Tick[];
  yTicks: Tick[];
  lines: { side: Side; points: Point[] }[];
  dots: { side: Side; points: Point[] }[];
  bands: { side: Side; segments: Span[][] }[];
  whiskers: { side: Side; start: Point; end: Point }[];
  diagonal: { start: Point; end: Point } | null;
  marks: (Point & { side: Side })[];
  labels: PlacedLabel[];
  stops: Stop[];
}

const spread = (values: readonly number[]): [number, number] => {
  const [low = 0, high = 1] = extent(values) as number[];
  return openDomain([low, high]);
};

const xOf = (curves: readonly Curve[]): number[] => curves.flatMap(({ points }) => points.map(({ x }) => x));
const yOf = (curves: readonly Curve[]): number[] =>
  curves.flatMap(({ points }) => points.flatMap(({ y, low = y, high = y }) => [y, low, high]));

export function curvesPicture(curves: readonly Curve[], options: CurvesOptions): CurvesPicture {
  const usualHeight = Math.max(140, Math.min(260, Math.round(options.width * 0.6)));
  return fitHeight((plotHeight) => draw(curves, options, plotHeight), usualHeight, options.height);
}

const heightLabels = ({ isShare }: CurvesOptions) => (isShare === true ? shareLabels : tickLabels);

function draw(curves: readonly Curve[], options: CurvesOptions, height: number): CurvesPicture {
  const { width, xName, yName, domain, names, bins } = options;
  const drawn = curves.filter(({ points }) => points.length > 0);
  const plot: Box = { x: 0, y: 42, width: 0, height };
  const xDomain = bins === undefined ? (domain?.x ?? spread(xOf(drawn))) : binDomain(bins);
  const yDomain = domain?.y ?? spread(yOf(drawn));
  const y = verticalAxis(yDomain, [plot.y + height, plot.y], heightLabels(options));
  plot.x =
    Math.ceil(
      largest(
        y.ticks.map((tick) => textWidth(tick.label)),
        24,
      ),
    ) + 10;
  plot.width = width - plot.x - 16;
  const x = horizontalAxis({
    ...{ kind: 'linear', domain: xDomain },
    range: [plot.x, plot.x + plot.width],
    bounds: [0, width],
  });
  const place = (point: Point): Point => ({ x: x.scale(point.x), y: y.scale(point.y) });
  const [lowest, highest] = [Math.max(xDomain[0], yDomain[0]), Math.min(xDomain[1], yDomain[1])];
  const categories = bins === undefined ? { labels: [], room: 0 } : categoryLabels(bins, x.scale, plot);
  const foot = plot.y + height + categories.room;
  return {
    height: foot + 48,
    plot,
    xTicks: bins === undefined ? x.ticks : binTicks(bins, x.scale),
    yTicks: y.ticks,
    ...shapes(drawn, { x: x.scale, y: y.scale }, bins !== undefined && bins.edges === undefined),
    diagonal:
      options.diagonal && lowest < highest
        ? { start: place({ x: lowest, y: lowest }), end: place({ x: highest, y: highest }) }
        : null,
    marks: options.marks.map(({ side, ...point }) => ({ side, ...place(point) })),
    labels: [
      label(0, 11, yName),
      ...nameLabels(
        drawn.map(({ side }) => side),
        names,
        plot,
      ),
      ...categories.labels,
      label(plot.x + plot.width / 2, foot + 42, xName, { anchor: 'middle' }),
      ...(drawn.length > 0
        ? []
        : [label(plot.x + plot.width / 2, plot.y + height / 2, words.figures.common.noValues, { anchor: 'middle' })]),
    ],
    stops: curveStops(drawn, { xDomain, scale: x.scale, plot, options }),
  };
}

interface Scales {
  x: (value: number) => number;
  y: (value: number) => number;
}

/** Categories have no way from one to the next: each has its dot and the line of its spread, one file beside the other. */
function shapes(
  drawn: readonly Curve[],
  { x, y }: Scales,
  isCategorical: boolean,
): Pick<CurvesPicture, 'lines' | 'dots' | 'bands' | 'whiskers'> {
  const shift = (side: Side): number => (!isCategorical || drawn.length < 2 ? 0 : side === 'reference' ? -4 : 4);
  const placed = drawn.map(({ side, points }) => ({
    side,
    points: points.map((point) => ({ x: x(point.x) + shift(side), y: y(point.y) })),
  }));
  const spans = drawn.map(({ side, points }) => ({
    side,
    segments: runs(points, ({ low, high }) => low !== undefined && high !== undefined).map((run) =>
      run.map(({ x: pointX, y: middle, low = middle, high = middle }) => ({
        ...{ x: x(pointX) + shift(side), low: y(low), high: y(high) },
      })),
    ),
  }));
  const whiskers = spans.flatMap(({ side, segments }) =>
    segments.flat().map((span) => ({ side, start: { x: span.x, y: span.low }, end: { x: span.x, y: span.high } })),
  );
  return {
    lines: isCategorical ? [] : placed,
    dots: placed,
    bands: isCategorical ? [] : spans.filter(({ segments }) => segments.length > 0),
    whiskers: isCategorical ? whiskers : [],
  };
}

function nameLabels(shown: readonly Side[], names: SidesWords, plot: Box): PlacedLabel[] {
  let left = plot.x;
  return sides
    .filter((side) => shown.includes(side))
    .map((side) => {
      const { name } = names[side];
      const placed = label(left, 30, name, { tone: textTone[side] });
      left += textWidth(name) + 18;
      return placed;
    });
}

export function curvesTable(
  curves: readonly Curve[],
  { xName, yName, bandName, bins, isShare }: Pick<CurvesOptions, 'xName' | 'yName' | 'bandName' | 'bins' | 'isShare'>,
  names: SidesWords,
): Table {
  const ends = bandName === undefined ? [] : [columns.bandFrom(bandName), columns.bandTo(bandName)];
  return {
    columns: [
      { name: columns.file, holds: 'text' },
      { name: xName, holds: bins === undefined ? 'number' : 'text' },
      ...[yName, ...ends].map((name) => ({ name, holds: isShare === true ? ('share' as const) : ('number' as const) })),
    ],
    rows: curves.flatMap(({ side, points }) =>
      points.map(({ x, y, low = null, high = null }) => [
        names[side].name,
        bins === undefined ? x : elementAt(bins.names, x - 1),
        y,
        ...(ends.length === 0 ? [] : [low, high]),
      ]),
    ),
  };
}
