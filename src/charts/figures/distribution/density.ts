import { elementAt } from '../../../facts/element-at.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import { sides, type PerSide, type Side, type Table } from '../../data.ts';
import type { Box } from '../../geometry.ts';
import { label, type PlacedLabel } from '../../labels.ts';
import { textTone, type Tone } from '../../palette.ts';
import type { Stop } from '../../stops.ts';
import type { Tick } from '../../ticks.ts';
import { squarePanels } from '../square-panels.ts';

const { columns, density: texts } = words.figures;

/** Counts of actual and predicted values on a square grid, from the lowest prediction up; one grid a file. */
export interface DensityGrid {
  edges: number[];
  counts: PerSide<number[]>;
}

interface Panel {
  side: Side;
  box: Box;
  xTicks: Tick[];
  groups: { d: string; tone: Tone; opacity: number }[];
}

export interface DensityPicture {
  height: number;
  yTicks: Tick[];
  panels: Panel[];
  labels: PlacedLabel[];
  stops: Stop[];
}

/** From a single row to the fullest cell, by its logarithm. */
const OPACITIES = [0.16, 0.3, 0.45, 0.62, 0.8, 1];

export interface DensityOptions {
  width: number;
  height?: number | undefined;
  names: SidesWords;
}

export function densityPicture({ edges, counts }: DensityGrid, options: DensityOptions): DensityPicture {
  const { names } = options;
  const shown = sides.filter((side) => counts[side] !== undefined);
  const { boxes, size, yTicks, xTicksOf, bottom } = squarePanels(shown, [edges[0] ?? 0, edges.at(-1) ?? 1], options);
  const panels = shown.map((side, i): Panel => {
    const box = boxes[i] ?? { x: 0, y: 0, width: 0, height: 0 };
    return { side, box, xTicks: xTicksOf(box), groups: cellGroups(counts[side] ?? [], box, side) };
  });
  return {
    height: bottom + 48,
    yTicks,
    panels,
    labels: [
      label(0, 11, texts.predicted),
      ...panels.flatMap(({ side, box }) => [
        label(box.x, box.y - 12, names[side].name, { tone: textTone[side] }),
        label(box.x + size / 2, box.y + size + 42, texts.actual, { anchor: 'middle' }),
      ]),
    ],
    stops: panels.flatMap((panel) => columnStops(panel, edges, counts[panel.side] ?? [])),
  };
}

function cellGroups(counts: readonly number[], box: Box, tone: Tone): Panel['groups'] {
  const cells = Math.round(Math.sqrt(counts.length));
  const largest = Math.log1p(counts.reduce((a, b) => Math.max(a, b), 0));
  const step = box.width / Math.max(1, cells);
  const paths = OPACITIES.map(() => '');
  counts.forEach((count, i) => {
    if (count === 0) return;
    const bucket = Math.min(OPACITIES.length - 1, Math.floor((Math.log1p(count) / largest) * OPACITIES.length));
    const x = box.x + (i % cells) * step;
    const y = box.y + box.height - (Math.floor(i / cells) + 1) * step;
    paths[bucket] += `M${x.toFixed(2)},${y.toFixed(2)}h${step.toFixed(2)}v${step.toFixed(2)}h${(-step).toFixed(2)}z`;
  });
  return paths.flatMap((d, i) => (d === '' ? [] : [{ d, tone, opacity: OPACITIES[i] ?? 1 }]));
}

/** Column by column of the grid: how the predictions of such rows lie. */
function columnStops({ side, box }: Panel, edges: readonly number[], counts: readonly number[]): Stop[] {
  const cells = edges.length - 1;
  return Array.from({ length: cells }, (_, column) => column).flatMap((column): Stop[] => {
    const columnCounts = Array.from({ length: cells }, (_, row) => counts[row * cells + column] ?? 0);
    const rows = columnCounts.reduce((sum, count) => sum + count, 0);
    if (rows === 0) return [];
    let cumulated = 0;
    const middle = columnCounts.findIndex((count) => (cumulated += count) * 2 >= rows);
    return [
      {
        area: { x: box.x + (column * box.width) / cells, y: box.y, width: box.width / cells, height: box.height },
        heading: texts.actualSpan(elementAt(edges, column), elementAt(edges, column + 1)),
        values: [{ side, text: texts.halfUpTo(rows, elementAt(edges, middle + 1)) }],
      },
    ];
  });
}

export function densityTable({ edges, counts }: DensityGrid, names: SidesWords): Table {
  const cells = edges.length - 1;
  return {
    columns: [
      { name: columns.file, holds: 'text' },
      { name: columns.actualFrom, holds: 'number' },
      { name: columns.predictedFrom, holds: 'number' },
      { name: columns.rows, holds: 'count' },
    ],
    rows: sides.flatMap((side) =>
      (counts[side] ?? []).flatMap((count, i) =>
        count === 0 ? [] : [[names[side].name, edges[i % cells] ?? null, edges[Math.floor(i / cells)] ?? null, count]],
      ),
    ),
  };
}
