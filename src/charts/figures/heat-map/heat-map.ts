import { largest } from '../../../facts/extremes.ts';
import { elementAt } from '../../../facts/element-at.ts';
import { correlation, difference, number } from '../../../words/format.ts';
import { words } from '../../../words/words.ts';
import type { Matrix } from '../../data.ts';
import { clamp, type Box } from '../../geometry.ts';
import { fittedLabel, label, type PlacedLabel } from '../../labels.ts';
import { boxPath } from '../../paths.ts';
import type { Stops } from '../../stops.ts';
import { nameText, textWidth } from '../../text.ts';
import { bucketOf, bucketPaint, type CellGroup } from './heat-scale.ts';
import { BUCKETS, DIVERGING_STEPS } from '../../diverging.ts';

const { heatMap: texts } = words.figures;

/** What the numbers are: a correlation, an association without a sign, or current less reference. */
export type HeatKind = 'correlation' | 'association' | 'difference';

export interface HeatMapPicture {
  height: number;
  groups: CellGroup[];
  /** Cells without a value. */
  missing: string;
  /** Cells of the ramp that explains the colours. */
  ramp: CellGroup[];
  rampMissing: string;
  labels: PlacedLabel[];
  stops: Stops;
}

export interface HeatMapOptions {
  width: number;
  height?: number | undefined;
  kind: HeatKind;
}

interface Layout {
  n: number;
  cell: number;
  x: number;
  y: number;
  names: 'turned' | 'numbered' | 'none';
  /** Of the rows' names. */
  nameWidth: number;
  /** Of the columns' names, along themselves; 0 where they are numbers. */
  headWidth: number;
  /** The value of the strongest colour. */
  limit: number;
}

const valuesUpTo = 12;
const numbersFrom = 14;
/** What stands below the cells. */
const foot = 46;

export function heatMapPicture(matrix: Matrix, options: HeatMapOptions): HeatMapPicture {
  const layout = plan(matrix, options);
  const { n, cell, x, y } = layout;
  const boxes = sortCells(matrix, layout);
  const end = y + n * cell + 14;
  const hasMissing = boxes.missing.length > 0;
  const key = ramp(layout, options, end);
  return {
    height: n === 0 ? 40 : y + n * cell + foot,
    groups: boxes.coloured.map((found, bucket) => ({ d: boxPath(found), ...bucketPaint(bucket) })).filter(({ d }) => d),
    missing: boxPath(boxes.missing),
    ramp: n === 0 ? [] : key.groups,
    rampMissing: hasMissing ? boxPath([key.missing]) : '',
    labels:
      n === 0
        ? [label(0, 26, texts.none)]
        : [
            ...columnNames(matrix, layout),
            ...cellTexts(matrix, layout),
            ...key.labels,
            ...(hasMissing ? [label(key.missing.x + 18, end + 10, texts.notComputed)] : []),
          ],
    stops: {
      count: n * n,
      columns: n,
      stopAt: (index) => stopAt(matrix, layout, index, options.kind),
      find: (point) =>
        clamp(Math.floor((point.y - y) / cell), 0, n - 1) * n + clamp(Math.floor((point.x - x) / cell), 0, n - 1),
    },
  };
}

function plan(matrix: Matrix, { width, height = Infinity, kind }: HeatMapOptions): Layout {
  const n = matrix.columns.length;
  const widest = largest(
    matrix.columns.map((name) => textWidth(nameText(name))),
    0,
  );
  const turnedWidth = clamp(Math.ceil(widest), 24, Math.min(150, width * 0.24));
  const turnedHead = Math.ceil(turnedWidth * 0.71) + 16;
  const turnedCell = cellSize(Math.min(width - turnedWidth - 8 - turnedWidth * 0.6, height - turnedHead - foot), n);
  const limit = kind === 'difference' ? roundLimit(matrix) : 1;
  // Names take what the cells leave: few columns, or little height.
  const roomy = (narrowest: number, wanted: number, cell: number, right: number) =>
    Math.max(narrowest, Math.min(Math.ceil(wanted), Math.floor(width - 8 - n * cell - right)));
  if (turnedCell >= 22 && (width >= 480 || height < Infinity)) {
    const nameWidth = roomy(turnedWidth, widest, turnedCell, turnedWidth * 0.6);
    const origin = { x: nameWidth + 8, y: turnedHead };
    return { n, cell: turnedCell, ...origin, names: 'turned', nameWidth, headWidth: turnedWidth, limit };
  }
  const numberedWidth = clamp(Math.ceil(widest) + 20, 40, Math.min(200, width * 0.36));
  const cell = cellSize(Math.min(width - numberedWidth - 8, height - 22 - foot), n);
  if (cell >= numbersFrom) {
    const nameWidth = roomy(numberedWidth, widest + 20, cell, 0);
    return { n, cell, x: nameWidth + 8, y: 22, names: 'numbered', nameWidth, headWidth: 0, limit };
  }
  const bare = { x: 0, y: 22, names: 'none', nameWidth: 0, headWidth: 0 } as const;
  return { n, cell: cellSize(Math.min(width, height - 22 - foot), n), ...bare, limit };
}

