import { largest } from '../../../facts/extremes.ts';
import { scaleLinear } from 'd3-scale';
import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import { sides, type PerSide, type Side, type Table } from '../../data.ts';
import { fittedLabel, label, type PlacedLabel } from '../../labels.ts';
import { textTone } from '../../palette.ts';
import { clamp, type Box, type Point } from '../../geometry.ts';
import type { Span } from '../../paths.ts';
import type { Stop } from '../../stops.ts';
import { textWidth } from '../../text.ts';
import { horizontalAxis, type Tick } from '../../ticks.ts';

const { columns, separation: texts } = words.figures;

const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95];

/** The scores of the rows of one true class. */
export interface ClassScores {
  name: string;
  /** Quantiles 0.05, 0.25, 0.5, 0.75, 0.95; null without rows. */
  quantiles: PerSide<number[] | null>;
  /** Rows by bin of the score; absent where there are none to draw. */
  shape: PerSide<number[]>;
}

export interface SeparationOptions {
  width: number;
  height?: number | undefined;
  names: SidesWords;
}

/** One file's half of a class: its shape as mean heights above or below the line, and its quantiles. */
interface Half {
  side: Side;
  shape: Span[];
  reach: { start: Point; end: Point };
  middle: Box;
  median: { start: Point; end: Point };
}

export interface SeparationPicture {
  height: number;
  plot: Box;
  xTicks: Tick[];
  lines: { start: Point; end: Point }[];
  halves: Half[];
  labels: PlacedLabel[];
  stops: Stop[];
}

const TOP = 26;
const HALF = 26;
const GAP = 12;
/** The axis and its name. */
const FOOT = 42;

/** Shapes of the scores by true class, the one file above the line and the other below it, all on one axis. */
export function separationPicture(
  classes: readonly ClassScores[],
  edges: readonly number[],
  { width, height, names }: SeparationOptions,
): SeparationPicture {
  const shown = sides.filter((side) => classes.some(({ quantiles }) => quantiles[side] !== undefined));
  const longest = largest(
    classes.map(({ name }) => textWidth(name)),
    40,
  );
  const left = Math.ceil(Math.min(width * 0.3, longest + 12));
  const halves = Math.max(1, classes.length * shown.length);
  const halfHeight =
    height === undefined ? HALF : clamp((height - TOP - FOOT - classes.length * GAP) / halves, 14, 3 * HALF);
  const pitch = shown.length * halfHeight + GAP;
  const plot: Box = { x: left, y: TOP, width: width - left - 14, height: classes.length * pitch };
  const domain: [number, number] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const axis = horizontalAxis({
    ...{ kind: 'linear', domain },
    range: [plot.x, plot.x + plot.width],
    bounds: [0, width],
  });
  const lineAt = (i: number): number => plot.y + i * pitch + GAP / 2 + halfHeight;
  return {
    height: plot.y + plot.height + FOOT,
    plot,
    xTicks: axis.ticks,
    lines: classes.map((_, i) => ({
      start: { x: plot.x, y: lineAt(i) },
      end: { x: plot.x + plot.width, y: lineAt(i) },
    })),
    halves: classes.flatMap((scores, i) =>
      shown.flatMap((side, s) =>
        halfOf(scores, side, { edges, scale: axis.scale, line: lineAt(i), halfHeight, isBelow: s === 1 }),
      ),
    ),
    labels: [
      ...sideLabels(shown, names, left),
      ...classes.map(({ name }, i) =>
        fittedLabel(
          label(left - 10, plot.y + i * pitch + pitch / 2 + 4, name, { anchor: 'end', tone: 'ink' }),
          left - 12,
        ),
      ),
      label(plot.x + plot.width / 2, plot.y + plot.height + 38, texts.score, { anchor: 'middle' }),
    ],
    stops: classes.map((scores, i) => ({
      area: { x: plot.x, y: plot.y + i * pitch, width: plot.width, height: pitch },
      heading: scores.name,
      values: shown.map((side) => ({ side, text: quantileText(scores.quantiles[side]) })),
    })),
  };
}

function sideLabels(shown: readonly Side[], names: SidesWords, x: number): PlacedLabel[] {
  const [first, second] = shown;
  if (first === undefined) return [];
  const firstLabel = label(x, 12, second === undefined ? names[first].name : texts.above(first, names), {
    tone: textTone[first],
  });
  if (second === undefined) return [firstLabel];
  return [
    firstLabel,
    label(x + textWidth(firstLabel.text) + 18, 12, texts.below(second, names), { tone: textTone[second] }),
  ];
}

interface HalfPlace {
  edges: readonly number[];
  scale: (value: number) => number;
  line: number;
  halfHeight: number;
  isBelow: boolean;
}

function halfOf(scores: ClassScores, side: Side, { edges, scale, line, halfHeight, isBelow }: HalfPlace): Half[] {
  const quantiles = scores.quantiles[side];
  if (!quantiles) return [];
  const [q05 = 0, q25 = 0, q50 = 0, q75 = 0, q95 = 0] = quantiles;
  const towards = isBelow ? 1 : -1;
  const counts = scores.shape[side] ?? [];
  // Scores heap up at the ends: by the root of its share the rest can be seen as well.
  const height = scaleLinear([0, Math.sqrt(largest(counts, 1))], [0, halfHeight - 3]);
  const shape = counts.flatMap((count, i): Span[] => {
    const reach = line + towards * height(Math.sqrt(count));
    const [low, high] = [Math.min(line, reach), Math.max(line, reach)];
    return [scale(edges[i] ?? 0), scale(edges[i + 1] ?? 0)].map((x) => ({ x, low, high }));
  });
  const middle = line + towards * 5;
  return [
    {
      side,
      shape,
      reach: { start: { x: scale(q05), y: middle }, end: { x: scale(q95), y: middle } },
      middle: { x: scale(q25), y: middle - 3, width: Math.max(1, scale(q75) - scale(q25)), height: 6 },
      median: { start: { x: scale(q50), y: middle - 6 }, end: { x: scale(q50), y: middle + 6 } },
    },
  ];
}

function quantileText(quantiles: number[] | null | undefined): string {
  if (!quantiles) return words.figures.common.noRows;
  const [q05 = 0, q25 = 0, q50 = 0, q75 = 0, q95 = 0] = quantiles;
  return texts.quantiles({ q05, q25, q50, q75, q95 });
}

export function separationTable(classes: readonly ClassScores[], names: SidesWords): Table {
  return {
    columns: [
      { name: columns.trueClass, holds: 'text' },
      { name: columns.file, holds: 'text' },
      ...QUANTILES.map((probability) => ({
        name: probability === 0.5 ? columns.median : columns.quantile(probability),
        holds: 'number' as const,
      })),
    ],
    rows: classes.flatMap(({ name, quantiles }) =>
      sides.flatMap((side) => {
        const sideQuantiles = quantiles[side];
        return sideQuantiles === undefined
          ? []
          : [[name, names[side].name, ...(sideQuantiles ?? [null, null, null, null, null])]];
      }),
    ),
  };
}
