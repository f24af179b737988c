import type { Side } from '../data.ts';
import type { Box } from '../geometry.ts';
import type { Reading } from '../reading.ts';
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
  { width, read }: { width: number; read: Reading },
): SquarePanels {
  const beside = width >= 460 && shown.length === 2;
  const ticksFor = (from: number, to: number): Tick[] =>
    verticalAxis(domain, [from, to], (values) => tickLabels(values, read.locale)).ticks;
  const left = Math.ceil(Math.max(24, ...ticksFor(1, 0).map((tick) => textWidth(tick.label)))) + 10;
  const room = width - left - 16;
  const size = Math.min(320, beside ? (room - GAP) / 2 : room);
  const boxes = shown.map((_, i) => ({
    ...(beside ? { x: left + i * (size + GAP), y: TOP } : { x: left, y: TOP + i * (size + 74) }),
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
        ...{ kind: 'linear', domain, locale: read.locale, range: [box.x, box.x + size] },
        bounds: [box.x - 12, box.x + size + 14],
      }).ticks,
  };
}
