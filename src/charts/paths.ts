import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import type { Box, Point } from './geometry.ts';

/** A bin of a histogram in pixels. */
export interface Step {
  x0: number;
  x1: number;
  y: number;
}

/** A low and a high at one place, in pixels. */
export interface Span {
  x: number;
  low: number;
  high: number;
}

const digits = 2;
const corners = (steps: Step[]): Point[] =>
  steps.flatMap(({ x0, x1, y }) => [
    { x: x0, y },
    { x: x1, y },
  ]);

const draw = (points: Point[], curve = curveLinear) =>
  line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .digits(digits)
    .curve(curve)(points) ?? '';

/** The outline of a histogram from the base up, along the bins, and down again; empty stretches carry no line. */
export function stepOutline(steps: Step[], base: number): string {
  return runs(steps, ({ y }) => y < base)
    .map((run) => [{ x: run[0]?.x0 ?? 0, y: base }, ...corners(run), { x: run.at(-1)?.x1 ?? 0, y: base }])
    .map((points) => draw(points))
    .join('');
}

export function stepArea(steps: Step[], base: number): string {
  const shape = area<Point>(
    ({ x }) => x,
    base,
    ({ y }) => y,
  ).digits(digits);
  return runs(steps, ({ y }) => y < base)
    .map((run) => shape(corners(run)) ?? '')
    .join('');
}

export function linePath(segments: Point[][], steps: boolean): string {
  return segments.map((points) => draw(points, steps ? curveStepAfter : curveLinear)).join('');
}

export function bandPath(segments: Span[][]): string {
  const shape = area<Span>(
    ({ x }) => x,
    ({ low }) => low,
    ({ high }) => high,
  ).digits(digits);
  return segments.map((spans) => shape(spans) ?? '').join('');
}

/** Many rectangles as one path. */
export const boxPath = (boxes: Box[]) =>
  boxes.map(({ x, y, width, height }) => `M${x},${y}h${width}v${height}h${-width}z`).join('');

/** The stretches of neighbours that pass a test, in order. */
export function runs<T>(items: T[], passes: (item: T) => boolean): T[][] {
  const found: T[][] = [];
  let open = false;
  for (const item of items) {
    if (!passes(item)) open = false;
    else if (open) found.at(-1)?.push(item);
    else {
      found.push([item]);
      open = true;
    }
  }
  return found;
}
