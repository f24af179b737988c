import type { SidesWords } from '../words/en/sides.ts';
import type { Side } from './data.ts';
import { textWidth } from './text.ts';

export interface KeyEntry {
  side: Side;
  name: string;
  x: number;
  y: number;
}

/** The files of a figure side by side, from `x` on. */
export function keyEntries(present: readonly Side[], names: SidesWords, x: number, y: number): KeyEntry[] {
  let left = x;
  return present.map((side) => {
    const { name } = names[side];
    const entry = { side, name, x: left, y };
    left += textWidth(name) + 33;
    return entry;
  });
}
