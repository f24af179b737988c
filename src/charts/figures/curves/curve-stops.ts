import { elementAt } from '../../../facts/element-at.ts';
import { number, share } from '../../../words/format.ts';
import { words } from '../../../words/words.ts';
import type { Box, Point } from '../../geometry.ts';
import type { Stop } from '../../stops.ts';
import type { Curve, CurvePoint, CurvesOptions } from './curve.ts';

const { curves: texts } = words.figures;

/** A curve's height at x, on the straight line between its points; null outside. */
export function heightAt(points: readonly Point[], x: number): number | null {
  const following = points.findIndex((point) => point.x >= x);
  const [a, b] = [points[following - 1], points[following]];
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
  const { xName, bins, bandName, isShare } = options;
  if (curves.length === 0) return [];
  const points = [...new Set(curves.flatMap((curve) => curve.points.map(({ x }) => x)))].sort((a, b) => a - b);
  const even = Array.from({ length: STOPS + 1 }, (_, i) => xDomain[0] + ((xDomain[1] - xDomain[0]) * i) / STOPS);
  const places = bandName === undefined && bins === undefined ? even : points;
  return places.map((x) => ({
    area: { x: scale(x) - 0.5, y: plot.y, width: 1, height: plot.height },
    heading: bins === undefined ? texts.place(xName, x) : elementAt(bins.names, x - 1),
    values: curves.map(({ side, points }) => ({ side, text: valueText(points, x, { band: bandName, isShare }) })),
  }));
}

interface ValueForm {
  band: string | undefined;
  isShare: boolean | undefined;
}

function valueText(points: readonly CurvePoint[], x: number, { band, isShare }: ValueForm): string {
  const plain = isShare === true ? share : number;
  const y = heightAt(points, x);
  if (y === null) return texts.none;
  const { low, high } = points.find((point) => point.x === x) ?? {};
  return low === undefined || high === undefined || band === undefined
    ? plain(y)
    : texts.withBand(plain(y), { band, low: plain(low), high: plain(high) });
}