/** Whole pixels, for crisp edges, unless that would waste much of the room. */
const cellSize = (room: number, n: number) => {
  const size = clamp(room / Math.max(1, n), 1, 44);
  return size >= 2 ? Math.floor(size) : Math.floor(size * 10) / 10;
};

/** The largest absolute difference, rounded up to 0.1, 0.2, 0.5, 1 or 2. */
function roundLimit({ values }: Matrix): number {
  const largest = values.flat().reduce<number>((max, value) => Math.max(max, Math.abs(value ?? 0)), 0);
  return [0.1, 0.2, 0.5, 1].find((limit) => largest <= limit) ?? 2;
}

function sortCells({ values }: Matrix, { n, cell, x, y, limit }: Layout) {
  const gap = cell > 10 ? 1 : 0;
  const coloured: Box[][] = BUCKETS.map(() => []);
  const missing: Box[] = [];
  const place = (value: number) => Math.round(value * 100) / 100;
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++) {
      const value = values[row]?.[column] ?? null;
      const box = { x: place(x + column * cell), y: place(y + row * cell), width: cell - gap, height: cell - gap };
      if (value === null || Number.isNaN(value)) missing.push(box);
      else coloured[bucketOf(value, limit)]?.push(box);
    }
  return { coloured, missing };
}

function columnNames({ columns }: Matrix, { n, cell, x, y, names, nameWidth, headWidth }: Layout): PlacedLabel[] {
  if (names === 'none') {
    return [label(0, 11, texts.unnamed(n))];
  }
  const turned = names === 'turned';
  return columns.flatMap((name, i) => {
    const text = turned ? nameText(name) : `${nameText(name)} ${i + 1}`;
    const row = label(x - 8, y + (i + 0.5) * cell + 4, text, { anchor: 'end', tone: 'ink' });
    const head = turned
      ? label(x + (i + 0.5) * cell, y - 6, text, { turn: -45, tone: 'ink' })
      : label(x + (i + 0.5) * cell, y - 7, String(i + 1), { anchor: 'middle', size: cell < 18 ? 10 : 12 });
    const number = ` ${i + 1}`;
    const fitted = fittedLabel({ ...row, text: nameText(name) }, nameWidth - (turned ? 0 : textWidth(number)));
    return [turned ? fitted : { ...fitted, text: fitted.text + number }, turned ? fittedLabel(head, headWidth) : head];
  });
}

/** Values inside the cells of a small matrix, in ink on a weak colour and in the surface's on a strong one. */
function cellTexts({ values }: Matrix, { n, cell, x, y, limit }: Layout): PlacedLabel[] {
  if (n > valuesUpTo || cell < 32) return [];
  return values.slice(0, n).flatMap((row, r) =>
    row.slice(0, n).flatMap((value, c) => {
      if (value === null || Number.isNaN(value)) return [];
      const { text } = bucketPaint(bucketOf(value, limit));
      const placed = label(x + (c + 0.5) * cell, y + (r + 0.5) * cell + 3.5, correlation(value), {
        anchor: 'middle',
        size: 11,
      });
      return [{ ...placed, tone: text }];
    }),
  );
}

function ramp({ x, limit }: Layout, { kind }: HeatMapOptions, y: number) {
  const buckets = BUCKETS.slice(kind === 'association' ? DIVERGING_STEPS : 0);
  const size = 9;
  const groups = buckets.map((bucket, i) => ({
    d: boxPath([{ x: x + i * (size + 1), y, width: size, height: size }]),
    ...bucketPaint(bucket),
  }));
  const end = x + buckets.length * (size + 1);
  const ends = kind === 'association' ? ['0', number(1)] : [number(-limit), '0', number(limit)];
  const labels = ends.map((text, i) => {
    const last = i === ends.length - 1;
    const textX = i === 0 ? x : last ? end - 1 : (x + end - 1) / 2;
    return label(textX, y + 23, text, { anchor: i === 0 ? 'start' : last ? 'end' : 'middle', size: 11 });
  });
  return { groups, labels, missing: { x: end + 16, y, width: 13, height: size } };
}

function stopAt({ columns, values }: Matrix, { n, cell, x, y }: Layout, index: number, kind: HeatKind) {
  const row = Math.floor(index / n);
  const column = index % n;
  const value = values[row]?.[column] ?? null;
  return {
    area: { x: x + column * cell, y: y + row * cell, width: cell, height: cell },
    heading: texts.pair(nameText(elementAt(columns, row)), nameText(elementAt(columns, column))),
    values: [{ text: value === null ? texts.notComputed : (kind === 'difference' ? difference : correlation)(value) }],
  };
}
