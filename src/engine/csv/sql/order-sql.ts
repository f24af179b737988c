import { identifier } from '../../database/sql.ts';
import type { DateOrder } from '../../../facts/settings/read-options.ts';

/** A change of the order in which a column's dates are read. */
export interface OrderChange {
  from: DateOrder;
  to: DateOrder;
  /** The latest that years of two digits may be in the new order. */
  latestYear: number | undefined;
}

/** The numbers of a date as they stand in its text, in the order that it was read in; of years the last two digits. */
const NUMBERS: Readonly<Record<DateOrder, readonly string[]>> = {
  day: ['day', 'month', 'year'],
  month: ['month', 'day', 'year'],
  year: ['year', 'month', 'day'],
};

function partIn(c: string, part: string, { from, to }: OrderChange): string {
  const read = NUMBERS[from][NUMBERS[to].indexOf(part)] ?? part;
  return read === 'year' ? `(year(${c}) % 100)` : `${read}(${c})`;
}

function yearIn(c: string, change: OrderChange): string {
  if (change.from !== 'year' && change.to !== 'year') return `year(${c})`;
  const latest = String(change.latestYear ?? new Date().getFullYear());
  return `(${latest} - (${latest} - ${partIn(c, 'year', change)}) % 100)`;
}

/**
 * Whether a moment of a column is one in the other order too, in SQL.
 * @param i the column's place
 * @param change from which order to which
 */
export function fitsOrder(i: number, change: OrderChange): string {
  const c = identifier(`c${String(i)}`);
  const [day, month] = ['day', 'month'].map((part) => partIn(c, part, change));
  const first = `make_date(${yearIn(c, change)}, ${String(month)}, 1)`;
  return `(CASE WHEN ${String(month)} BETWEEN 1 AND 12 AND ${String(day)} > 0 THEN ${String(day)} <= day(last_day(${first})) ELSE false END)`;
}

/**
 * Moments of a column that were read in one order, read in the other.
 * @param i the column's place
 * @param change from which order to which
 */
export function exchanged(i: number, change: OrderChange): string {
  const c = identifier(`c${String(i)}`);
  const [day, month] = ['day', 'month'].map((part) => partIn(c, part, change));
  return `${c} + to_days((make_date(${yearIn(c, change)}, ${String(month)}, ${String(day)}) - ${c}::DATE)::INTEGER)`;
}
