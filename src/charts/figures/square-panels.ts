import { largest } from '../../facts/extremes.ts';
import type { Side } from '../data.ts';
import type { Box } from '../geometry.ts';
import { textWidth } from '../text.ts';
import { tickLabels } from '../tick-labels.ts';
import { horizontalAxis, verticalAxis, type Tick } from '../ticks.ts';

/** Square plots of predicted against actual, one a file. */
export interface SquarePanels {
  boxes: Box[];
  size: number;
  yTicks: Tick[];
  xTicksOf: (box: Box) => Tick[];
  /** Where the lowest plot ends. */
  bottom: number;
}

const TOP = 42;
const GAP = 28;

/** Side by side where there is room, else one below the other; both axes have the same ends. */
export function squarePanels(
  shown: readonly Side[],
  domain: [number, number],
  { width, height }: { width: number; height?: number | undefined },
): SquarePanels {
  const ticksFor = (start: number, end: number): Tick[] => verticalAxis(domain, [start, end], tickLabels).ticks;
  const left =
    Math.ceil(
      largest(
        ticksFor(1, 0).map((tick) => textWidth(tick.label)),
        24,
      ),
    ) + 10;
  const room = width - left - 16;
  const { beside: isRow, size } = arrangement(shown.length, room, { width, height });
  const boxes = shown.map((_, i) => ({
    ...(isRow ? { x: left + i * (size + GAP), y: TOP } : { x: left, y: TOP + i * (size + 74) }),
    ...{ width: size, height: size },
  }));
  const first = boxes[0];
  return {
    boxes,
    size,
    bottom: (boxes.at(-1)?.y ?? TOP) + size,
    yTicks: first === undefined ? [] : ticksFor(first.y + size, first.y),
    xTicksOf: (box) =>
      horizontalAxis({
        ...{ kind: 'linear', domain, range: [box.x, box.x + size] },
        bounds: [box.x - 12, box.x + size + 14],
      }).ticks,
  };
}

/** Beside each other where there is the width, or where a height is to be kept and panels become larger so. */
function arrangement(panels: number, room: number, { width, height }: { width: number; height?: number | undefined }) {
  const halfWidth = (room - GAP) / 2;
  if (height === undefined) {
    const isRow = width >= 460 && panels === 2;
    return { beside: isRow, size: Math.min(320, isRow ? halfWidth : room) };
  }
  const single = Math.min(room, height - TOP - 48);
  if (panels < 2) return { beside: false, size: Math.max(64, single) };
  const stackedSize = Math.min(room, (height - TOP - 122) / 2);
  return {
    beside: Math.min(halfWidth, single) >= stackedSize,
    size: Math.max(64, stackedSize, Math.min(halfWidth, single)),
  };
}
