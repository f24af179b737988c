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
  let at = x;
  return present.map((side) => {
    const { name } = names[side];
    const entry = { side, name, x: at, y };
    at += textWidth(name) + 33;
    return entry;
  });
}
