import { share } from '../../../words/format.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import type { CumulativeCurves, ScaleKind, Side } from '../../data.ts';
import { sides } from '../../data.ts';
import { fitHeight } from '../../fit.ts';
import { contains, openDomain, overlaps, type Box, type Point } from '../../geometry.ts';
import { keyEntries, type KeyEntry } from '../../key.ts';
import { label, labelBox, type PlacedLabel } from '../../labels.ts';
import { textTone } from '../../palette.ts';
import type { Stop } from '../../stops.ts';
import { textWidth } from '../../text.ts';
import { tickLabels } from '../../tick-labels.ts';
import { horizontalAxis, verticalAxis, type Tick } from '../../ticks.ts';
import { gapText, upToText, type ValueScale } from './cumulative-words.ts';

export interface CumulativePicture {
  height: number;
  plot: Box;
  xTicks: Tick[];
  yTicks: Tick[];
  curves: { side: Side; points: Point[] }[];
  /** From the top of the plot to its foot, through the largest gap; null where the curves agree everywhere. */
  gap: { x: number; start: number; end: number } | null;
  labels: PlacedLabel[];
  key: KeyEntry[];
  stops: Stop[];
}

export interface CumulativeOptions extends ValueScale {
  width: number;
  height?: number | undefined;
  names: SidesWords;
}

export function cumulativePicture(data: CumulativeCurves, options: CumulativeOptions): CumulativePicture {
  return fitHeight(
    (plotHeight) => {
      const picture = draw(data, options, { top: 42, plotHeight });
      return picture.key.length === 0 ? picture : draw(data, options, { top: 60, plotHeight });
    },
    options.width < 420 ? 140 : 184,
    options.height,
  );
}

interface Room {
  top: number;
  plotHeight: number;
}

function draw(data: CumulativeCurves, options: CumulativeOptions, { top, plotHeight }: Room): CumulativePicture {
  const { width, names } = options;
  const kind = scaleOf(data, options.scale);
  const plot: Box = { x: 42, y: top, width: width - 42 - 16, height: plotHeight };
  const y = verticalAxis([0, 1], [plot.y + plot.height, plot.y], tickLabels);
  const x = horizontalAxis({
    kind,
    domain: openDomain([data.x[0] ?? 0, data.x.at(-1) ?? 1], kind),
    range: [plot.x, plot.x + plot.width],
    bounds: [0, width],
  });
  const curves = sides.map((side) => ({ side, points: curve(data, side, x.scale, y.scale) }));
  const upper = data.gap.reference > data.gap.current ? 'reference' : 'current';
  const direct = nameCurves(curves, upper, plot, names);
  const foot = plot.y + plot.height + (x.ticks.some((tick) => tick.secondLine) ? 48 : 33);
  const unit = kind === 'time' ? '' : options.unit;
  const gapX = x.scale(data.gap.x);
  const text = gapText(data, options);
  return {
    height: unit === '' ? foot - 10 : foot + 7,
    plot,
    xTicks: x.ticks,
    yTicks: y.ticks,
    curves,
    gap: text === null ? null : { x: gapX, start: y.scale(data.gap.reference), end: y.scale(data.gap.current) },
    labels: [
      label(0, 11, words.figures.cumulative.axis),
      label(plot.x + plot.width, foot, unit, { anchor: 'end' }),
      gapLabel(text ?? '', gapX, { width, y: top - 11 }),
      ...(direct ?? []),
    ].filter((placed) => placed.text !== ''),
    key: direct === null ? keyEntries(sides, names, plot.x, 30) : [],
    stops: stops(data, plot, x.scale, options),
  };
}

const scaleOf = ({ x: [first = 0] }: CumulativeCurves, scale: ScaleKind) =>
  scale === 'log' && !(first > 0) ? 'linear' : scale;

function curve(data: CumulativeCurves, side: Side, x: (v: number) => number, y: (v: number) => number): Point[] {
  const first = data.x[0];
  if (first === undefined) return [];
  return [{ x: x(first), y: y(0) }, ...data.x.map((value, i) => ({ x: x(value), y: y(data[side][i] ?? 0) }))];
}

function gapLabel(text: string, position: number, { width, y }: { width: number; y: number }): PlacedLabel {
  const halfWidth = textWidth(text) / 2;
  return label(Math.max(halfWidth, Math.min(width - halfWidth, position)), y, text, { anchor: 'middle', tone: 'ink' });
}

/**
 * The name of the upper curve left above it, that of the lower one right below, where rising curves leave room; tried
 * where the two are furthest apart first, and nowhere that they have changed places. Null where no place is free.
 */
function nameCurves(
  curves: CumulativePicture['curves'],
  upper: Side,
  plot: Box,
  names: SidesWords,
): PlacedLabel[] | null {
  const placed: PlacedLabel[] = [];
  for (const named of curves) {
    const opposite = curves.find((candidate) => candidate !== named)?.points ?? [];
    const spot = named.points
      .map((point, i) => ({ point, above: (opposite[i]?.y ?? point.y) - point.y }))
      .filter(({ above: lead }) => Math.abs(lead) > 5 && lead > 0 === (named.side === upper))
      .sort((a, b) => Math.abs(b.above) - Math.abs(a.above))
      .map(({ point }) => ({
        ...(named.side === upper ? spotAbove(point, names[named.side].name) : spotBelow(point, names[named.side].name)),
        tone: textTone[named.side],
      }))
      .find((candidate) => {
        const box = labelBox(candidate);
        const clear = curves.every(({ points }) => !crosses(points, box));
        return clear && contains(plot, box) && !placed.some((earlier) => overlaps(labelBox(earlier), box));
      });
    if (spot === undefined) return null;
    placed.push(spot);
  }
  return placed;
}

const spotAbove = ({ x, y }: Point, name: string) => label(x - 6, y - 6, name, { anchor: 'end' });
const spotBelow = ({ x, y }: Point, name: string) => label(x + 7, y + 14, name);

/** Whether a curve of steps runs through a box. */
function crosses(points: Point[], box: Box): boolean {
  return points.some((point, i) => {
    const next = points[i + 1] ?? point;
    const low = Math.min(point.y, next.y);
    const span = { x: point.x, y: low, width: next.x - point.x + 0.5, height: Math.abs(next.y - point.y) + 0.5 };
    const step = { ...span, y: point.y, height: 0.5 };
    const riser = { ...span, x: next.x, width: 0.5 };
    return overlaps(step, box) || overlaps(riser, box);
  });
}

/** At most about 200 places, the largest gap and the last value among them. */
function stops(data: CumulativeCurves, plot: Box, x: (v: number) => number, options: CumulativeOptions): Stop[] {
  const interval = Math.max(1, Math.ceil(data.x.length / 200));
  return data.x
    .map((value, i) => ({ value, i }))
    .filter(({ value, i }) => i % interval === 0 || value === data.gap.x || i === data.x.length - 1)
    .map(({ value, i }) => ({
      area: { x: x(value) - 0.5, y: plot.y, width: 1, height: plot.height },
      heading: upToText(value, options),
      values: sides.map((side) => ({ side, text: share(data[side][i] ?? 0) })),
    }));
}
