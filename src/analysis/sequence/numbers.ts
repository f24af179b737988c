import type { NumberColumn } from '../../engine/columns/decode.ts';
import type { NumberSequence, Memory, OwnScale } from '../../facts/summary.ts';
import { ecdf, stepsOf, type Ecdf } from '../../stats/describe/ecdf.ts';
import { hasCycle } from '../../stats/sequence/cycle.ts';
import { independent, memoryOf } from '../../stats/sequence/memory.ts';
import { ownScale } from '../../stats/sequence/own-scale.ts';
import { positionsOf, rankClasses, type RankClasses } from '../../stats/sequence/rank-classes.ts';
import { stretchDistances } from '../../stats/sequence/stretches.ts';
import { calendarOf, clockTable, type ClockTable } from './calendar.ts';
import { clockAt, type Clock } from './clock.ts';
import { cycleWithoutClock } from './unclocked-cycle.ts';
import type { SharedOrder, SideOrder } from './row-order.ts';
import type { StretchSet } from './stretch-sets.ts';

/** What the order of a column's rows tells. */
export type OrderFacts = Pick<NumberSequence, 'memory' | 'gaps' | 'scale' | 'matched' | 'calendar'>;

/** What the current side is held against. */
export interface ReferenceBasis {
  classes: RankClasses;
  clock: ClockTable | null;
}

/** Finite values in their order, and which of the rows that are looked at each is of. */
interface Ordered {
  values: Float64Array;
  places: Uint32Array;
}

function inOrder({ values, missing }: NumberColumn, rows: Uint32Array | null): Ordered {
  const size = rows?.length ?? values.length;
  const [found, places] = [new Float64Array(size), new Uint32Array(size)];
  let count = 0;
  for (let place = 0; place < size; place++) {
    const row = rows === null ? place : rows[place]!;
    const value = values[row]!;
    if (value - value !== 0 || (missing !== null && missing[row] === 1)) continue;
    found[count] = value;
    places[count++] = place;
  }
  return { values: found.subarray(0, count), places: places.subarray(0, count) };
}

/** What the order of the reference's rows tells, and what the current ones are held against. */
export function referenceOrder(
  column: NumberColumn,
  curve: Ecdf,
  order: SideOrder,
): { facts: OrderFacts; basis: ReferenceBasis } {
  const classes = rankClasses(curve);
  if (curve.values.length < 2) return { facts: constant(curve.size), basis: { classes, clock: null } };
  const looked = look(column, order, classes);
  const memory = memoryIn(looked, { column, rows: curve.size, order, classes });
  const names = new Set(looked.cycles.map(({ name }) => name));
  const candidates = order.sets.filter(({ cycle }) => cycle === null || names.has(cycle));
  const yardsticks = candidates.map((set) => ({ set, scale: scaleOf(set, looked, { classes, memory }) }));
  const chosen = yardsticks.find(({ scale }) => scale !== null) ?? yardsticks.find(({ set }) => set.matched !== null);
  return {
    facts: {
      memory,
      scale: chosen?.scale ?? null,
      matched: chosen === undefined ? null : matchedCurve(column, chosen.set),
      calendar: null,
    },
    basis: { classes, clock: clockTable(looked.positions, looked.clocks) },
  };
}

/** What the order of the current rows tells. */
export function currentOrder(
  column: NumberColumn,
  curve: Ecdf,
  { order, slots, basis }: { order: SideOrder; slots: SharedOrder['slots']; basis: ReferenceBasis },
): OrderFacts {
  if (curve.size === 0) return constant(0);
  const calendar = basis.clock === null ? null : calendarIn(look(column, order, basis.classes), basis.clock, slots);
  if (curve.values.length < 2) return { ...constant(curve.size), calendar };
  const classes = rankClasses(curve);
  const memory = memoryIn(look(column, order, classes), { column, rows: curve.size, order, classes });
  return { memory, scale: null, matched: null, calendar };
}

const calendarIn = (seen: Looked, table: ClockTable, slots: SharedOrder['slots']): OrderFacts['calendar'] =>
  calendarOf(seen.positions, { clocks: seen.clocks, table, slots });

const constant = (rows: number): OrderFacts => ({
  ...{ memory: independent(rows), scale: null, matched: null, calendar: null },
});

/** The finite values among the rows that are looked at. */
interface Looked extends Ordered {
  positions: Uint16Array;
  /** Ranks less the mean of their machine. */
  series: Float64Array;
  /** Phases of these values: of every cycle of the clock, and of those that the series has. */
  clocks: Clock[];
  cycles: Clock[];
}

function look(column: NumberColumn, order: SideOrder, classes: RankClasses): Looked {
  const ordered = inOrder(column, order.rows);
  const positions = positionsOf(ordered.values, classes);
  const series = centredSeries(positions, classes, order.groups && pick(order.groups, ordered.places));
  const clocks = order.clocks.map((clock) => clockAt(clock, ordered.places));
  return { ...ordered, positions, series, clocks, cycles: clocks.filter(({ phases }) => hasCycle(series, phases)) };
}

