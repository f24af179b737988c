import type { CountedSegment, SegmentTable } from '../../../facts/document/segments.ts';
import type { MeasureId } from '../../../facts/measures.ts';
import { NONE } from '../../../words/format.ts';
import { measureValue } from '../../../words/measure-value.ts';
import { words } from '../../../words/words.ts';

/** The entry of the handbook of what is measured. */
export const MEASURED_AS = { mae: 'mae', error_rate: 'accuracy' } as const satisfies Record<
  NonNullable<SegmentTable['measure']>,
  MeasureId
>;

/** The mean of a segment's error, and its interval; no interval where it cannot be told. */
export function measureText(
  measure: SegmentTable['measure'],
  estimate: CountedSegment['measure']['current'],
): { value: string; interval: string } {
  if (measure === null || !estimate) return { value: NONE, interval: '' };
  const show = (value: number): string => measureValue(MEASURED_AS[measure], value);
  const { value, low, high } = estimate;
  return {
    value: show(value),
    interval:
      low === null || high === null ? '' : words.sections.metrics.interval({ low: show(low), high: show(high) }),
  };
}
