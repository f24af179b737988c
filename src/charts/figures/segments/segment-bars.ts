import { scaleLinear } from 'd3-scale';
import type { SearchBasis } from '../../../facts/document/where.ts';
import { elementAt } from '../../../facts/element-at.ts';
import { largest } from '../../../facts/extremes.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import { sides, type PerSide, type Side, type Table } from '../../data.ts';
import { fitRows } from '../../fit.ts';
import type { Box } from '../../geometry.ts';
import { keyEntries, type KeyEntry } from '../../key.ts';
import { fittedLabel, label, type PlacedLabel } from '../../labels.ts';
import { textTone } from '../../palette.ts';
import type { Stop } from '../../stops.ts';
import { nameText, textWidth } from '../../text.ts';

/** Segments with what is said of them in each file, and the same of all rows. */
export interface SegmentBarsData {
  basis: SearchBasis;
  segments: { name: string; values: PerSide<number> }[];
  /** Absent where it says nothing: all rows are all rows. */
  whole: PerSide<number>;
}

export interface SegmentBarsPicture {
  height: number;
  plot: Box;
  bars: { side: Side; boxes: Box[] }[];
  /** Where each file as a whole is. */
  rules: { side: Side; x: number }[];
  labels: PlacedLabel[];
  key: KeyEntry[];
  stops: Stop[];
}

const { segments: texts } = words.figures;
const top = 26;
const nameHeight = 17;
const thickness = 10;
const air = 10;

const shownSides = ({ segments, whole }: SegmentBarsData): Side[] =>
  sides.filter((side) => whole[side] !== undefined || segments.some(({ values }) => values[side] !== undefined));

/** With a `height`, the segments that find room in it, from the first on. */
export function segmentBarsPicture(
  data: SegmentBarsData,
  width: number,
  names: SidesWords,
  height?: number,
): SegmentBarsPicture {
  const { basis, whole } = data;
  const shown = shownSides(data);
  const rowHeight = nameHeight + shown.length * (thickness + 1) + air;
  const fit = fitRows(
    data.segments.length,
    height === undefined ? undefined : height - top - 4,
    rowHeight,
    rowHeight - air + 4,
  );
  const segments = data.segments.slice(0, fit.shown);
  const valueOf = (value: number): string => texts.value(basis, value);
  const all = [
    ...segments.flatMap(({ values }) => sides.flatMap((side) => values[side] ?? [])),
    ...Object.values(whole),
  ];
  const room =
    8 +
    largest(
      all.map((value) => textWidth(valueOf(value))),
      0,
    );
  const plot: Box = { x: 0, y: top, width: width - room, height: segments.length * fit.pitch };
  const x = scaleLinear([0, largest(all, 1e-12)], [0, plot.width]);
  const barY = (i: number, s: number): number => plot.y + i * fit.pitch + nameHeight + s * (thickness + 1);
  return {
    height: plot.y + plot.height + 4,
    plot,
    bars: shown.map((side, s) => ({
      side,
      boxes: segments.map(({ values }, i) => ({
        ...{ x: plot.x, y: barY(i, s), width: x(values[side] ?? 0), height: thickness },
      })),
    })),
    rules: sides.flatMap((side) => (whole[side] === undefined ? [] : [{ side, x: x(whole[side]) }])),
    labels: segments.flatMap(({ name, values }, i) => [
      fittedLabel(label(plot.x, plot.y + i * fit.pitch + 12, nameText(name), { tone: 'ink' }), width - 4),
      ...shown.flatMap((side, s) =>
        values[side] === undefined
          ? []
          : [label(plot.x + x(values[side]) + 6, barY(i, s) + 9, valueOf(values[side]), { tone: textTone[side] })],
      ),
    ]),
    key: keyEntries(shown, names, plot.x, 11),
    stops: segments.map(({ name, values }, i) => ({
      area: { x: 0, y: plot.y + i * fit.pitch, width, height: fit.pitch },
      heading: nameText(name),
      values: shown.map((side) => ({ side, text: valueText(values[side], basis) })),
    })),
  };
}

const valueText = (value: number | undefined, basis: SearchBasis): string => texts.value(basis, value);

export function describeSegmentBars({ basis, segments, whole }: SegmentBarsData, names: SidesWords): string {
  if (segments.length === 0) return texts.nothing;
  const { name, values } = elementAt(segments, 0);
  return texts.description({ basis, name: nameText(name), values, whole, names });
}

export function segmentBarsTable(data: SegmentBarsData, names: SidesWords): Table {
  const shown = shownSides(data);
  const holds = data.basis === 'mae' ? 'number' : 'share';
  const all = Object.keys(data.whole).length === 0 ? [] : [{ name: texts.whole, values: data.whole }];
  return {
    columns: [
      { name: texts.segment, holds: 'text' },
      ...shown.map((side) => ({ name: names[side].heading, holds }) as const),
    ],
    rows: [...data.segments, ...all].map(({ name, values }) => [name, ...shown.map((side) => values[side] ?? null)]),
  };
}
