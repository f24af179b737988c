import { clamp } from './geometry.ts';

/**
 * A picture with a part of `own` height that can be made taller or lower, drawn so that the whole is `height` tall; as it
 * is without one. The part is never lower than 64, so that a picture may turn out taller than it should.
 */
export function fitHeight<P extends { height: number }>(
  draw: (flexible: number) => P,
  usualHeight: number,
  height: number | undefined,
): P {
  let flexible = usualHeight;
  let drawn = draw(flexible);
  // What stands around the part can depend on it: a key that finds no room, for one.
  for (let turn = 0; turn < 3 && height !== undefined && drawn.height !== height; turn++) {
    flexible = Math.max(64, flexible + height - drawn.height);
    drawn = draw(flexible);
  }
  return drawn;
}

/** How many of `rows` stand in `room`, and how far apart: `pitch` where there is no limit, `least` at the closest. */
export function fitRows(rows: number, room: number | undefined, pitch: number, closest: number) {
  if (room === undefined || rows === 0) return { shown: rows, pitch };
  const shown = clamp(Math.floor(room / closest), 1, rows);
  return { shown, pitch: clamp(room / shown, closest, pitch * 1.75) };
}
