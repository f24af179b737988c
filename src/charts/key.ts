import type { Side } from './data.ts';
import { textWidth } from './text.ts';

export interface KeyEntry {
  side: Side;
  x: number;
  y: number;
}

/** The files of a figure side by side, from `x` on. */
export function keyEntries(present: readonly Side[], x: number, y: number): KeyEntry[] {
  const widths = present.map((side) => textWidth(side) + 33);
  return present.map((side, i) => ({ side, x: x + widths.slice(0, i).reduce((sum, width) => sum + width, 0), y }));
}
