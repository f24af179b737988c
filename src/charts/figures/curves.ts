import { extent } from 'd3-array';
import { sides, type Side, type Table } from '../data.ts';
import { openDomain, type Box, type Point } from '../geometry.ts';
import { label, type PlacedLabel } from '../labels.ts';
import { textTone } from '../palette.ts';
import type { Reading } from '../reading.ts';
import type { Stop } from '../stops.ts';
import { textWidth } from '../text.ts';
import { tickLabels } from '../tick-labels.ts';
import { horizontalAxis, verticalAxis, type Tick } from '../ticks.ts';

/** One line of a file: ROC, calibration, quantiles … Points by rising x. */
export interface Curve {
  side: Side;
  points: Point[];
}

/** What the two files are called in a figure. */
export type SideNames = Record<Side, string>;

export const plainNames: SideNames = { reference: 'reference', current: 'current' };

export interface CurvesOptions {
  width: number;
  xName: string;
  yName: string;
  names: SideNames;
  /** Draws where y equals x. */
  diagonal: boolean;
  /** Shows what lies at each point, not only the line. */
  dots: boolean;
  /** Fixed ends of an axis; what is left out follows the points. */
  domain?: { x?: [number, number]; y?: [number, number] } | undefined;
  /** Points to mark on a file's curve. */
  marks: { side: Side; x: number; y: number }[];
  read: Reading;
}

export interface CurvesPicture {
  height: number;
  plot: Box;
  xTicks: Tick[];
  yTicks: Tick[];
  lines: { side: Side; points: Point[] }[];
  diagonal: { from: Point; to: Point } | null;
  marks: (Point & { side: Side })[];
  labels: PlacedLabel[];
  stops: Stop[];
}

const spread = (curves: readonly Curve[], of: 'x' | 'y'): [number, number] => {
  const [low = 0, high = 1] = extent(curves.flatMap(({ points }) => points.map((point) => point[of]))) as number[];
  return openDomain([low, high]);
};

export function curvesPicture(curves: readonly Curve[], options: CurvesOptions): CurvesPicture {
  const { width, xName, yName, names, domain, read } = options;
  const drawn = curves.filter(({ points }) => points.length > 0);
  const height = Math.max(140, Math.min(260, Math.round(width * 0.6)));
  const plot: Box = { x: 0, y: 42, width: 0, height };
  const xDomain = domain?.x ?? spread(drawn, 'x');
  const yDomain = domain?.y ?? spread(drawn, 'y');
  const y = verticalAxis(yDomain, [plot.y + height, plot.y], (values) => tickLabels(values, read.locale));
  plot.x = Math.ceil(Math.max(24, ...y.ticks.map((tick) => textWidth(tick.label)))) + 10;
  plot.width = width - plot.x - 16;
  const x = horizontalAxis({
    ...{ kind: 'linear', domain: xDomain, locale: read.locale },
    range: [plot.x, plot.x + plot.width],
    bounds: [0, width],
  });
  const place = (point: Point): Point => ({ x: x.scale(point.x), y: y.scale(point.y) });
  const low = Math.max(xDomain[0], yDomain[0]);
  const high = Math.min(xDomain[1], yDomain[1]);
  return {
    height: plot.y + height + 48,
    plot,
    xTicks: x.ticks,
    yTicks: y.ticks,
    lines: drawn.map(({ side, points }) => ({ side, points: points.map(place) })),
    diagonal:
      options.diagonal && low < high ? { from: place({ x: low, y: low }), to: place({ x: high, y: high }) } : null,
    marks: options.marks.map(({ side, ...at }) => ({ side, ...place(at) })),
    labels: [
      label(0, 11, yName),
      ...nameLabels(
        drawn.map(({ side }) => side),
        names,
        plot,
      ),
      label(plot.x + plot.width / 2, plot.y + height + 42, xName, { anchor: 'middle' }),
      ...(drawn.length > 0
        ? []
        : [label(plot.x + plot.width / 2, plot.y + height / 2, 'no values', { anchor: 'middle' })]),
    ],
    stops: curveStops(drawn, { xDomain, scale: x.scale, plot, options }),
  };
}

function nameLabels(shown: readonly Side[], names: SideNames, plot: Box): PlacedLabel[] {
  let at = plot.x;
  return sides
    .filter((side) => shown.includes(side))
    .map((side) => {
      const name = label(at, 30, names[side], { tone: textTone[side] });
      at += textWidth(names[side]) + 18;
      return name;
    });
}

/** A curve's height at x, on the straight line between its points; null outside. */
export function heightAt(points: readonly Point[], x: number): number | null {
  const after = points.findIndex((point) => point.x >= x);
  const [a, b] = [points[after - 1], points[after]];
  if (b === undefined) return null;
  if (b.x === x || a === undefined) return b.x === x ? b.y : null;
  return a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
}

const STOPS = 20;

interface StopPlace {
  xDomain: [number, number];
  scale: (value: number) => number;
  plot: Box;
  options: CurvesOptions;
}

function curveStops(curves: readonly Curve[], { xDomain, scale, plot, options }: StopPlace): Stop[] {
  const { read, xName, names } = options;
  if (curves.length === 0) return [];
  return Array.from({ length: STOPS + 1 }, (_, i) => xDomain[0] + ((xDomain[1] - xDomain[0]) * i) / STOPS).map((x) => ({
    area: { x: scale(x) - 0.5, y: plot.y, width: 1, height: plot.height },
    heading: `${xName} ${read.number(x)}`,
    values: curves.map(({ side, points }) => {
      const y = heightAt(points, x);
      return { side, text: `${names[side]}: ${y === null ? 'none' : read.number(y)}` };
    }),
  }));
}

export function curvesTable(
  curves: readonly Curve[],
  { xName, yName, names }: Omit<CurvesOptions, 'read' | 'width'>,
): Table {
  return {
    columns: [
      { name: 'file', holds: 'text' },
      { name: xName, holds: 'number' },
      { name: yName, holds: 'number' },
    ],
    rows: curves.flatMap(({ side, points }) => points.map(({ x, y }) => [names[side], x, y])),
  };
}
