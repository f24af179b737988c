import { largest } from '../../../facts/extremes.ts';
import { scaleLinear } from 'd3-scale';
import { words } from '../../../words/words.ts';
import type { RankedEffect, State, Table } from '../../data.ts';
import { fitRows } from '../../fit.ts';
import { clamp, type Box, type Point } from '../../geometry.ts';
import { fittedLabel, label, type PlacedLabel } from '../../labels.ts';
import type { Tone } from '../../palette.ts';
import type { Stop } from '../../stops.ts';
import { nameText, quoted, textWidth } from '../../text.ts';

const { columns, effects: texts } = words.figures;

interface Lollipop {
  start: Point;
  end: Point;
  tone: Tone;
  look: 'filled' | 'ring' | 'dashed';
  isLonger: boolean;
}

export interface EffectRankPicture {
  height: number;
  plot: Box;
  /** Where an effect equals its threshold. */
  threshold: number;
  lollipops: Lollipop[];
  labels: PlacedLabel[];
  stops: Stop[];
}

const looks = { changed: 'filled', moved: 'filled', stable: 'ring', insufficient: 'dashed' } as const;

/** Thresholds beyond which a line ends in an arrow: it says "much more" and lets the others be told apart. */
const longest = 10;
const top = 40;

/** Effect ÷ threshold: how many times the least change that matters. */
export const ratioOf = ({ effect, threshold }: RankedEffect): number | null =>
  effect === null || Number.isNaN(effect) || !(threshold > 0) ? null : Math.abs(effect) / threshold;

/** With a `height`, the effects that find room in it, from the first on. */
export function effectRankPicture(ranked: RankedEffect[], width: number, height?: number): EffectRankPicture {
  const stacked = width < 440;
  const room = height === undefined ? undefined : height - top - 22;
  const { shown, pitch } = fitRows(ranked.length, room, stacked ? 38 : 26, stacked ? 32 : 19);
  const effects = ranked.slice(0, shown);
  const leftOut = ranked.length - shown;
  const ratios = effects.map(ratioOf);
  const labelRoom =
    largest(
      effects.map((row) => textWidth(valueText(row))),
      0,
    ) + 14;
  const nameRoom = largest(
    effects.map(({ name }) => textWidth(nameText(name))),
    0,
  );
  const nameWidth = stacked ? width - 8 : clamp(Math.ceil(nameRoom), 48, width * 0.34);
  const left = stacked ? 5 : nameWidth + 14;
  const plot: Box = { x: left, y: top, width: width - left - labelRoom, height: effects.length * pitch };
  const limit = clamp(
    largest(
      ratios.map((ratio) => ratio ?? 0),
      0,
    ),
    1.6,
    longest,
  );
  const x = scaleLinear([0, limit], [plot.x, plot.x + plot.width]).clamp(true);
  const level = (i: number) => plot.y + i * pitch + (stacked ? 27 : pitch / 2);
  const name = (row: RankedEffect, i: number) =>
    fittedLabel(
      stacked
        ? label(plot.x, level(i) - 10, nameText(row.name), { tone: 'ink' })
        : label(plot.x - 14, level(i) + 4, nameText(row.name), { tone: 'ink', anchor: 'end' }),
      nameWidth,
    );
  const lollipops = effects.map((row, i) => lollipop(row, ratios[i] ?? null, x, level(i)));
  return {
    height: effects.length === 0 ? 40 : plot.y + plot.height + (leftOut > 0 ? 22 : 4),
    plot,
    threshold: x(1),
    lollipops,
    labels: [
      ...(effects.length === 0 ? [label(0, 26, texts.none)] : heading(x(1), width)),
      ...effects.map(name),
      ...(leftOut > 0 ? [label(plot.x, plot.y + plot.height + 16, texts.more(leftOut))] : []),
      ...effects.map((row, i) =>
        label((lollipops[i]?.end.x ?? 0) + 11, level(i) + 4, valueText(row), { tone: 'ink-2' }),
      ),
    ],
    stops: effects.map((row, i) => ({
      area: { x: 0, y: plot.y + i * pitch, width, height: pitch },
      heading: nameText(row.name),
      values: [{ text: texts.stop({ state: row.state, ...movedBy(row) }) }],
    })),
  };
}

/** A state in colour: what asks for no attention has none. */
export const stateTone = (state: State): Tone => (state === 'changed' || state === 'moved' ? state : 'ink-2');

function heading(position: number, width: number): PlacedLabel[] {
  const halfWidth = textWidth(texts.axis) / 2;
  return [label(clamp(position, halfWidth, width - halfWidth), 24, texts.axis, { anchor: 'middle' })];
}

function lollipop(row: RankedEffect, ratio: number | null, x: (v: number) => number, y: number): Lollipop {
  return {
    start: { x: x(0), y },
    end: { x: x(ratio ?? 0), y },
    tone: stateTone(row.state),
    look: looks[row.state],
    isLonger: ratio !== null && ratio > longest,
  };
}

const valueText = (row: RankedEffect): string => {
  const ratio = ratioOf(row);
  if (ratio === null) return texts.states[row.state];
  return row.label ?? texts.times(ratio);
};

const movedBy = (row: RankedEffect) => ({ label: row.label ?? null, ratio: ratioOf(row) });

export function describeEffectRank(effects: RankedEffect[]): string {
  const [first] = effects.filter((row) => ratioOf(row) !== null).sort((a, b) => (ratioOf(b) ?? 0) - (ratioOf(a) ?? 0));
  if (first === undefined) return texts.nothing;
  const count = (state: State) => effects.filter((row) => row.state === state).length;
  const counts = {
    ...{ changed: count('changed'), moved: count('moved') },
    ...{ stable: count('stable'), insufficient: count('insufficient') },
  };
  return texts.movedMost({ counts, name: quoted(first.name), ...movedBy(first) });
}

export function effectRankTable(effects: RankedEffect[]): Table {
  return {
    columns: [
      { name: columns.column, holds: 'text' },
      { name: columns.state, holds: 'text' },
      { name: columns.effect, holds: 'number' },
      { name: columns.threshold, holds: 'number' },
      { name: columns.ratio, holds: 'number' },
    ],
    rows: effects.map((row) => [row.name, texts.states[row.state], row.effect, row.threshold, ratioOf(row)]),
  };
}
