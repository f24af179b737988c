import { quantileSorted } from 'd3-array';
import { elementAt } from '../../../facts/element-at.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { number, share } from '../../../words/format.ts';
import { words } from '../../../words/words.ts';
import { sides, type PerSide, type Side, type Table } from '../../data.ts';
import { clamp, type Box } from '../../geometry.ts';
import { label, type PlacedLabel } from '../../labels.ts';
import { textTone } from '../../palette.ts';
import type { Stop } from '../../stops.ts';
import type { Tick } from '../../ticks.ts';
import { textWidth } from '../../text.ts';
import { squarePanels } from '../square-panels.ts';
import { bucketOf, bucketPaint, type CellGroup } from '../heat-map/heat-scale.ts';
import { BUCKETS } from '../../diverging.ts';

const { columns } = words.figures;

/** Cells of a square grid of actual and predicted values that hold rows, with one number for each. */
export interface PlaneCells {
  edges: number[];
  cells: PerSide<{ at: number[]; rows: number[]; values: number[] }>;
}

export interface PlaneOptions {
  width: number;
  height?: number | undefined;
  /** What the colour stands for: "mean of Lagging_Current". */
  valueName: string;
  /** Whether values are shares. */
  isShare: boolean;
  names: SidesWords;
}

export interface PlanePicture {
  height: number;
  panels: { side: Side; box: Box; xTicks: Tick[]; groups: CellGroup[] }[];
  yTicks: Tick[];
  labels: PlacedLabel[];
  scale: { boxes: { box: Box; bucket: number }[] };
  stops: Stop[];
}

/** The middle of the scale, and how far it reaches to either side. */
interface ColourScale {
  middle: number;
  reach: number;
}

/** Colours are shared by both files: from the 5th to the 95th percentile of the cells, the median in the middle. */
function colourScale({ cells }: PlaneCells): ColourScale {
  const values = sides.flatMap((side) => cells[side]?.values ?? []).sort((a, b) => a - b);
  const quantile = (share: number): number => quantileSorted(values, share) ?? 0;
  const middle = quantile(0.5);
  return { middle, reach: Math.max(middle - quantile(0.05), quantile(0.95) - middle) || 1 };
}

const write = ({ isShare }: PlaneOptions, value: number): string =>
  isShare ? share(clamp(value, 0, 1)) : number(value);

export function planePicture(plane: PlaneCells, options: PlaneOptions): PlanePicture {
  const { edges, cells } = plane;
  const { width, height, names } = options;
  const shown = sides.filter((side) => cells[side] !== undefined);
  const { boxes, size, yTicks, xTicksOf, bottom } = squarePanels(shown, [edges[0] ?? 0, edges.at(-1) ?? 1], {
    width,
    // The scale of the colours stands below.
    height: height === undefined ? undefined : height - 30,
  });
  const colours = colourScale(plane);
  return {
    height: bottom + 78,
    yTicks,
    panels: shown.map((side, i) => {
      const box = boxes[i] ?? { x: 0, y: 0, width: 0, height: 0 };
      return { side, box, xTicks: xTicksOf(box), groups: cellGroups(plane, side, box, colours) };
    }),
    labels: [
      label(0, 11, words.figures.density.predicted),
      ...shown.flatMap((side, i) => {
        const { x, y } = boxes[i] ?? { x: 0, y: 0 };
        return [
          label(x, y - 12, names[side].name, { tone: textTone[side] }),
          label(x + size / 2, y + size + 42, words.figures.density.actual, { anchor: 'middle' }),
        ];
      }),
      ...scaleLabels(boxes[0]?.x ?? 0, bottom + 68, colours, options),
    ],
    scale: { boxes: scaleBoxes(boxes[0]?.x ?? 0, bottom + 58, colours, options) },
    stops: shown.flatMap((side, i) => planeStops(plane, side, boxes[i], options)),
  };
}

