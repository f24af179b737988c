import type { Difference, Estimate, Metric } from '../../../../facts/document/model/estimates.ts';
import { measureForm } from '../../../../facts/measures.ts';
import { NONE } from '../../../../words/format.ts';
import { measureValue } from '../../../../words/measure-value.ts';
import { words } from '../../../../words/words.ts';

const texts = words.sections.metrics;

export const metricName = (id: string) => words.model.measureName(id);

/** "7.9 to 8.3"; empty where there is none. */
export const intervalText = (id: string, { low, high }: Estimate): string =>
  low === null || high === null ? '' : texts.interval({ low: measureValue(id, low), high: measureValue(id, high) });

/** "in bins: 0.91 to 0.93": between which the number is sure to be; empty where it is known to the digits that are shown. */
export function boundsText(id: string, { atLeast, atMost }: Estimate): string {
  if (atLeast === undefined || atMost === undefined) return '';
  const [low, high] = [measureValue(id, atLeast), measureValue(id, atMost)];
  return low === high ? '' : texts.inBins({ low, high });
}

/** What changed, and by how much: in percent of the reference where that says something. */
export function changeText({ id, difference }: Metric): { value: string; interval: string } | null {
  if (difference === null) return null;
  const { relative } = difference;
  const absolute = measureForm(id) === 'percent' ? texts.points : texts.signed;
  const show = relative ? texts.relative : absolute;
  const { value, low, high }: Estimate = relative ?? difference;
  return {
    value: show(value),
    interval: low === null || high === null ? '' : texts.interval({ low: show(low), high: show(high) }),
  };
}

export function noiseText(difference: Difference | null): string {
  if (difference === null) return NONE;
  if (difference.low === null) return texts.cannotTell;
  return difference.beyondNoise ? texts.beyondNoise : texts.withinNoise;
}
