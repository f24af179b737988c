import { decodeDoubles } from '../../engine/columns/decode.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { denseCodes } from '../../stats/describe/dense-codes.ts';
import { periodAxes, timeSpan, type AskedPeriods, type SharedAxis } from '../summarise/periods.ts';
import { findStrata, type ConditionColumns, type FoundStrata, type SharedStrata } from '../within/strata.ts';
import { findMachines } from './machines.ts';
import { shareOrder, type SharedOrder } from './row-order.ts';

/** What is known of the rows, shared by every column of a run. */
export interface SharedRows {
  /** Null where no row has a time. */
  axis: SharedAxis | null;
  /** Null for one file alone. */
  order: SharedOrder | null;
  /** Absent where columns are compared as a whole. */
  strata?: SharedStrata | null;
}

/** What is worked out of them once for a run. */
export interface FoundRows extends Omit<SharedRows, 'strata'> {
  /** Finer periods, that dates of segments are told by; null where no row has a time. Columns do not need them. */
  dates: SharedAxis | null;
}

/** What tells the order of the rows, as it leaves the engines. */
export interface RowColumns {
  timeColumn: string | null;
  rows: PerSide<number>;
  /** Of the time column; empty where there is none. */
  times: PerSide<Uint8Array>;
  /** Whether the order goes by the times. */
  byTime: boolean;
  /** Codes of the column that tells machines apart; null for none. */
  machines: PerSide<Uint8Array> | null;
  periods: AskedPeriods;
}

/** Periods of the longer file, for dates: with those of the other as many as the rules of dates were tried on. */
const MOST_OF_DATES = 100;

/** What the page may ask of a worker about the order of the rows. */
export const orderCalls = {
  /** Works out the time axis and the order of both files' rows. */
  makeOrder({ timeColumn, rows, times, byTime, machines, periods }: RowColumns): FoundRows {
    const columns = mapSides(times, (bytes) => decodeDoubles(bytes)[0] ?? new Float64Array());
    const spans = Object.values(columns).flatMap((column) => timeSpan(column) ?? []);
    const groups =
      machines === null ? {} : mapSides(machines, (bytes) => denseCodes(decodeDoubles(bytes)[0] ?? new Float64Array()));
    const isTimed = byTime && Object.values(columns).length > 0 && spans.length === Object.values(columns).length;
    const order = mapSides(rows, (count, side) => ({
      ...{ rows: count, times: isTimed ? (columns[side] ?? null) : null, groups: groups[side] ?? null },
    }));
    return {
      ...axesOf(timeColumn, columns, periods),
      order: Object.values(rows).length < 2 ? null : shareOrder(order),
    };
  },

  /** The strata of both files' rows. */
  findStrata: (columns: ConditionColumns): FoundStrata => findStrata(columns),

  /** Which of some columns of categories tells machines apart, by its codes in the first rows; −1 for none. */
  findMachines: (first: Uint8Array): number => findMachines(decodeDoubles(first).map(denseCodes)),
};

function axesOf(
  timeColumn: string | null,
  times: PerSide<Float64Array>,
  asked: AskedPeriods,
): Pick<FoundRows, 'axis' | 'dates'> {
  const axis = timeColumn === null ? null : periodAxes(times, asked);
  if (timeColumn === null || axis === null) return { axis: null, dates: null };
  const dates = asked === undefined ? periodAxes(times, asked, MOST_OF_DATES) : axis;
  return { axis: { timeColumn, ...axis }, dates: dates && { timeColumn, ...dates } };
}
