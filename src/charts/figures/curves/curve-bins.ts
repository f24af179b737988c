import { largest } from '../../../facts/extremes.ts';
import { number } from '../../../words/format.ts';
import type { Box } from '../../geometry.ts';
import { label, type PlacedLabel } from '../../labels.ts';
import { textWidth, truncate } from '../../text.ts';
import type { Tick } from '../../ticks.ts';

/** Places on an axis that are bins: the i-th stands at i + 1. */
export interface CurveBins {
  names: string[];
  /** The ends of bins of numbers; absent for categories. */
  edges?: number[] | undefined;
}

export const binDomain = ({ names }: CurveBins): [number, number] => [0.5, Math.max(1, names.length) + 0.5];

/** Ticks between bins of numbers, as many as stand apart. */
export function binTicks({ edges = [] }: CurveBins, scale: (value: number) => number): Tick[] {
  let end = -Infinity;
  return edges.flatMap((value, i): Tick[] => {
    const [position, text] = [scale(i + 0.5), number(value)];
    const halfWidth = textWidth(text) / 2 + 5;
    if (position - halfWidth < end) return [];
    end = position + halfWidth;
    return [{ value: i, position, labelPosition: position, label: text }];
  });
}

const LONGEST = 96;

/** Names of categories below the axis: level where all have room, else turned. */
export function categoryLabels(
  { names, edges }: CurveBins,
  scale: (value: number) => number,
  plot: Box,
): { labels: PlacedLabel[]; room: number } {
  if (edges !== undefined || names.length === 0) return { labels: [], room: 0 };
  const y = plot.y + plot.height;
  const pitch = plot.width / names.length;
  if (names.every((name) => textWidth(name) < pitch - 6)) {
    return { labels: names.map((name, i) => label(scale(i + 1), y + 17, name, { anchor: 'middle' })), room: 0 };
  }
  const labels = names.map((name, i) => {
    const x = scale(i + 1) + 4;
    const text = truncate(name, Math.min(LONGEST, x * 1.2), 11);
    return label(x, y + 14, text, { anchor: 'end', turn: -40, size: 11, ...(text !== name && { full: name }) });
  });
  return { labels, room: Math.ceil(largest(labels.map(({ text }) => textWidth(text, 11))) * 0.64) };
}
