import { elementAt } from '../facts/element-at.ts';
import type { SidesWords } from '../words/en/sides.ts';
import { words } from '../words/words.ts';
import type { Side } from './data.ts';
import type { RowsAt } from '../facts/slice.ts';
import type { Box, Point } from './geometry.ts';
import { clamp } from './geometry.ts';

/** A place in a figure where the cursor can rest, and what it reads there. */
export interface Stop {
  area: Box;
  heading: string;
  values: { side?: Side; text: string }[];
  /** Which rows are there, by the column that the figure is of or by its times; absent where they are those of no one condition. */
  rows?: RowsAt;
}

/** All stops of a figure; made on demand, for a matrix has tens of thousands. */
export interface Stops {
  count: number;
  /** Stops in a row of a grid; 1 for a list. */
  columns: number;
  stopAt: (index: number) => Stop;
  /** The stop nearest to a point. */
  find: (point: Point) => number;
}

export function listStops(stops: Stop[]): Stops {
  const distance = ({ area }: Stop, { x, y }: Point) =>
    Math.max(area.x - x, x - area.x - area.width, 0) + Math.max(area.y - y, y - area.y - area.height, 0);
  return {
    count: stops.length,
    columns: 1,
    stopAt: (index) =>
      stops[clamp(index, 0, stops.length - 1)] ?? {
        area: { x: 0, y: 0, width: 0, height: 0 },
        heading: '',
        values: [],
      },
    find: (point) =>
      stops.reduce((best, stop, i) => (distance(stop, point) < distance(elementAt(stops, best), point) ? i : best), 0),
  };
}

/** Where a key moves the cursor; null for a key that is not the cursor's. */
export function moveStop(key: string, index: number, { count, columns }: Stops): number | null {
  const page = columns > 1 ? columns * 10 : Math.max(1, Math.round(count / 10));
  const moves: Record<string, number> = {
    ArrowRight: index + 1,
    ArrowLeft: index - 1,
    ArrowDown: index + columns,
    ArrowUp: index - columns,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
  const target = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (target === undefined) return null;
  const leavesGrid = columns > 1 && (target < 0 || target >= count);
  return leavesGrid ? index : clamp(target, 0, count - 1);
}

/** What a screen reader says at a stop. */
export function stopText({ heading, values }: Stop, names: SidesWords): string {
  const parts = values.map(({ side, text }) => ({ side: side === undefined ? null : names[side].name, text }));
  return words.figures.common.stop(heading, parts);
}

export interface Placement {
  left?: number;
  right?: number;
  top: number;
  maxWidth: number;
}

/** The readout beside a narrow stop, on the side with more room; below or above a wide one. */
export function readoutPlacement(area: Box, width: number, height: number): Placement {
  const gap = 10;
  if (area.width > width / 2) {
    const hasRoomBelow = area.y + area.height < height * 0.6;
    return {
      left: area.x + gap,
      top: hasRoomBelow ? area.y + area.height + 4 : area.y - 64,
      maxWidth: width - 2 * gap,
    };
  }
  const roomRight = width - area.x - area.width - gap;
  const roomLeft = area.x - gap;
  const top = clamp(area.y, 0, Math.max(0, height - 72));
  if (roomRight >= Math.min(180, roomLeft)) return { left: area.x + area.width + gap, top, maxWidth: roomRight };
  return { right: width - area.x + gap, top, maxWidth: roomLeft };
}
