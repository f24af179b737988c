import { clamp } from '../../geometry.ts';
import type { Tone } from '../../palette.ts';

/**
 * A diverging scale from green over the surface to purple, which the common colour blindnesses keep apart. A colour is a
 * hue and an opacity, so that one scale serves every theme.
 */

export interface CellPaint {
  tone: Tone;
  opacity: number;
  /** The tone in which a text on the cell can be read. */
  text: Tone;
}

export interface CellGroup extends CellPaint {
  d: string;
}

/** Colours on each side of zero. */
export const steps = 8;
export const bucketCount = 2 * steps + 1;

/** None of these leaves a text on it below 4.5:1 in either theme: between the last weak and the first strong lies a jump. */
const opacities = [0, 0.07, 0.14, 0.23, 0.33, 0.45, 0.8, 0.9, 1];
const strongFrom = 6;

/** The colour of a value from −limit to limit; 0 has one of its own. */
export function bucketOf(value: number, limit: number): number {
  return clamp(Math.round((value / limit) * steps), -steps, steps) + steps;
}

export function bucketPaint(bucket: number): CellPaint {
  const strength = Math.abs(bucket - steps);
  if (strength === 0) return { tone: 'line', opacity: 0.45, text: 'ink' };
  return {
    tone: bucket > steps ? 'positive' : 'negative',
    opacity: opacities[strength] ?? 1,
    text: strength >= strongFrom ? 'surface' : 'ink',
  };
}
