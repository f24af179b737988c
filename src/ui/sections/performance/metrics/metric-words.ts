import type { Difference, Estimate, Metric } from '../../../../facts/performance.ts';
import { measureForm } from '../../../../facts/measures.ts';
import { NONE, effect, number, share } from '../../../../words/format.ts';
import { words } from '../../../../words/words.ts';

export const metricName = (id: string) => words.model.measureName(id);

const shows = { number, percent: share, score: number };

/** A measure's value, in its own way. */
export const metricValue = (id: string, value: number | null | undefined): string =>
  shows[measureForm(id) ?? 'number'](value);

/** "7.9 to 8.3", or why there is none. */
export const intervalText = (id: string, { low, high }: Estimate): string =>
  low === null || high === null ? '' : `${metricValue(id, low)} to ${metricValue(id, high)}`;

const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);
const percentChange = (value: number) => signed(share(value), value);

/** What changed, and by how much: in percent of the reference where that says something. */
export function changeText({ id, difference }: Metric): { value: string; interval: string } | null {
  if (difference === null) return null;
  const { relative } = difference;
  const inPoints = measureForm(id) === 'percent' && relative === null;
  const show = relative ? percentChange : (value: number) => (inPoints ? points(value) : signed(effect(value), value));
  const of: Estimate = relative ?? difference;
  return {
    value: show(of.value),
    interval: of.low === null || of.high === null ? '' : `${show(of.low)} to ${show(of.high)}`,
  };
}

/** A difference of two percentages: "+3.8 pts". */
export const points = (value: number): string => `${signed(effect(value * 100), value)} pts`;

export function noiseText(difference: Difference | null): string {
  if (difference === null) return NONE;
  if (difference.low === null) return 'cannot be told';
  return difference.beyondNoise ? 'More than noise' : 'No more than noise';
}
