import type { Side, SideNames } from './data.ts';
import { textWidth } from './text.ts';

export interface KeyEntry {
  side: Side;
  name: string;
  x: number;
  y: number;
}

/** The files of a figure side by side, from `x` on. */
export function keyEntries(present: readonly Side[], names: SideNames, x: number, y: number): KeyEntry[] {
  let at = x;
  return present.map((side) => {
    const entry = { side, name: names[side], x: at, y };
    at += textWidth(names[side]) + 33;
    return entry;
  });
}
