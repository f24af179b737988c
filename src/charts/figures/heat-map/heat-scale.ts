import { BUCKETS, DIVERGING_STEPS, STRONG } from '../../diverging.ts';
import { elementAt } from '../../../facts/element-at.ts';
import { clamp } from '../../geometry.ts';
import type { Tone } from '../../palette.ts';

export interface CellPaint {
  tone: Tone;
  opacity: number;
  /** The tone in which a text on the cell can be read. */
  text: Tone;
}

export interface CellGroup extends CellPaint {
  d: string;
}

/** The colour of a value from −limit to limit; 0 has one of its own. */
export function bucketOf(value: number, limit: number): number {
  const step = Math.round((value / limit) * DIVERGING_STEPS);
  return clamp(step, -DIVERGING_STEPS, DIVERGING_STEPS) + DIVERGING_STEPS;
}

export function bucketPaint(bucket: number): CellPaint {
  const strength = Math.abs(bucket - DIVERGING_STEPS);
  const text = strength >= STRONG ? 'surface' : 'ink';
  return { tone: `diverging-${elementAt(BUCKETS, bucket)}`, opacity: 1, text };
}
