import { largest } from '../../../facts/extremes.ts';
import { scaleLinear } from 'd3-scale';
import { elementAt } from '../../../facts/element-at.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { share } from '../../../words/format.ts';
import { words } from '../../../words/words.ts';
import { filledSides, shareOf, type CategoryCounts, type Side } from '../../data.ts';
import { fitRows } from '../../fit.ts';
import { clamp, type Box } from '../../geometry.ts';
import { keyEntries, type KeyEntry } from '../../key.ts';
import { fittedLabel, label, type PlacedLabel } from '../../labels.ts';
import { textTone } from '../../palette.ts';
import type { Stop } from '../../stops.ts';
import { textWidth } from '../../text.ts';
import { categoryLines, foldedTo, type CategoryLine } from './category-words.ts';
import { shareValues } from '../distribution/distribution-words.ts';
import { partValues } from '../score-parts.ts';

const { categories: texts } = words.figures;

export interface CategoryPicture {
  height: number;
  plot: Box;
  bars: { side: Side; boxes: Box[] }[];
  /** Where a bar that is longer than drawn is broken. */
  breaks: Box[];
  labels: PlacedLabel[];
  key: KeyEntry[];
  stops: Stop[];
}

interface Layout {
  plot: Box;
  /** Names stand above their bars where they would take the bars' room. */
  stacked: boolean;
  nameWidth: number;
  pitch: number;
  bar: number;
  /** Files that have a bar. */
  shown: number;
  x: (share: number) => number;
  /** Whether the bars of all others are cut off, so that they do not flatten the rest. */
  cutsOther: boolean;
}

/** All others together flatten the rest where they are this many times the largest of them. */
export const FLATTENS = 2;
const top = 26;
const thickness = 10;

/** With a `height`, the categories that find room in it; the rest joins the others. */
export function categoryPicture(
  data: CategoryCounts,
  width: number,
  names: SidesWords,
  height?: number,
): CategoryPicture {
  const rows = data.categories.length + (data.other === null ? 0 : 1);
  const close = (width < 440 ? 17 : 0) + filledSides(data.total).length * (thickness + 1) + 3;
  const fit = fitRows(rows, height === undefined ? undefined : height - top - 2, close + 8, close);
  return draw(fit.shown < rows ? foldedTo(data, fit.shown) : data, { width, names, pitch: fit.pitch });
}

interface DrawOptions {
  width: number;
  names: SidesWords;
  pitch: number;
}

function draw(data: CategoryCounts, options: DrawOptions): CategoryPicture {
  const { width, names } = options;
  const shown = filledSides(data.total);
  const lines = shown.length === 0 ? [] : categoryLines(data);
  const layout = plan(data, lines, options);
  const { plot } = layout;
  const empty = label(0, top + 14, texts.none);
  return {
    height: lines.length === 0 ? top + 24 : plot.y + plot.height + 2,
    plot,
    bars: shown.map((side, s) => ({ side, boxes: lines.map((line, i) => bar(data, layout, { line, i, side, s })) })),
    breaks: layout.cutsOther
      ? shown.flatMap((side, s) =>
          breakOf(data, layout, { line: elementAt(lines, lines.length - 1), i: lines.length - 1, side, s }),
        )
      : [],
    labels:
      lines.length === 0
        ? [empty]
        : lines.flatMap((line, i) => [nameLabel(line, i, layout), ...shareLabelsOf(data, layout, { line, i, shown })]),
    key: keyEntries(shown, names, plot.x, 11),
    stops: lines.map((line, i) => ({
      area: { x: 0, y: plot.y + i * layout.pitch, width, height: layout.pitch },
      heading: line.status === null ? line.text : texts.withStatus(line.text, line.status),
      values: [...shareValues(data.total, line.counts), ...partValues(data.scores, i)],
      ...(!line.isOther && { rows: { axis: 'column' as const, cells: { test: 'in' as const, values: [line.name] } } }),
    })),
  };
}