function cellGroups({ edges, cells }: PlaneCells, side: Side, box: Box, { middle, reach }: ColourScale): CellGroup[] {
  const count = edges.length - 1;
  const step = box.width / Math.max(1, count);
  const paths = BUCKETS.map(() => '');
  cells[side]?.at.forEach((cell, i) => {
    const x = box.x + (cell % count) * step;
    const y = box.y + box.height - (Math.floor(cell / count) + 1) * step;
    const bucket = bucketOf((cells[side]?.values[i] ?? middle) - middle, reach);
    paths[bucket] += `M${x.toFixed(2)},${y.toFixed(2)}h${step.toFixed(2)}v${step.toFixed(2)}h${(-step).toFixed(2)}z`;
  });
  // Below all of them a tint, so that cells in the middle of the scale can be told from no cells.
  const tint: CellGroup = { d: paths.join(''), tone: 'line', opacity: 0.6, text: 'ink' };
  return [tint, ...paths.flatMap((d, bucket) => (d === '' ? [] : [{ d, ...bucketPaint(bucket) }]))];
}

const SWATCH = 9;

const endTexts = ({ middle, reach }: ColourScale, options: PlaneOptions): [string, string] => [
  write(options, middle - reach),
  write(options, middle + reach),
];

function scaleBoxes(x: number, y: number, colours: ColourScale, options: PlaneOptions): PlanePicture['scale']['boxes'] {
  const [low] = endTexts(colours, options);
  const left = x + textWidth(low) + 8;
  return BUCKETS.map((bucket) => ({
    bucket,
    box: { x: left + bucket * SWATCH, y, width: SWATCH, height: 12 },
  }));
}

function scaleLabels(x: number, y: number, colours: ColourScale, options: PlaneOptions): PlacedLabel[] {
  const [low, high] = endTexts(colours, options);
  const right = x + textWidth(low) + 8 + BUCKETS.length * SWATCH;
  return [label(x, y, low), label(right + 8, y, high)];
}

/** Column by column of the grid: what the feature is like for such actual values. */
function planeStops({ edges, cells }: PlaneCells, side: Side, box: Box | undefined, options: PlaneOptions): Stop[] {
  const sideCells = cells[side];
  if (sideCells === undefined || box === undefined) return [];
  const { valueName: name, isShare } = options;
  const count = edges.length - 1;
  return Array.from({ length: count }, (_, column) => column).flatMap((column): Stop[] => {
    const cellsOfColumn = sideCells.at.flatMap((cell, i) => (cell % count === column ? [i] : []));
    const rows = cellsOfColumn.reduce((sum, i) => sum + (sideCells.rows[i] ?? 0), 0);
    if (rows === 0) return [];
    const mean =
      cellsOfColumn.reduce((sum, i) => sum + (sideCells.rows[i] ?? 0) * (sideCells.values[i] ?? 0), 0) / rows;
    return [
      {
        area: { x: box.x + (column * box.width) / count, y: box.y, width: box.width / count, height: box.height },
        heading: words.figures.density.actualSpan(elementAt(edges, column), elementAt(edges, column + 1)),
        values: [
          { side, text: words.figures.plane.value(rows, { name, value: isShare ? clamp(mean, 0, 1) : mean, isShare }) },
        ],
      },
    ];
  });
}

export function planeTable(
  { edges, cells }: PlaneCells,
  { valueName, isShare }: Pick<PlaneOptions, 'valueName' | 'isShare'>,
  names: SidesWords,
): Table {
  const cellsInRow = edges.length - 1;
  return {
    columns: [
      { name: columns.file, holds: 'text' },
      { name: columns.actualFrom, holds: 'number' },
      { name: columns.predictedFrom, holds: 'number' },
      { name: columns.rows, holds: 'count' },
      { name: valueName, holds: isShare ? 'share' : 'number' },
    ],
    rows: sides.flatMap((side) =>
      (cells[side]?.at ?? []).map((cell, i) => [
        names[side].name,
        elementAt(edges, cell % cellsInRow),
        elementAt(edges, Math.floor(cell / cellsInRow)),
        cells[side]?.rows[i] ?? null,
        cells[side]?.values[i] ?? null,
      ]),
    ),
  };
}