interface Remembering {
  column: NumberColumn;
  /** With a finite value. */
  rows: number;
  order: SideOrder;
  classes: RankClasses;
}

function memoryIn({ series, cycles, clocks }: Looked, { column, rows, order, classes }: Remembering): Memory {
  const neighbours =
    order.adjacent === null
      ? null
      : centredSeries(positionsOf(inOrder(column, order.adjacent).values, classes), classes, null);
  return memoryOfLooked({ series, neighbours, cycles, clocks }, { rows, step: order.step });
}

/** Rows that are looked at, as numbers whose mean is 0. */
interface LookedSeries extends Pick<Looked, 'series' | 'clocks' | 'cycles'> {
  /** Where rows are left out, some that follow each other. */
  neighbours: Float64Array | null;
}

/** The memory in all rows: a short one from rows that follow each other, a long one from rows far apart. */
function memoryOfLooked(
  { series, neighbours, cycles, clocks }: LookedSeries,
  { rows, step }: { rows: number; step: number },
): Memory {
  const unclocked = clocks.length > 0 ? null : cycleWithoutClock(series);
  const far = memoryOf(series, unclocked === null ? cycles.map(({ phases }) => phases) : [unclocked]);
  if (neighbours === null) return { ...far, rows, effective: rows / far.time };
  const { time } = memoryOf(neighbours);
  const longest = far.time > 1 ? Math.max(time, far.time * step) : time;
  return {
    ...{ rows, effective: rows / longest, time: longest, left: far.left },
    long: far.long && { ...far.long, time: far.long.time * step },
  };
}

/**
 * The memory of what measures sum, as a column's verdict has it, but of the numbers themselves and not of their ranks.
 * @param looked a number of each row that the order looks at, NaN where there is none
 * @param neighbours the same of rows that follow each other; null where none is left out
 * @param order of these rows
 */
export function memoryOfSums(looked: Float64Array, neighbours: Float64Array | null, order: SideOrder): Memory {
  const seen = inOrder({ values: looked, missing: null }, null);
  const rows = seen.values.length * order.step;
  if (rows === 0) return independent(0);
  const series = lessMeans(seen.values, order.groups && pick(order.groups, seen.places));
  const clocks = order.clocks.map((clock) => clockAt(clock, seen.places));
  const cycles = clocks.filter(({ phases }) => hasCycle(series, phases));
  const nearby = neighbours && lessMeans(inOrder({ values: neighbours, missing: null }, null).values, null);
  return memoryOfLooked({ series, neighbours: nearby, clocks, cycles }, { rows, step: order.step });
}

function centredSeries(positions: Uint16Array, { ranks }: RankClasses, groups: Int32Array | null): Float64Array {
  const series = new Float64Array(positions.length);
  for (let i = 0; i < series.length; i++) series[i] = ranks[positions[i]!]!;
  return lessMeans(series, groups);
}

/** Takes the mean of their machine out of some numbers, in their place. */
function lessMeans(series: Float64Array, groups: Int32Array | null): Float64Array {
  // Rows without a machine, of code −1, are a group of their own.
  const count = groups === null ? 1 : groups.reduce((maximum, group) => Math.max(maximum, group + 2), 1);
  const groupOf = (i: number): number => (groups === null ? 0 : groups[i]! + 1);
  const [sums, sizes] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < series.length; i++) {
    sums[groupOf(i)]! += series[i]!;
    sizes[groupOf(i)]!++;
  }
  for (let i = 0; i < series.length; i++) series[i]! -= sums[groupOf(i)]! / sizes[groupOf(i)]!;
  return series;
}

function pick(values: Int32Array, places: Uint32Array): Int32Array {
  const found = new Int32Array(places.length);
  for (let i = 0; i < found.length; i++) found[i] = values[places[i]!]!;
  return found;
}

function scaleOf(
  { stretches, count }: StretchSet,
  { places, positions, series }: Looked,
  { classes, memory }: { classes: RankClasses; memory: Memory },
): OwnScale | null {
  const variance = series.reduce((sum, value) => sum + value * value, 0) / series.length;
  return ownScale(stretchDistances(positions, pick(stretches, places), count, classes), memory, variance);
}

/** The values in the stretches alone, where they are not all. */
function matchedCurve({ values, missing }: NumberColumn, { matched }: StretchSet): OrderFacts['matched'] {
  if (matched === null) return null;
  const kept = values.filter((_, row) => matched[row] === 1 && (missing === null || missing[row] !== 1));
  const curve = ecdf(kept);
  return curve.size === 0 ? null : { values: curve.values, upTo: stepsOf(curve).upTo.slice() };
}