function plan(data: CategoryCounts, lines: CategoryLine[], { width, pitch }: DrawOptions): Layout {
  const shown = filledSides(data.total);
  const stacked = width < 440;
  const longest = largest(
    lines.map(({ text }) => textWidth(text)),
    0,
  );
  const nameWidth = stacked ? width - 8 : clamp(Math.ceil(longest), 48, width * 0.34);
  const spare = pitch - (stacked ? 17 : 0) - shown.length * (thickness + 1) - 3;
  const bar = thickness + Math.max(0, Math.min(6, (spare - 8) / (shown.length + 1)));
  const sharesOf = (counted: readonly CategoryLine[]) =>
    counted.flatMap((line) => shown.map((side) => shareOf(line.counts, data.total, side) ?? 0));
  const shares = sharesOf(lines);
  const named = largest(sharesOf(lines.filter(({ isOther }) => !isOther)), 0);
  const cutsOther = named > 0 && largest(shares, 0) > FLATTENS * named;
  const left = stacked ? 0 : nameWidth + 14;
  const statusRoom = lines.some(({ status }) => status !== null) ? textWidth(texts.status.vanished) + 10 : 0;
  const room =
    largest(
      shares.map((part) => textWidth(share(part))),
      0,
    ) +
    8 +
    statusRoom;
  const plot: Box = { x: left, y: top, width: width - left - room, height: lines.length * pitch };
  const x = scaleLinear([0, cutsOther ? named : largest(shares, 1e-12)], [0, plot.width]).clamp(true);
  return { plot, stacked, nameWidth, pitch, bar, shown: shown.length, x, cutsOther };
}

/** The bars of a category in the middle of what its name leaves. */
function barTop({ plot, pitch, stacked, bar, shown }: Layout, i: number, s: number): number {
  const nameHeight = stacked ? 17 : 0;
  const air = (pitch - nameHeight - shown * (bar + 1)) / 2;
  return plot.y + i * pitch + nameHeight + (stacked ? Math.min(4, air) : Math.floor(air)) + s * (bar + 1);
}

interface BarAt {
  line: CategoryLine;
  i: number;
  side: Side;
  s: number;
}

function bar(data: CategoryCounts, layout: Layout, { line, i, side, s }: BarAt): Box {
  const share = shareOf(line.counts, data.total, side) ?? 0;
  const length = share === 0 ? 0 : Math.max(1, layout.x(share));
  return { x: layout.plot.x, y: barTop(layout, i, s), width: length, height: layout.bar };
}

/** Across a bar that would be longer than the plot. */
function breakOf(data: CategoryCounts, layout: Layout, at: BarAt): Box[] {
  const box = bar(data, layout, at);
  const isCut = box.width >= layout.plot.width;
  return isCut ? [{ x: box.x + box.width - 24, y: box.y, width: 8, height: box.height }] : [];
}

function nameLabel(line: CategoryLine, i: number, layout: Layout): PlacedLabel {
  const { plot, pitch, stacked, nameWidth } = layout;
  const placed = stacked
    ? label(0, plot.y + i * pitch + 14, line.text)
    : label(plot.x - 12, plot.y + i * pitch + pitch / 2 + 4, line.text, { anchor: 'end' });
  return fittedLabel({ ...placed, tone: line.isOther ? 'ink-2' : 'ink' }, nameWidth);
}

interface LineAt {
  line: CategoryLine;
  i: number;
  shown: Side[];
}

/** The status of a category that this side alone has. */
const ownStatus = { reference: 'vanished', current: 'new' } as const;

/** The share at the end of each bar, and the word for a category that only one file has. */
function shareLabelsOf(data: CategoryCounts, layout: Layout, { line, i, shown }: LineAt): PlacedLabel[] {
  return shown.flatMap((side, s) => {
    const box = bar(data, layout, { line, i, side, s });
    const text = share(shareOf(line.counts, data.total, side) ?? 0);
    const shareLabel = label(box.x + box.width + 6, box.y + box.height / 2 + 4, text, {
      tone: textTone[side],
      size: 11,
    });
    return line.status === ownStatus[side]
      ? [
          shareLabel,
          label(shareLabel.x + textWidth(text, 11) + 7, shareLabel.y, texts.status[line.status], {
            tone: 'changed',
            size: 11,
          }),
        ]
      : [shareLabel];
  });
}
