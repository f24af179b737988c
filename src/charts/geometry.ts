import type { ScaleKind } from '../facts/document/distribution.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** The width a figure is drawn for when its container has `available` pixels. */
export const readableWidth = (available: number) => clamp(Math.round(available) || 640, 240, 1200);

/** The width of a figure on paper: an A4 or letter page within its margins, at 96 pixels an inch. */
export const paperWidth = 680;

/** The width on paper of a figure that is about as high as it is wide: two of them fill a page. */
export const twoOnAPage = 480;

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** A domain that has some length, so that a constant can be drawn in its middle. */
export function openDomain([low, high]: [number, number], kind: ScaleKind = 'linear'): [number, number] {
  if (low < high) return [low, high];
  if (kind === 'log') return [low / 2, low * 2];
  if (kind === 'time') return [low - 43_200_000, low + 43_200_000];
  const halfLength = Math.abs(low) * 2 ** -40 > 0.5 ? Math.abs(low) * 2 ** -20 : 0.5;
  return [low - halfLength, low + halfLength];
}
