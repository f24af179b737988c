import { largest } from '../../../facts/extremes.ts';
import type { DateOrder } from '../../../facts/settings/read-options.ts';
import { fullYear, type OrderVotes, type TimeCounts } from './counts.ts';
import { ISO_FORMAT } from './shape.ts';

const PARTS: Readonly<Record<DateOrder, readonly string[]>> = {
  day: ['%d', '%m', '%y'],
  month: ['%m', '%d', '%y'],
  year: ['%y', '%m', '%d'],
};

/**
 * The strptime formats of a column, the most frequent first; empty for ISO 8601 alone.
 * @param shapes as counted
 * @param orderOf the order of day and month in open dates, by shape
 */
export function formatsOf(shapes: ReadonlyMap<string, number>, orderOf: (shape: string) => DateOrder): string[] {
  return [...shapes]
    .sort((a, b) => b[1] - a[1])
    .map(([format]) => format)
    .filter((format) => format !== ISO_FORMAT)
    .map((format) => withOrder(format, orderOf(format)));
}

function withOrder(format: string, order: DateOrder): string {
  const open = /^A(.)B(.)(C|%Y)/.exec(format);
  if (open === null) return format;
  const [match, sep = '', , year] = open;
  const [one = '', two = '', three = ''] = PARTS[order];
  return [one, two, year === 'C' ? three : '%Y'].join(sep) + format.slice(match.length);
}

/**
 * The orders in which the open dates of a shape may be: the likeliest first, alone where something tells it.
 * @param shape of the dates
 * @param own what the column's cells show
 * @param everywhere the same in all files that have the column
 */
export function ordersOf(shape: string, own: TimeCounts, everywhere: readonly TimeCounts[]): DateOrder[] {
  const votes = own.votes.get(shape);
  if (votes === undefined) return ['day'];
  const pooled = everywhere.flatMap(({ votes: found }) => found.get(shape) ?? []);
  const fitting = bestOf(pooled, bestOf([votes], ['day', 'month', 'year']));
  const told = ofDayAndMonth(fitting, [own]) ?? ofDayAndMonth(fitting, everywhere);
  const left = fitting.filter((order) => order === 'year' || told === null || order === told);
  const usual = shape.startsWith('A.')
    ? left.filter((order, _, { length }) => order !== 'month' || length === 1)
    : left;
  return usual.includes('year') && usual.length > 1 ? withYear(usual, pooled, shape) : usual;
}

/** Of some orders those that read most cells. */
function bestOf(votes: readonly OrderVotes[], orders: readonly DateOrder[]): DateOrder[] {
  const reads = (order: DateOrder): number => votes.reduce((sum, { reads: cells }) => sum + cells[order], 0);
  const most = largest(orders.map(reads));
  return orders.filter((order) => reads(order) === most);
}

/** Day or month first, as the dates of other shapes in the column say that only one order can read; null where they do not. */
function ofDayAndMonth(orders: readonly DateOrder[], times: readonly TimeCounts[]): DateOrder | null {
  if (!orders.includes('day') || !orders.includes('month')) return null;
  const votes = times.flatMap((counts) => [...counts.votes.values()]);
  const surplus = votes.reduce((sum, { reads }) => sum + reads.day - reads.month, 0);
  return surplus === 0 ? null : surplus > 0 ? 'day' : 'month';
}

/** The year may stand first or last: it does not lie in the future, rows stand in order of time, and years differ less than days. */
function withYear(orders: readonly DateOrder[], votes: readonly OrderVotes[], shape: string): DateOrder[] {
  const [firsts, thirds] = [differing(votes, 'firsts'), differing(votes, 'thirds')];
  const now = new Date().getFullYear();
  const isAhead = (numbers: ReadonlySet<number>): boolean => [...numbers].some((digits) => fullYear(digits) > now);
  const yearLast = orders.filter((order) => order !== 'year');
  const [last = 'day'] = yearLast;
  if (isAhead(thirds) && !isAhead(firsts) && firsts.size <= thirds.size) return ['year'];
  if (isAhead(firsts) && !isAhead(thirds) && thirds.size <= firsts.size) return yearLast;
  const falls = (order: DateOrder): number => votes.reduce((sum, { descents }) => sum + descents[order], 0);
  const isFirst = falls('year') === falls(last) ? firsts.size < thirds.size : falls('year') < falls(last);
  if (isFirst) return ['year', ...yearLast];
  // With points the day stands first as a rule.
  return shape.startsWith('A.') ? yearLast : [...yearLast, 'year'];
}

const differing = (votes: readonly OrderVotes[], part: 'firsts' | 'thirds'): Set<number> =>
  new Set(votes.flatMap((found) => [...found[part]]));

/**
 * The latest of a column's years of two digits, as the engine reads them; 0 without any.
 * @param times what the cells show
 * @param orderOf the order of open dates, by shape
 */
export function latestYear({ votes, latest }: TimeCounts, orderOf: (shape: string) => DateOrder): number {
  const years = [...votes].flatMap(([shape, { firsts, thirds }]) =>
    [...(orderOf(shape) === 'year' ? firsts : thirds)].map(fullYear),
  );
  return largest(years, latest);
}

/**
 * Whether the year of an open date has two digits, so that it may stand first.
 * @param shape of the date
 */
export const hasShortYear = (shape: string): boolean => /^A.B.C/.test(shape);
