import type { RowsAt } from '../../../facts/slice.ts';
import { largest, smallest } from '../../../facts/extremes.ts';
import { max } from 'd3-array';
import { elementAt } from '../../../facts/element-at.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import { filledSides, sides, type NumericBins, type PerSide, type ScaleKind, type Side } from '../../data.ts';
import { fitHeight } from '../../fit.ts';
import { openDomain, type Box } from '../../geometry.ts';
import { label, type PlacedLabel } from '../../labels.ts';
import type { Tone } from '../../palette.ts';
import type { Step } from '../../paths.ts';
import type { Stop } from '../../stops.ts';
import { nameText, textWidth, wrap } from '../../text.ts';
import { shareLabels, tickLabels } from '../../tick-labels.ts';
import { horizontalAxis, verticalAxis, type Tick } from '../../ticks.ts';
import { sideLabels } from '../side-labels.ts';
import { keyEntries, type KeyEntry } from '../../key.ts';
import { beyondText, binCounts, binText, endsOf, outsideNotes, shareValues } from './distribution-words.ts';
import { partValues } from '../score-parts.ts';

const { distribution: texts } = words.figures;

export interface Outline {
  side: Side;
  steps: Step[];
}

export interface DistributionPicture {
  height: number;
  plot: Box;
  xTicks: Tick[];
  yTicks: Tick[];
  outlines: Outline[];
  labels: PlacedLabel[];
  /** Names of the files, where the curves leave no place for them. */
  key: KeyEntry[];
  stops: Stop[];
}

export interface DistributionOptions {
  width: number;
  height?: number | undefined;
  unit: string;
  names: SidesWords;
}

/** How a bin is drawn: its share of the file's values, per unit of the axis where bins differ much in width. */
export interface BinMeasure {
  caption: string;
  heights: (side: Side) => number[];
  labels: (values: number[]) => string[];
}

/** A log axis only for positive edges, whatever the data claims. */
export const scaleOf = ({ scale, edges }: NumericBins): ScaleKind =>
  scale === 'log' && !((edges[0] ?? 0) > 0) ? 'linear' : scale;

export function binMeasure(bins: NumericBins, unit: string): BinMeasure {
  const log = scaleOf(bins) === 'log';
  const edges = log ? bins.edges.map(Math.log10) : bins.edges;
  const widths = edges.slice(1).map((edge, i) => edge - elementAt(edges, i));
  const shares = (side: Side) => (bins.counts[side] ?? []).map((count) => count / (bins.total[side] ?? 1));
  const uneven = largest(widths) > 1.5 * smallest(widths);
  if (!uneven) {
    return { caption: texts.axis, heights: shares, labels: shareLabels };
  }
  return {
    caption: log ? texts.decadeAxis : texts.unevenAxis(unit),
    heights: (side) => shares(side).map((share, i) => share / elementAt(widths, i)),
    labels: tickLabels,
  };
}

/** Both histograms over the same bins and axes. */
export function distributionPicture(bins: NumericBins, options: DistributionOptions): DistributionPicture {
  const usualHeight = options.width < 420 ? 132 : 176;
  return fitHeight((plotHeight) => draw(bins, options, plotHeight), usualHeight, options.height);
}

function draw(bins: NumericBins, options: DistributionOptions, plotHeight: number): DistributionPicture {
  const { width, unit, names } = options;
  const measure = binMeasure(bins, unit);
  const shown = filledSides(bins.total);
  const heights = shown.map((side) => measure.heights(side));
  const highest = max(heights.flat()) || 1;
  const plot: Box = { x: 0, y: 40, width: 0, height: plotHeight };
  const y = verticalAxis([0, highest], [plot.y + plotHeight, plot.y], measure.labels);
  plot.x = Math.ceil(largest(y.ticks.map((tick) => textWidth(tick.label)))) + 10;
  plot.width = width - plot.x - 16;

  const x = horizontalAxis({
    kind: scaleOf(bins),
    domain: domainOf(bins),
    range: [plot.x, plot.x + plot.width],
    bounds: [0, width],
  });
  const outlines = shown.map((side, s) => ({ side, steps: steps(bins.edges, heights[s] ?? [], x.scale, y.scale) }));
  const footer = footLines(
    bins,
    x.ticks.some((tick) => tick.secondLine),
    plot,
    options,
  );
  const direct = sideLabels(outlines, plot, names);
  return {
    height: footer.height,
    plot,
    xTicks: x.ticks,
    yTicks: y.ticks,
    outlines,
    labels: [
      label(0, 11, measure.caption),
      ...(direct ?? []),
      ...(shown.length === 0 ? [nothing(plot)] : []),
      ...footer.labels,
    ],
    key: direct === null ? keyEntries(shown, names, plot.x, 30) : [],
    stops: shown.length === 0 ? [] : binStops(bins, plot, x.scale, unit),
  };
}

