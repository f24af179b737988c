import { scaleLinear } from 'd3-scale';
import type { MixOfColumn } from '../../../facts/document/where.ts';
import { largest, smallest } from '../../../facts/extremes.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import type { Table } from '../../data.ts';
import { fitRows } from '../../fit.ts';
import type { Box } from '../../geometry.ts';
import { fittedLabel, label, type PlacedLabel } from '../../labels.ts';
import { textTone, type Tone } from '../../palette.ts';
import type { Stop } from '../../stops.ts';
import { textWidth } from '../../text.ts';

/** A measure of both files, and which part of its difference comes from another mix of a column's rows, and which from within them. */
export interface WaterfallData {
  /** Of the measure. */
  id: string;
  reference: number;
  current: number;
  parts: MixOfColumn;
}

/** A step from one value to another: from zero for the files, from where the last one ended for what lies between them. */
interface Step {
  name: string;
  start: number;
  end: number;
  tone: Tone;
  /** What is said of it. */
  text: string;
  /** How far the part may be off, as ends of the step; null where that is not known. */
  interval: [number, number] | null;
}

export interface WaterfallPicture {
  height: number;
  plot: Box;
  bars: { tone: Tone; box: Box }[];
  /** Where a step ends, down to the next one. */
  links: { x: number; top: number; bottom: number }[];
  intervals: { y: number; low: number; high: number }[];
  /** Where nothing is. */
  zero: number;
  labels: PlacedLabel[];
  stops: Stop[];
}

const { waterfall: texts } = words.figures;
const TOP = 4;
const NAME_HEIGHT = 17;
const THICKNESS = 14;
const AIR = 12;
const ROW = NAME_HEIGHT + THICKNESS + AIR;

function stepsOf({ id, reference, current, parts }: WaterfallData, names: SidesWords): Step[] {
  const { mix } = parts;
  const intervalOf = ({ low, high }: MixOfColumn['mix'], start: number): Step['interval'] =>
    low === null || high === null ? null : [start + low, start + high];
  const part = (name: string, start: number, estimate: MixOfColumn['mix']): Step => ({
    ...{ name, start, end: start + estimate.value, tone: 'ink' },
    ...{ text: texts.part(id, estimate), interval: intervalOf(estimate, start) },
  });
  const file = (side: 'reference' | 'current', end: number): Step => ({
    ...{ name: names[side].name, start: 0, end, tone: side, text: texts.value(id, end), interval: null },
  });
  return [
    file('reference', reference),
    part(texts.mix(parts), reference, mix),
    part(texts.within(parts), reference + mix.value, parts.within),
    file('current', current),
  ];
}

/** Four steps below each other, from the reference to the current file. */
export function waterfallPicture(
  data: WaterfallData,
  width: number,
  names: SidesWords,
  height?: number,
): WaterfallPicture {
  const steps = stepsOf(data, names);
  const { pitch } = fitRows(steps.length, height === undefined ? undefined : height - TOP, ROW, ROW);
  const ends = steps.flatMap(({ start, end, interval }) => [start, end, ...(interval ?? [])]);
  const room = 12 + largest(steps.map(({ text }) => textWidth(text)));
  const plot: Box = { x: 0, y: TOP, width: Math.max(80, width - room), height: steps.length * pitch };
  const x = scaleLinear([Math.min(0, smallest(ends)), Math.max(1e-12, largest(ends))], [0, plot.width]);
  const barY = (i: number): number => plot.y + i * pitch + NAME_HEIGHT;
  return {
    height: plot.y + plot.height,
    plot,
    bars: steps.map(({ start, end, tone }, i) => ({
      tone,
      box: {
        ...{ x: x(Math.min(start, end)), y: barY(i) },
        ...{ width: Math.max(1, Math.abs(x(end) - x(start))), height: THICKNESS },
      },
    })),
    links: steps.slice(0, -1).map(({ end }, i) => ({ x: x(end), top: barY(i) + THICKNESS, bottom: barY(i + 1) })),
    intervals: steps.flatMap(({ interval }, i) =>
      interval === null ? [] : [{ y: barY(i) + THICKNESS / 2, low: x(interval[0]), high: x(interval[1]) }],
    ),
    zero: x(0),
    labels: steps.flatMap(({ name, start, end, interval, text, tone }, i) => [
      fittedLabel(label(plot.x, plot.y + i * pitch + 12, name, { tone: toneOf(tone) }), width - 4),
      label(x(largest([start, end, ...(interval ?? [])])) + 8, barY(i) + 11, text, { tone: toneOf(tone) }),
    ]),
    stops: steps.map(({ name, text }, i) => ({
      area: { x: 0, y: plot.y + i * pitch, width, height: pitch },
      heading: name,
      values: [{ text }],
    })),
  };
}

const toneOf = (tone: Tone): Tone => (tone === 'reference' || tone === 'current' ? textTone[tone] : tone);

export const describeWaterfall = (data: WaterfallData): string => texts.description(data);

export function waterfallTable(data: WaterfallData, names: SidesWords): Table {
  const { reference, current, parts } = data;
  const { mix } = parts;
  return {
    columns: [
      { name: texts.step, holds: 'text' },
      { name: texts.amount, holds: 'number' },
      { name: texts.low, holds: 'number' },
      { name: texts.high, holds: 'number' },
    ],
    rows: [
      [names.reference.name, reference, null, null],
      [texts.mix(parts), mix.value, mix.low, mix.high],
      [texts.within(parts), parts.within.value, parts.within.low, parts.within.high],
      [names.current.name, current, null, null],
    ],
  };
}
