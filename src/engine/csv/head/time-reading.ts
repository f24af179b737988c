import { largest } from '../../../facts/extremes.ts';
import type { DateOrder } from '../../../facts/settings/read-options.ts';
import type { ReadOptions } from '../options.ts';
import { formatsOf, hasShortYear, latestYear, ordersOf } from '../times/orders.ts';
import { ISO_FORMAT } from '../times/shape.ts';
import type { HeadColumn } from './column-look.ts';
import { countedTime, type Reading } from './stored-type.ts';

/** Dates read in one order. */
export interface Ordered {
  order: DateOrder;
  reading: Reading;
  /** Whether all dates of the column are open in this way, so that those that were read can be turned. */
  turns: boolean;
}

interface TimeReading {
  reading: Reading;
  /** The order of open dates, and the same dates read in the others: where nothing in the heads tells. */
  order: DateOrder | null;
  alternatives: Ordered[];
}

/**
 * How the times of a column are read in one file.
 * @param head the column there
 * @param everywhere the column in all files that have it
 * @param options what is set by hand
 */
export function timeReading(head: HeadColumn, everywhere: readonly HeadColumn[], options: ReadOptions): TimeReading {
  const counted = countedTime(head);
  if (counted !== null) return { reading: counted, order: null, alternatives: [] };
  const { shapes, steps, votes } = head.times;
  const times = everywhere.map((file) => file.times);
  const found = new Map(
    [...votes.keys()].map((shape) => [shape, askedOrders(options, shape) ?? ordersOf(shape, head.times, times)]),
  );
  const orderIn = (shape: string, wanted: DateOrder | null): DateOrder => {
    const orders = found.get(shape) ?? [];
    return orders.find((order) => order === wanted) ?? orders[0] ?? 'day';
  };
  const read = (wanted: DateOrder | null): Reading => {
    const orderOf = (shape: string): DateOrder => orderIn(shape, wanted);
    const latest = [...times, head.times].map((file) => latestYear(file, orderOf));
    return {
      kind: 'time',
      formats: formatsOf(shapes, orderOf),
      iso: shapes.has(ISO_FORMAT) || shapes.size === 0,
      ...(steps.length > 0 && { steps }),
      ...(latestYear(head.times, orderOf) > 0 && { latestYear: lastYear(head.name, latest, options) }),
    };
  };
  const open = [...found.values()].filter(({ length }) => length > 1);
  const [order = null] = open[0] ?? [];
  const alternativeOrders = [...new Set(open.flat())].filter((option) => option !== order);
  const areAll = (option: DateOrder): boolean =>
    [...shapes.keys()].every((shape) => found.get(shape)?.[0] === order && found.get(shape)?.includes(option));
  const alternatives = alternativeOrders.map((option) => ({
    order: option,
    reading: read(option),
    turns: areAll(option),
  }));
  return { reading: read(null), order, alternatives };
}

/** The one order that is set by hand, where dates of a shape can be in it. */
function askedOrders({ dateOrder }: ReadOptions, shape: string): DateOrder[] | null {
  if (dateOrder === undefined) return null;
  return dateOrder === 'year' && !hasShortYear(shape) ? null : [dateOrder];
}

/** Years of two digits lie in the past, or a few years ahead where all of them do. */
const YEARS_AHEAD = 10;
const CENTURY = 100;

/**
 * The last of the hundred years that years of two digits are taken for.
 * @param name of the column
 * @param latest those of it, in each file
 * @param options what is set by hand
 */
export function lastYear(name: string, latest: readonly number[], options: ReadOptions): number {
  const start = options.centuryIn?.get(name) ?? options.centuryStart;
  if (start !== undefined) return start + CENTURY - 1;
  const year = new Date().getFullYear();
  const last = largest(latest);
  return last > year && last <= year + YEARS_AHEAD ? last : year;
}
