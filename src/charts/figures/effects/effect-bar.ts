import { scaleLinear } from 'd3-scale';
import { words } from '../../../words/words.ts';
import type { Box, Point } from '../../geometry.ts';
import type { State } from '../../data.ts';
import type { Tone } from '../../palette.ts';
import { stateTone } from './effect-rank.ts';

export interface EffectBarPicture {
  bar: Box;
  tone: Tone;
  /** Where the threshold stands. */
  tick: number;
  /** The head of a bar that goes on beyond the picture. */
  tips: Point[];
}

export interface EffectBarOptions {
  threshold: number;
  /** What became of the column: its colour, whatever the length of the bar. */
  state: State;
  /** The largest effect drawn at its length; longer bars end in an arrow. */
  max: number;
  width: number;
  height: number;
}

export function effectBarPicture(
  value: number | null,
  { threshold, state, max, width, height }: EffectBarOptions,
): EffectBarPicture {
  const x = scaleLinear([0, max > 0 ? max : 1], [1, width - 1]).clamp(true);
  const size = value === null || Number.isNaN(value) ? 0 : Math.abs(value);
  const isLonger = size > max;
  const end = x(isLonger ? max : size) - (isLonger ? 5 : 0);
  return {
    bar: { x: 1, y: height / 2 - 3, width: size === 0 ? 0 : Math.max(1, end - 1), height: 6 },
    tone: stateTone(state),
    tick: x(threshold),
    tips: isLonger ? [{ x: width - 1, y: height / 2 }] : [],
  };
}

export function describeEffect(value: number | null, threshold: number): string {
  if (value === null || Number.isNaN(value)) return words.figures.effects.notComputed;
  return words.figures.effects.bar({ value, threshold });
}
