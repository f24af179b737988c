import type { DateOrder } from '../../../facts/settings/read-options.ts';
import { eraDate } from './eras.ts';
import { timeShape, type TimeShape } from './shape.ts';
import type { TimeStep } from './steps.ts';
import { zoneSteps, zonesIn, type Zones } from './zones.ts';

/** What the open dates of a shape show of their order. */
export interface OrderVotes {
  /** Cells that each order can read. */
  reads: Record<DateOrder, number>;
  /** Where all three numbers have two digits: the different first and third ones. */
  firsts: Set<number>;
  thirds: Set<number>;
  /** How often a date is earlier than the one before it, read in each order. */
  descents: Record<DateOrder, number>;
}

/** What the cells of a column show of its times. */
export interface TimeCounts {
  times: number;
  /** Cells by shape; formats of open dates hold `A` and `B`, and `C` where the year has two digits. */
  shapes: Map<string, number>;
  /** Of the shapes of open dates. */
  votes: Map<string, OrderVotes>;
  /** What has to be done to some of the cells before their format fits. */
  steps: TimeStep[];
  /** The latest year of two digits that stands where no order is open, as the engine reads it; 0 without any. */
  latest: number;
  zones: Zones;
  /** Times of day with an offset from UTC, and without one. */
  zoned: number;
  naive: number;
}

const ORDERS = ['day', 'month', 'year'] as const;
const none = (): Record<DateOrder, number> => ({ day: 0, month: 0, year: 0 });
const NO_ZONES: Zones = { known: [], open: [], example: '' };

/**
 * Counts the shapes of times in a column.
 * @param cells without blanks around them
 * @param isDated whether the column is called like a date: `R6.1.31` is one there
 */
export function countTimes(cells: readonly string[], isDated: boolean): TimeCounts {
  const counts: TimeCounts = {
    ...{ times: 0, shapes: new Map(), votes: new Map(), zoned: 0, naive: 0, steps: [], latest: 0, zones: NO_ZONES },
  };
  const steps = new Set<TimeStep>();
  const previous = new Map<string, number[]>();
  let openZones = 0;
  for (const cell of cells) {
    const shape = timeShape(cell) ?? (isDated ? eraShape(cell) : null);
    if (shape === null) continue;
    countTime(cell, shape, counts);
    if (shape.parts.length > 0) vote(shape, counts.votes, previous);
    for (const step of shape.steps) steps.add(step);
    if (shape.steps.includes('zone-left-out')) openZones++;
  }
  if (!steps.has('zone') && !steps.has('zone-left-out')) return { ...counts, steps: [...steps] };
  const zones = zonesIn(cells);
  const told = zones.open.length > 0 ? 0 : openZones;
  const { zoned, naive } = counts;
  return { ...counts, zones, steps: zoneSteps([...steps], zones), zoned: zoned + told, naive: naive - told };
}

function eraShape(cell: string): TimeShape | null {
  const date = eraDate(cell, true);
  const shape = date === null ? null : timeShape(date);
  return shape && { ...shape, steps: ['era', ...shape.steps] };
}

function countTime(cell: string, { format, zoned, parts }: TimeShape, counts: TimeCounts): void {
  counts.times++;
  if (zoned) counts.zoned++;
  else if (cell.includes(':')) counts.naive++;
  counts.shapes.set(format, (counts.shapes.get(format) ?? 0) + 1);
  if (parts.length === 0 && format.includes('%y')) counts.latest = Math.max(counts.latest, shortYear(cell));
}

function vote(
  { format, parts, orders }: TimeShape,
  votes: Map<string, OrderVotes>,
  previous: Map<string, number[]>,
): void {
  const [first = 0, second = 0, third] = parts;
  const found = votes.get(format) ?? { reads: none(), firsts: new Set(), thirds: new Set(), descents: none() };
  votes.set(format, found);
  for (const order of orders) found.reads[order]++;
  if (third === undefined) return;
  found.firsts.add(first);
  found.thirds.add(third);
  const moments = momentsOf(first, second, third);
  const last = previous.get(format) ?? moments;
  for (const [i, order] of ORDERS.entries()) if ((moments[i] ?? 0) < (last[i] ?? 0)) found.descents[order]++;
  previous.set(format, moments);
}

/** A date as a number that grows with it, in each of `ORDERS`. */
function momentsOf(first: number, second: number, third: number): number[] {
  const moment = (year: number, month: number, day: number): number => (fullYear(year) * 12 + month) * 31 + day;
  return [moment(third, second, first), moment(third, first, second), moment(first, second, third)];
}

const PIVOT = 68;
const CENTURIES = { before: 1900, behind: 2000 } as const;

/**
 * The year that the engine takes two digits for.
 * @param digits 0 to 99
 */
export const fullYear = (digits: number): number => digits + (digits > PIVOT ? CENTURIES.before : CENTURIES.behind);

/** Those at the end of a date, or at its start. */
function shortYear(cell: string): number {
  const [date = ''] = cell.split(/[ T]\d{1,2}:/);
  return fullYear(Number(/(\d{2})\D*$/.exec(date)?.[1] ?? ''));
}
