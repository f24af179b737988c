import { largest } from '../../../facts/extremes.ts';
import { scaleLinear } from 'd3-scale';
import { elementAt } from '../../../facts/element-at.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import { sides, type PerSide, type ScaleKind, type Side, type Table } from '../../data.ts';
import { clamp, type Box } from '../../geometry.ts';
import { fittedLabel, label, type PlacedLabel } from '../../labels.ts';
import { textTone } from '../../palette.ts';
import type { Step } from '../../paths.ts';
import type { Stop } from '../../stops.ts';
import { textWidth } from '../../text.ts';
import { horizontalAxis, type Tick } from '../../ticks.ts';

const { common, columns, groups: texts } = words.figures;

/** Rows of one kind by bin, in each file. */
export interface Group {
  name: string;
  counts: PerSide<number[]>;
}

/** Bins of numbers, or names of categories. */
export type GroupBins =
  { kind: 'numeric'; edges: number[]; scale: ScaleKind } | { kind: 'categorical'; names: string[] };

export interface GroupsOptions {
  width: number;
  height?: number | undefined;
  names: SidesWords;
}

export interface GroupPanel {
  box: Box;
  outlines: { side: Side; steps: Step[] }[];
  bars: { side: Side; boxes: Box[] }[];
  xTicks: Tick[];
}

export interface GroupsPicture {
  height: number;
  panels: GroupPanel[];
  labels: PlacedLabel[];
  stops: Stop[];
}

/** Shares of a group's rows; null where it has none in the file. */
export function groupShares({ counts }: Group, side: Side): number[] | null {
  const sideCounts = counts[side] ?? [];
  const rows = sideCounts.reduce((sum, count) => sum + count, 0);
  return rows === 0 ? null : sideCounts.map((count) => count / rows);
}

const TOP = 30;
/** A group's name and its rows, above its panel. */
const HEAD = 34;
const GAP = 24;

interface Place {
  group: Group;
  box: Box;
}

interface Layout {
  left: number;
  columns: number;
  panel: { width: number; height: number };
  /** From a row of panels to the next. */
  pitch: number;
  height: number;
}

/** One small picture a group, side by side where there is room, all on the same axes. */
export function groupsPicture(groups: readonly Group[], bins: GroupBins, options: GroupsOptions): GroupsPicture {
  const shown = sides.filter((side) => groups.some(({ counts }) => counts[side] !== undefined));
  const { left, columns, panel, pitch, height } = layoutOf(groups.length, bins, shown.length, options);
  const places = groups.map((group, i): Place => {
    const y = TOP + HEAD + Math.floor(i / columns) * pitch;
    return { group, box: { x: left + (i % columns) * (panel.width + GAP), y, ...panel } };
  });
  const largestShare = largest(
    groups.flatMap((group) => sides.flatMap((side) => groupShares(group, side) ?? [])),
    1e-12,
  );
  return {
    height,
    panels: places.map((place) =>
      bins.kind === 'numeric'
        ? steps(place, bins, largestShare, options)
        : bars(place, bins.names.length, shown, largestShare),
    ),
    labels: [
      ...sideLabels(shown, options.names, left),
      ...places.flatMap(({ group, box }) => titleOf(group, box, shown)),
      ...(bins.kind === 'categorical'
        ? places.filter((_, i) => i % columns === 0).flatMap(({ box }) => namesAt(bins.names, box))
        : []),
    ],
    stops: places.flatMap((place) => groupStops(place, bins, shown, options)),
  };
}

/** As many panels in a row as are wide enough; where a height is to be kept, as many as make them largest. */
function layoutOf(groups: number, bins: GroupBins, files: number, { width, height }: GroupsOptions): Layout {
  const isNumeric = bins.kind === 'numeric';
  const left = isNumeric ? 4 : Math.min(width * 0.34, 12 + widest(bins.names));
  // What stands between two rows of panels, and what of it the last row does without.
  const [gapHeight, spare] = isNumeric ? [72, 36] : [52, 46];
  const usual = isNumeric ? 92 : PAD + bins.names.length * (files * 8 + 8);
  const lowest = isNumeric ? 40 : PAD + bins.names.length * 11;
  const arranged = (columns: number, tall: number | undefined): Layout => {
    const rows = Math.ceil(groups / columns);
    const margins = TOP + HEAD + rows * gapHeight - spare;
    const free = tall === undefined ? usual : clamp((tall - margins) / rows, lowest, isNumeric ? 400 : usual * 1.75);
    const panel = { width: (width - left - 8 - GAP * (columns - 1)) / columns, height: free };
    return { left, columns, panel, pitch: free + gapHeight, height: margins + rows * free };
  };
  const mostColumns = (narrowest: number): number =>
    Math.max(1, Math.min(groups, Math.floor((width - left + GAP) / narrowest)));
  if (height === undefined) {
    const columns = mostColumns(isNumeric ? 210 : 110);
    return arranged(groups === 4 && columns === 3 ? 2 : columns, undefined);
  }
  const layouts = Array.from({ length: mostColumns(GAP + 90) }, (_, i) => arranged(i + 1, height));
  const fitting = layouts.filter((layout) => layout.height <= height + 1);
  const size = ({ panel }: Layout): number => Math.min(panel.height / (isNumeric ? 120 : usual), panel.width / 200);
  return (fitting.length > 0 ? fitting : layouts).reduce((best, layout) => (size(layout) > size(best) ? layout : best));
}

/** Above the first bar of a panel. */
const PAD = 6;

