import type { Box } from './geometry.ts';
import type { Tone } from './palette.ts';
import { fontSize, textWidth, truncate } from './text.ts';

/** A text at its place. */
export interface PlacedLabel {
  x: number;
  y: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
  tone: Tone;
  size?: number;
  /** The whole text where `text` was cut. */
  full?: string;
  /** Degrees, around (x, y). */
  turn?: number;
}

export const label = (x: number, y: number, text: string, options: Partial<PlacedLabel> = {}): PlacedLabel => ({
  x,
  y,
  text,
  anchor: 'start',
  tone: 'ink-2',
  ...options,
});

/** A label no wider than `width`, which keeps its whole text. */
export function fittedLabel(placed: PlacedLabel, width: number): PlacedLabel {
  const text = truncate(placed.text, width, placed.size);
  return text === placed.text ? placed : { ...placed, text, full: placed.text };
}

/** The room a label takes; `y` is its base line. */
export function labelBox({ x, y, text, anchor, size = fontSize }: PlacedLabel): Box {
  const width = textWidth(text, size);
  const shift = { start: 0, middle: width / 2, end: width }[anchor];
  return { x: x - shift, y: y - size, width, height: size + 3 };
}
