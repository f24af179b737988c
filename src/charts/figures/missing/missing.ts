import { largest } from '../../../facts/extremes.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import { sides, type MissingCells, type PerSide, type Side, type Table } from '../../data.ts';
import { fitRows } from '../../fit.ts';
import { clamp, type Box, type Point } from '../../geometry.ts';
import { keyEntries, type KeyEntry } from '../../key.ts';
import { fittedLabel, label, type PlacedLabel } from '../../labels.ts';
import type { Stop } from '../../stops.ts';
import { nameText, quoted, textWidth } from '../../text.ts';
import { shareLabels } from '../../tick-labels.ts';
import { horizontalAxis, type Tick } from '../../ticks.ts';

const { columns: heads, missing: texts } = words.figures;

export interface MissingPicture {
  height: number;
  plot: Box;
  ticks: Tick[];
  /** From one file's share to the other's. */
  links: { start: Point; end: Point }[];
  dots: { side: Side; points: Point[] }[];
  labels: PlacedLabel[];
  key: KeyEntry[];
  stops: Stop[];
}

export interface MissingOptions {
  width: number;
  height?: number | undefined;
  /** Columns shown at most, those with most missing first. */
  limit: number;
  names: SidesWords;
}

type Shares = PerSide<number>;

export function missingShares({ quality }: MissingCells): Shares {
  const shares: Shares = {};
  for (const side of sides) {
    const cells = quality[side];
    if (cells !== undefined && cells.count > 0) shares[side] = cells.missing / cells.count;
  }
  return shares;
}

const largestShare = (column: MissingCells) => largest(Object.values(missingShares(column)), 0);

/** The columns with a missing cell, the fullest of holes first. */
export const withMissing = (columns: MissingCells[]) =>
  columns.filter((column) => largestShare(column) > 0).sort((a, b) => largestShare(b) - largestShare(a));

export function missingPicture(
  columns: MissingCells[],
  { width, height, limit, names }: MissingOptions,
): MissingPicture {
  const incomplete = withMissing(columns);
  const stacked = width < 440;
  const room = height === undefined ? undefined : height - 28 - 44;
  const fit = fitRows(Math.min(limit, incomplete.length), room, stacked ? 38 : 24, stacked ? 32 : 18);
  const { pitch } = fit;
  const shown = incomplete.slice(0, fit.shown);
  const nameRoom = largest(
    shown.map(({ name }) => textWidth(nameText(name))),
    0,
  );
  const nameWidth = stacked ? width - 8 : clamp(Math.ceil(nameRoom), 48, width * 0.34);
  const left = stacked ? 6 : nameWidth + 20;
  const plot: Box = { x: left, y: 28, width: width - left - 20, height: shown.length * pitch };
  const x = horizontalAxis({
    kind: 'linear',
    domain: [0, largest(shown.map(largestShare), 1e-12)],
    range: [plot.x, plot.x + plot.width],
    bounds: [0, width],
    labels: shareLabels,
  });
  const level = (i: number) => plot.y + i * pitch + (stacked ? 27 : pitch / 2);
  const shares = shown.map(missingShares);
  const points = (side: Side) =>
    shares.flatMap((share, i) => (share[side] === undefined ? [] : [{ x: x.scale(share[side]), y: level(i) }]));
  const present = sides.filter((side) => shares.some((share) => share[side] !== undefined));
  const foot = plot.y + plot.height + 38;
  const leftOut = incomplete.length - shown.length;
  return {
    height: shown.length === 0 ? 40 : foot - 12 + (leftOut > 0 ? 18 : 0),
    plot,
    ticks: shown.length === 0 ? [] : x.ticks,
    links: shares.flatMap((share, i) => link(share, x.scale, level(i))),
    dots: present.map((side) => ({ side, points: points(side) })),
    labels: [
      ...(shown.length === 0 ? [label(0, 26, texts.none)] : []),
      ...(leftOut > 0 ? [label(plot.x, foot, texts.more(leftOut))] : []),
      ...shown.map(({ name }, i) => nameLabel(name, { stacked, nameWidth, x: plot.x - 14, y: level(i) })),
    ],
    key: keyEntries(present, names, plot.x, 11),
    stops: shown.map((column, i) => ({
      area: { x: 0, y: plot.y + i * pitch, width, height: pitch },
      heading: nameText(column.name),
      values: present.map((side) => ({ side, text: missingText(column, side) })),
    })),
  };
}

function link({ reference, current }: Shares, x: (v: number) => number, y: number) {
  return reference === undefined || current === undefined
    ? []
    : [{ start: { x: x(reference), y }, end: { x: x(current), y } }];
}

interface NamePlace extends Point {
  stacked: boolean;
  nameWidth: number;
}

const nameLabel = (name: string, { stacked, nameWidth, x, y }: NamePlace): PlacedLabel =>
  fittedLabel(
    stacked
      ? label(x + 8, y - 10, nameText(name), { tone: 'ink' })
      : label(x, y + 4, nameText(name), { tone: 'ink', anchor: 'end' }),
    nameWidth,
  );

function missingText({ quality }: MissingCells, side: Side): string {
  const cells = quality[side];
  if (cells === undefined || cells.count === 0) return words.figures.common.noRows;
  return texts.cells(cells.missing / cells.count, cells.missing);
}

export function describeMissing(columns: MissingCells[], names: SidesWords): string {
  const incomplete = withMissing(columns);
  const [first] = incomplete;
  if (first === undefined) return texts.nothing;
  const values = { columns: columns.length, withMissing: incomplete.length, name: quoted(first.name) };
  return texts.most({ ...values, shares: missingShares(first) }, names);
}

export function missingTable(columns: MissingCells[], names: SidesWords): Table {
  const present = sides.filter((side) => columns.some(({ quality }) => quality[side] !== undefined));
  return {
    columns: [
      { name: heads.column, holds: 'text' },
      ...present.flatMap((side) => [
        { name: heads.missingOf(side, names), holds: 'count' as const },
        { name: heads.shareOf(side, names), holds: 'share' as const },
      ]),
    ],
    rows: withMissing(columns).map((column) => {
      const shares = missingShares(column);
      return [column.name, ...present.flatMap((side) => [column.quality[side]?.missing ?? null, shares[side] ?? null])];
    }),
  };
}
