import { sides, type PeriodMean, type PerSide, type Side } from '../data.ts';
import { clamp, type Box } from '../geometry.ts';

/** A stretch of the time axis and the files it shows. */
export interface Panel {
  sides: readonly Side[];
  domain: [number, number];
  box: Box;
}

const PANEL_GAP = 24;

/**
 * One panel for both files where they overlap or lie close together, else one each, as wide as its file is long (within
 * a quarter and three quarters of the plot), the earlier one first.
 */
export function panelsOf(periods: PerSide<PeriodMean[]>, plot: Box): Panel[] {
  const spans = sides
    .map((side) => ({ side, domain: domainOf(periods[side] ?? []) }))
    .filter((span): span is { side: Side; domain: [number, number] } => span.domain !== null)
    .sort((a, b) => a.domain[0] - b.domain[0]);
  const [first, second] = spans;
  if (first === undefined) return [];
  if (second === undefined) return [{ sides: [first.side], domain: first.domain, box: plot }];
  const end = Math.max(first.domain[1], second.domain[1]);
  const gap = second.domain[0] - first.domain[1];
  if (gap <= 0.1 * (end - first.domain[0])) {
    return [{ sides: sides.filter((side) => periods[side]?.length), domain: [first.domain[0], end], box: plot }];
  }
  const lengths = spans.map(({ domain }) => domain[1] - domain[0]);
  const share = clamp((lengths[0] ?? 1) / ((lengths[0] ?? 1) + (lengths[1] ?? 1)), 0.25, 0.75);
  const room = plot.width - PANEL_GAP;
  return [
    { sides: [first.side], domain: first.domain, box: { ...plot, width: room * share } },
    {
      sides: [second.side],
      domain: second.domain,
      box: { ...plot, x: plot.x + room * share + PANEL_GAP, width: room * (1 - share) },
    },
  ];
}

function domainOf(periods: PeriodMean[]): [number, number] | null {
  const first = periods[0];
  const last = periods.at(-1);
  return first === undefined || last === undefined ? null : [first.start, last.end];
}
