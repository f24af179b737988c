import { scaleLinear } from 'd3-scale';
import { filledSides, shareOf, type CategoryCounts, type Side } from '../../data.ts';
import { fitRows } from '../../fit.ts';
import { clamp, type Box } from '../../geometry.ts';
import { keyEntries, type KeyEntry } from '../../key.ts';
import { fittedLabel, label, type PlacedLabel } from '../../labels.ts';
import { textTone } from '../../palette.ts';
import type { Reading } from '../../reading.ts';
import type { Stop } from '../../stops.ts';
import { nameText, textWidth } from '../../text.ts';
import { categoryLines, foldedTo, type CategoryLine } from './category-words.ts';
import { rows } from '../distribution/distribution-words.ts';
import { readParts } from '../score-words.ts';

export interface CategoryPicture {
  height: number;
  plot: Box;
  bars: { side: Side; boxes: Box[] }[];
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
}

const top = 26;
const thickness = 10;

/** With a `height`, the categories that find room in it; the rest joins the others. */
export function categoryPicture(all: CategoryCounts, width: number, read: Reading, height?: number): CategoryPicture {
  const rows = all.categories.length + (all.other === null ? 0 : 1);
  const close = (width < 440 ? 17 : 0) + filledSides(all.total).length * (thickness + 1) + 3;
  const fit = fitRows(rows, height === undefined ? undefined : height - top - 2, close + 8, close);
  return draw(fit.shown < rows ? foldedTo(all, fit.shown) : all, { width, read, pitch: fit.pitch });
}

interface DrawOptions {
  width: number;
  read: Reading;
  pitch: number;
}

function draw(data: CategoryCounts, options: DrawOptions): CategoryPicture {
  const { width, read } = options;
  const shown = filledSides(data.total);
  const lines = shown.length === 0 ? [] : categoryLines(data, read);
  const layout = plan(data, lines, options);
  const { plot } = layout;
  const empty = label(0, top + 14, 'no categories');
  return {
    height: lines.length === 0 ? top + 24 : plot.y + plot.height + 2,
    plot,
    bars: shown.map((side, s) => ({ side, boxes: lines.map((line, i) => bar(data, layout, { line, i, side, s })) })),
    labels:
      lines.length === 0
        ? [empty]
        : lines.flatMap((line, i) => [
            nameLabel(line, i, layout),
            ...shareLabelsOf(data, layout, { line, i, shown, read }),
          ]),
    key: keyEntries(shown, read.names, plot.x, 11),
    stops: lines.map((line, i) => ({
      area: { x: 0, y: plot.y + i * layout.pitch, width, height: layout.pitch },
      heading: nameText(line.name) + (line.word === '' ? '' : ` (${line.word})`),
      values: [
        ...shown.map((side) => ({
          side,
          text: `${read.share(shareOf(line.counts, data.total, side) ?? 0)} (${rows(line.counts[side] ?? 0, read)})`,
        })),
        ...readParts(data.scores, i, read),
      ],
    })),
  };
}

function plan(data: CategoryCounts, lines: CategoryLine[], { width, read, pitch }: DrawOptions): Layout {
  const shown = filledSides(data.total);
  const stacked = width < 440;
  const longest = Math.max(0, ...lines.map(({ name }) => textWidth(nameText(name))));
  const nameWidth = stacked ? width - 8 : clamp(Math.ceil(longest), 48, width * 0.34);
  const spare = pitch - (stacked ? 17 : 0) - shown.length * (thickness + 1) - 3;
  const bar = thickness + Math.max(0, Math.min(6, (spare - 8) / (shown.length + 1)));
  const shares = lines.flatMap((line) => shown.map((side) => shareOf(line.counts, data.total, side) ?? 0));
  const left = stacked ? 0 : nameWidth + 14;
  const words = lines.some(({ word }) => word !== '') ? textWidth('vanished') + 10 : 0;
  const room = Math.max(0, ...shares.map((share) => textWidth(read.share(share)))) + 8 + words;
  const plot: Box = { x: left, y: top, width: width - left - room, height: lines.length * pitch };
  const x = scaleLinear([0, Math.max(...shares, 1e-12)], [0, plot.width]);
  return { plot, stacked, nameWidth, pitch, bar, shown: shown.length, x };
}

/** The bars of a category in the middle of what its name leaves. */
function barTop({ plot, pitch, stacked, bar, shown }: Layout, i: number, s: number): number {
  const above = stacked ? 17 : 0;
  const air = (pitch - above - shown * (bar + 1)) / 2;
  return plot.y + i * pitch + above + (stacked ? Math.min(4, air) : Math.floor(air)) + s * (bar + 1);
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

function nameLabel(line: CategoryLine, i: number, layout: Layout): PlacedLabel {
  const { plot, pitch, stacked, nameWidth } = layout;
  const at = stacked
    ? label(0, plot.y + i * pitch + 14, nameText(line.name))
    : label(plot.x - 12, plot.y + i * pitch + pitch / 2 + 4, nameText(line.name), { anchor: 'end' });
  return fittedLabel({ ...at, tone: line.other ? 'ink-2' : 'ink' }, nameWidth);
}

interface LineAt {
  line: CategoryLine;
  i: number;
  shown: Side[];
  read: Reading;
}

/** The share at the end of each bar, and the word for a category that only one file has. */
function shareLabelsOf(data: CategoryCounts, layout: Layout, { line, i, shown, read }: LineAt): PlacedLabel[] {
  return shown.flatMap((side, s) => {
    const box = bar(data, layout, { line, i, side, s });
    const text = read.share(shareOf(line.counts, data.total, side) ?? 0);
    const share = label(box.x + box.width + 6, box.y + box.height / 2 + 4, text, { tone: textTone[side], size: 11 });
    const named = (line.word === 'new' && side === 'current') || (line.word === 'vanished' && side === 'reference');
    const word = label(share.x + textWidth(text, 11) + 7, share.y, line.word, { tone: 'changed', size: 11 });
    return named ? [share, word] : [share];
  });
}
