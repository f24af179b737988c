import type { Box, Point } from '../../geometry.ts';
import type { Stop } from '../../stops.ts';
import type { Curve, CurvePoint, CurvesOptions } from './curve.ts';

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

/** Where the cursor rests: at each point of curves that have a spread, else evenly along the axis. */
export function curveStops(curves: readonly Curve[], { xDomain, scale, plot, options }: StopPlace): Stop[] {
  const { read, xName, bins, bandName } = options;
  if (curves.length === 0) return [];
  const points = [...new Set(curves.flatMap((curve) => curve.points.map(({ x }) => x)))].sort((a, b) => a - b);
  const even = Array.from({ length: STOPS + 1 }, (_, i) => xDomain[0] + ((xDomain[1] - xDomain[0]) * i) / STOPS);
  const places = bandName === undefined && bins === undefined ? even : points;
  return places.map((x) => ({
    area: { x: scale(x) - 0.5, y: plot.y, width: 1, height: plot.height },
    heading: bins === undefined ? `${xName} ${read.number(x)}` : (bins.names[x - 1] ?? ''),
    values: curves.map(({ side, points: own }) => {
      const y = heightAt(own, x);
      const value = y === null ? 'none' : read.number(y);
      const spread = spreadText(
        own.find((point) => point.x === x),
        options,
      );
      return { side, text: value + spread };
    }),
  }));
}

function spreadText(point: CurvePoint | undefined, { bandName, read }: CurvesOptions): string {
  if (point?.low === undefined || point.high === undefined || bandName === undefined) return '';
  return `, ${bandName} ${read.number(point.low)} to ${read.number(point.high)}`;
}
