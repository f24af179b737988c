import { interpolateLab, piecewise } from 'd3-interpolate';
import { interpolatePRGn, schemePRGn } from 'd3-scale-chromatic';

/**
 * A diverging scale from green over a neutral colour to purple, which the common colour blindnesses keep apart: PRGn of
 * ColorBrewer on a light ground; on a dark one its shades in the other order, from a dark neutral to the tints.
 */

/** Colours on each side of zero. */
export const DIVERGING_STEPS = 8;

/** From the most negative colour to the most positive one; zero has the middle. */
export const BUCKETS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16] as const;

export type DivergingTone = `diverging-${(typeof BUCKETS)[number]}`;

/** None of these leaves a text below 4.5:1 in either theme: between the last weak and the first strong lies a jump. */
const STRENGTHS = [0, 0.07, 0.15, 0.24, 0.34, 0.44, 0.86, 0.93, 1];
/** From this strength on a text has the colour of the surface. */
export const STRONG = 6;

/** 0 is the strongest green, 1 the strongest purple. */
export type DivergingColours = (position: number) => string;

/** Its last tenth is next to black on both sides. */
export const lightDiverging: DivergingColours = (position) => interpolatePRGn(0.5 + 0.9 * (0.5 - position));

const [, purple = '', , tintOfPurple = '', , , , tintOfGreen = '', , green = ''] = schemePRGn[11] ?? [];

export const darkDiverging: DivergingColours = piecewise(interpolateLab, [
  ...[tintOfGreen, green, '#2a313c', purple, tintOfPurple],
]);

const hexadecimal = (colour: string): string =>
  `#${(colour.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;

const positionOf = (bucket: number): number => {
  const steps = bucket - DIVERGING_STEPS;
  return 0.5 + (Math.sign(steps) * (STRENGTHS[Math.abs(steps)] ?? 1)) / 2;
};

/** The tones of a theme's diverging scale, by their names. */
export const divergingTones = (colours: DivergingColours): Record<DivergingTone, string> =>
  Object.fromEntries(
    BUCKETS.map((bucket) => [`diverging-${bucket}`, hexadecimal(colours(positionOf(bucket)))]),
  ) as Record<DivergingTone, string>;
