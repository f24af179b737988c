import type { NumberColumn } from '../../engine/columns/decode.ts';
import { ecdf, type Ecdf } from '../../stats/describe/ecdf.ts';
import type { EcdfArena } from '../../stats/describe/ecdf-arena.ts';
import { moments } from '../../stats/describe/moments.ts';
import { SUMMARY_VERSION, type ColumnSummary, type NumberValues } from '../../facts/summary.ts';
import type { OrderFacts } from '../sequence/numbers.ts';
import { stepsOfCurve } from './curve.ts';
import { extremeRows } from './extreme-rows.ts';
import { periodSums, type TimeAxis } from './periods.ts';

/** Which column of which slice. */
export interface Summarised {
  column: string;
  slice: string;
  /** See `SummaryCounts`. */
  coerced: number | null;
}

export interface NumberOptions {
  as: 'number' | 'time';
  /** Memory for the result, which is then valid until it is laid out anew; without it the result has its own. */
  arena?: EcdfArena | undefined;
  /** The period of each row; null for none. */
  axis: TimeAxis | null;
  /** What the order of the rows tells, where it is wanted: see `OrderFacts`. */
  orderOf: ((column: NumberColumn, curve: Ecdf) => OrderFacts) | null;
}

/**
 * The summary of a column of numbers or times.
 * @param column the values of the slice's rows, in row order
 */
export function summariseNumbers(
  column: NumberColumn,
  { column: name, slice, coerced }: Summarised,
  { as, arena, axis, orderOf }: NumberOptions,
): ColumnSummary<NumberValues> {
  const curve = ecdf(column.values, column.missing, arena);
  const { missing, nan, positiveInfinity, negativeInfinity } = curve;
  return {
    version: SUMMARY_VERSION,
    column: name,
    slices: [slice],
    counts: { rows: column.values.length, missing, nan, positiveInfinity, negativeInfinity, coerced },
    values: {
      ...{ kind: 'numbers', as },
      ...stepsOfCurve(curve),
      moments: moments(curve),
      periods:
        axis === null ? null : { timeColumn: axis.timeColumn, unit: axis.unit, ...periodSums(column, axis.axis) },
      sequence: orderOf === null ? null : { ...orderOf(column, curve), ...extremeRows(column, curve) },
    },
  };
}