/** From the first edge to the last; a single bin stands in the middle third. */
function domainOf(bins: NumericBins): [number, number] {
  const { edges } = bins;
  const domain = openDomain([edges[0] ?? 0, edges.at(-1) ?? 1], scaleOf(bins));
  if (edges.length !== 2 || edges[0] === edges[1] || scaleOf(bins) === 'log') return domain;
  const width = domain[1] - domain[0];
  return [domain[0] - width, domain[1] + width];
}

export const nothing = (plot: Box) =>
  label(plot.x + plot.width / 2, plot.y + plot.height / 2, words.figures.common.noValues, { anchor: 'middle' });

function steps(edges: number[], heights: number[], x: (v: number) => number, y: (v: number) => number): Step[] {
  if (edges.length === 2 && edges[0] === edges[1]) {
    const middle = x(elementAt(edges, 0));
    return [{ x0: middle - 24, x1: middle + 24, y: y(heights[0] ?? 0) }];
  }
  return heights.map((height, i) => ({ x0: x(elementAt(edges, i)), x1: x(elementAt(edges, i + 1)), y: y(height) }));
}

interface FootRow {
  start?: PlacedLabel;
  end?: PlacedLabel;
}

/** What stands below the axis: the unit, the values that lie outside the picture, and a file without any. */
function footLines(bins: NumericBins, hasSecondLine: boolean, plot: Box, { width, unit, names }: DistributionOptions) {
  const right = plot.x + plot.width;
  const rows: FootRow[] = [];
  const put = (text: string, end: boolean, tone: Tone, ownRow = false) => {
    const line = label(end ? right : plot.x, 0, text, { anchor: end ? 'end' : 'start', tone });
    const fits = ({ start, end: opposite }: FootRow) =>
      (end ? opposite : start) === undefined && taken(end ? start : opposite) + 24 + taken(line) <= plot.width;
    let row = ownRow ? undefined : rows.find(fits);
    if (row === undefined) rows.push((row = {}));
    row[end ? 'end' : 'start'] = line;
  };
  if (unit !== '' && bins.scale !== 'time') put(nameText(unit), true, 'ink-2');
  for (const { text, tone, isEnd } of outsideNotes(bins, unit, names)) {
    const lines = wrap(text, Math.min(right, width - plot.x));
    for (const line of lines) put(line, isEnd && lines.length === 1, tone, lines.length > 1);
  }
  const first = plot.y + plot.height + (hasSecondLine ? 48 : 33);
  return {
    labels: rows.flatMap(({ start, end }, i) =>
      [start, end].flatMap((line) => (line === undefined ? [] : [{ ...line, y: first + 17 * i }])),
    ),
    height: first - 10 + 17 * rows.length,
  };
}

const taken = (line: PlacedLabel | undefined) => (line === undefined ? 0 : textWidth(line.text));

type Limits = Pick<RowsAt['cells'] & { test: 'range' }, 'from' | 'to' | 'withTo' | 'withoutFrom'>;

const rowsBetween = ({ scale }: NumericBins, limits: Limits): RowsAt => ({
  axis: 'column',
  cells: { test: 'range', ...limits, as: scale === 'time' ? 'time' : 'number' },
});

function binStops(bins: NumericBins, plot: Box, x: (value: number) => number, unit: string): Stop[] {
  const values = (counts: PerSide<number>, part: number) => [
    ...shareValues(bins.total, counts),
    ...partValues(bins.scores, part),
  ];
  const inner = bins.edges.slice(1).map((edge, i): Stop => {
    const left = x(elementAt(bins.edges, i));
    return {
      area: { x: left, y: plot.y, width: Math.max(1, x(edge) - left), height: plot.height },
      heading: binText(bins, i, unit),
      values: values(binCounts(bins, i), i + 1),
      rows: rowsBetween(bins, { from: elementAt(bins.edges, i), to: edge, withTo: i === bins.edges.length - 2 }),
    };
  });
  const outsideStops = (end: ReturnType<typeof endsOf>[number]): Stop[] => {
    if (!sides.some((side) => (end.counts[side] ?? 0) > 0)) return [];
    const isLow = end.end === 'below';
    return [
      {
        area: { x: isLow ? plot.x - 5 : plot.x + plot.width + 1, y: plot.y, width: 4, height: plot.height },
        heading: beyondText(bins, end, unit),
        values: values(end.counts, isLow ? 0 : bins.edges.length),
        rows: isLow
          ? rowsBetween(bins, { from: null, to: bins.edges[0] ?? null })
          : rowsBetween(bins, { from: bins.edges.at(-1) ?? null, to: null, withoutFrom: true }),
      },
    ];
  };
  const [low, high] = endsOf(bins).map(outsideStops);
  return [...(low ?? []), ...inner, ...(high ?? [])];
}
