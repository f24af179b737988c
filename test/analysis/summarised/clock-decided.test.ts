import { describe, expect, test } from 'vitest';
import { clockDecided } from '../../../src/analysis/summarised/clock-decided.ts';
import { summarisedResult } from '../../../src/analysis/summarised/summarised-result.ts';
import { jobs } from '../../../tools/calibration/simulate.ts';
import type { SummarisedOrder } from '../../../src/facts/summary-file.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { normal } from '../../../tools/calibration/draws.ts';
import { edgesOf, summarised } from './summarised.ts';

const HOUR = 3_600_000;
/** Rows of 15 minutes; hour 0 is a Thursday. */
const rowsOf = (hours: number, valueAt: (hour: number, quarter: number) => number): Float64Array =>
  Float64Array.from({ length: 4 * hours }, (_, row) => valueAt(Math.floor(row / 4), row % 4));

function orderOf(values: Float64Array, edges: readonly number[], firstHour = 0): SummarisedOrder {
  const { order } = summarised(values, edges, { perStretch: 4 });
  if (order === null) throw new Error('no order');
  return {
    ...order,
    stretches: { ...order.stretches, starts: order.stretches.starts.map((start) => start + firstHour * HOUR) },
  };
}

const hourOfDay = (hour: number, quarter: number): number => (hour % 24) * 4 + quarter;
const weekday = (hour: number): number => Math.floor(hour / 24) % 7;

describe('what the clock decides is named, and not called changed', () => {
  test('the time of the day, of which the current file has a part', () => {
    const reference = rowsOf(24 * 20, hourOfDay);
    const edges = edgesOf(reference);
    const current = rowsOf(10, (hour, quarter) => hourOfDay(hour + 6, quarter));
    expect(clockDecided(orderOf(reference, edges), orderOf(current, edges, 24 * 20 + 6))).toEqual({
      cycle: 'day',
      slots: 24,
      lacking: 14,
    });
    const columns = { reference: summarised(reference, edges), current: summarised(current, edges) };
    const drift = summarisedResult({
      job: jobs.numeric,
      columns: {
        reference: { ...columns.reference, order: orderOf(reference, edges) },
        current: { ...columns.current, order: orderOf(current, edges, 24 * 20 + 6) },
      },
    }).drift;
    expect(drift).toMatchObject({ calendar: { cycle: 'day', slots: 24, lacking: 14 } });
  });

  test('the day of the week', () => {
    const reference = rowsOf(24 * 28, weekday);
    const edges = edgesOf(reference);
    const current = rowsOf(48, (hour) => weekday(hour + 48));
    expect(clockDecided(orderOf(reference, edges), orderOf(current, edges, 24 * 28 + 48))).toEqual({
      cycle: 'week',
      slots: 168,
      lacking: 120,
    });
  });

  test('a clock that went wrong is no calendar, and neither is a constant', () => {
    const reference = rowsOf(24 * 20, hourOfDay);
    const edges = edgesOf(reference);
    const late = rowsOf(72, (hour, quarter) => hourOfDay(hour + 2, quarter));
    expect(clockDecided(orderOf(reference, edges), orderOf(late, edges, 24 * 20))).toBeNull();
    const constant = rowsOf(24 * 20, () => 3);
    expect(clockDecided(orderOf(constant, [3]), orderOf(constant.slice(0, 96), [3]))).toBeNull();
  });

  test('columns of the process with a daily cycle are compared as before', () => {
    const random = seededRandom(31);
    const found = Array.from({ length: 60 }, () => {
      const draw = (hours: number): Float64Array =>
        rowsOf(hours, (hour) => Math.sin((hour * Math.PI) / 12) + normal(random));
      const reference = draw(24 * 20);
      const edges = edgesOf(reference);
      return clockDecided(orderOf(reference, edges), orderOf(draw(24), edges, 24 * 20));
    });
    expect(found.filter((calendar) => calendar !== null)).toEqual([]);
  });
});