const widest = (names: readonly string[]): number =>
  Math.ceil(
    largest(
      names.map((name) => textWidth(name)),
      40,
    ),
  );

function sideLabels(shown: readonly Side[], names: SidesWords, x: number): PlacedLabel[] {
  let left = x;
  return shown.map((side) => {
    const { name } = names[side];
    const placed = label(left, 12, name, { tone: textTone[side] });
    left += textWidth(name) + 18;
    return placed;
  });
}

const rowsOf = ({ counts }: Group, side: Side): number => (counts[side] ?? []).reduce((sum, count) => sum + count, 0);

function titleOf(group: Group, box: Box, shown: readonly Side[]): PlacedLabel[] {
  const rows = texts.rows(shown.map((side) => rowsOf(group, side)));
  const room = box.width + GAP / 2;
  return [
    fittedLabel(label(box.x, box.y - 22, group.name, { tone: 'ink' }), room),
    fittedLabel(label(box.x, box.y - 8, rows, { size: 11 }), room),
  ];
}

function steps(
  { group, box }: Place,
  { edges, scale }: Extract<GroupBins, { kind: 'numeric' }>,
  largestShare: number,
  { width }: GroupsOptions,
): GroupPanel {
  const axis = horizontalAxis({
    kind: scale,
    domain: [edges[0] ?? 0, edges.at(-1) ?? 1],
    range: [box.x, box.x + box.width],
    bounds: [box.x - 4, Math.min(width, box.x + box.width + GAP / 2)],
  });
  const y = scaleLinear([0, largestShare], [box.y + box.height, box.y]);
  return {
    box,
    bars: [],
    xTicks: axis.ticks,
    outlines: sides.flatMap((side) => {
      const shares = groupShares(group, side);
      if (shares === null) return [];
      const edgeX = (i: number): number => axis.scale(edges[i] ?? 0);
      return [{ side, steps: shares.map((share, i) => ({ x0: edgeX(i), x1: edgeX(i + 1), y: y(share) })) }];
    }),
  };
}

function bars({ group, box }: Place, names: number, shown: readonly Side[], largestShare: number): GroupPanel {
  const x = scaleLinear([0, largestShare], [0, box.width]);
  const row = (box.height - PAD) / Math.max(1, names);
  const pitch = row / (shown.length + 1);
  return {
    box,
    outlines: [],
    xTicks: [],
    bars: shown.flatMap((side, s) => {
      const shares = groupShares(group, side);
      if (shares === null) return [];
      const boxes = shares.map((share, i) => ({
        ...{ x: box.x, y: box.y + PAD + i * row + s * pitch, height: pitch - 1 },
        width: share === 0 ? 0 : Math.max(1, x(share)),
      }));
      return [{ side, boxes }];
    }),
  };
}

const namesAt = (names: readonly string[], box: Box): PlacedLabel[] =>
  names.map((name, i) => {
    const row = (box.height - PAD) / names.length;
    const placed = label(box.x - 8, box.y + PAD + i * row + row / 2, name, { anchor: 'end', tone: 'ink' });
    return fittedLabel(placed, box.x - 10);
  });

function groupStops({ group, box }: Place, bins: GroupBins, shown: readonly Side[], options: GroupsOptions): Stop[] {
  const cells = bins.kind === 'numeric' ? bins.edges.length - 1 : bins.names.length;
  const axis = bins.kind === 'numeric' ? steps({ group, box }, bins, 1, options).outlines[0]?.steps : undefined;
  const row = box.height / Math.max(1, cells);
  return Array.from({ length: cells }, (_, i) => {
    const bin = axis?.[i];
    const wide = { x: box.x, y: box.y + i * row, width: box.width, height: row };
    return {
      area: bin === undefined ? wide : { x: bin.x0, y: box.y, width: bin.x1 - bin.x0, height: box.height },
      heading: texts.place(group.name, binText(bins, i)),
      values: shown.map((side) => {
        const share = groupShares(group, side)?.[i];
        const rows = group.counts[side]?.[i] ?? 0;
        return { side, text: share === undefined ? common.noRows : common.share({ share, rows }) };
      }),
    };
  });
}

const binText = (bins: GroupBins, i: number): string =>
  bins.kind === 'categorical'
    ? elementAt(bins.names, i)
    : common.span({
        low: elementAt(bins.edges, i),
        high: elementAt(bins.edges, i + 1),
        unit: '',
        isTime: bins.scale === 'time',
      });

export function groupsTable(groups: readonly Group[], bins: GroupBins, names: SidesWords): Table {
  const isNumeric = bins.kind === 'numeric';
  const heads = isNumeric
    ? [
        { name: columns.from, holds: bins.scale === 'time' ? ('time' as const) : ('number' as const) },
        { name: columns.to, holds: bins.scale === 'time' ? ('time' as const) : ('number' as const) },
      ]
    : [{ name: columns.category, holds: 'text' as const }];
  return {
    columns: [
      { name: columns.group, holds: 'text' },
      ...heads,
      ...sides.flatMap((side) => [
        { name: columns.rowsOf(side, names), holds: 'count' as const },
        { name: columns.shareOfGroup(side, names), holds: 'share' as const },
      ]),
    ],
    rows: groups.flatMap((group) =>
      (isNumeric ? bins.edges.slice(1) : bins.names).map((bin, i) => [
        group.name,
        ...(isNumeric ? [bins.edges[i] ?? null, bin] : [bin]),
        ...sides.flatMap((side) => [group.counts[side]?.[i] ?? null, groupShares(group, side)?.[i] ?? null]),
      ]),
    ),
  };
}
