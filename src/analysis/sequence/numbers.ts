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
  const memory = memoryIn(looked, { column, curve, order, classes });
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
  const memory = memoryIn(look(column, order, classes), { column, curve, order, classes });
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
  curve: Ecdf;
  order: SideOrder;
  classes: RankClasses;
}

/** The memory in all rows: a short one from rows that follow each other, a long one from rows far apart. */
function memoryIn({ series, cycles, clocks }: Looked, { column, curve, order, classes }: Remembering): Memory {
  const unclocked = clocks.length > 0 ? null : cycleWithoutClock(series);
  const far = memoryOf(series, unclocked === null ? cycles.map(({ phases }) => phases) : [unclocked]);
  const rows = curve.size;
  if (order.adjacent === null) return { ...far, rows, effective: rows / far.time };
  const adjacent = inOrder(column, order.adjacent);
  const { time } = memoryOf(centredSeries(positionsOf(adjacent.values, classes), classes, null));
  const longest = far.time > 1 ? Math.max(time, far.time * order.step) : time;
  return {
    ...{ rows, effective: rows / longest, time: longest, left: far.left },
    long: far.long && { ...far.long, time: far.long.time * order.step },
  };
}

function centredSeries(positions: Uint16Array, { ranks }: RankClasses, groups: Int32Array | null): Float64Array {
  const series = new Float64Array(positions.length);
  for (let i = 0; i < series.length; i++) series[i] = ranks[positions[i]!]!;
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
