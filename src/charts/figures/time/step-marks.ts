import type { StepMoment } from '../../data.ts';
import type { Box } from '../../geometry.ts';
import type { Span } from '../../paths.ts';
import type { Panel } from '../panels.ts';

/** What a panel shows of a step: the stretch of time that may be it, and the line at the likeliest moment, if that is in it. */
export interface StepMark {
  box: Box;
  line: number | null;
}

/**
 * The marks of a step, panel by panel: a stretch that lies between two panels is in neither.
 * @param scales the place of a moment in each panel
 */
export function stepMarks(
  step: StepMoment | null,
  panels: readonly Panel[],
  scales: readonly ((moment: number) => number)[],
): StepMark[] {
  if (step === null) return [];
  return panels.flatMap(({ box, domain: [first, last] }, i) => {
    const [low, high] = [Math.max(step.low, first), Math.min(step.high, last)];
    const place = scales[i];
    if (low > high || place === undefined) return [];
    const isIn = step.at >= first && step.at <= last;
    return [{ box: { ...box, x: place(low), width: place(high) - place(low) }, line: isIn ? place(step.at) : null }];
  });
}

/** A box as a band. */
export const edgesOf = ({ x, y, width, height }: Box): Span[] =>
  [x, x + width].map((edge) => ({ x: edge, low: y + height, high: y }));
