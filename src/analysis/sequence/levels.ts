import type { LevelSequence, Memory } from '../../facts/summary.ts';
import { effectiveSizeOfLevels } from '../../stats/adjust/effective-size.ts';
import { hasCycle, type Phases } from '../../stats/sequence/cycle.ts';
import { levelDistances, levelScale, type LevelScale } from '../../stats/sequence/level-stretches.ts';
import { independent, memoryOf } from '../../stats/sequence/memory.ts';
import { calendarOf, clockTable, type ClockTable } from './calendar.ts';
import { clockAt, type Clock } from './clock.ts';
import type { SharedOrder, SideOrder } from './row-order.ts';
import type { StretchSet } from './stretch-sets.ts';

/** Levels that tell of cycles and of the memory; rarer ones add little. */
const [TELLING_CYCLES, TELLING_MEMORY] = [3, 12] as const;

/** The codes of a column's rows, the same for equal levels of both files; −1 where missing. */
export interface OrderedCodes {
  /** Of the rows that are looked at, in their order. */
  looked: Int32Array;
  /** Of rows that follow each other, where those leave some out. */
  adjacent: Int32Array | null;
}

/** Codes with a level, their phases, and the cycles that they have. */
interface Present {
  codes: Int32Array;
  /** Levels of the largest variance, largest first; there are more than one where the column is not constant. */
  telling: readonly number[];
  places: Uint32Array;
  clocks: Clock[];
  cycles: Clock[];
}

function present(codes: Int32Array, clocks: readonly Clock[]): Present {
  const kept = new Int32Array(codes.length);
  const places = new Uint32Array(codes.length);
  let count = 0;
  for (let place = 0; place < codes.length; place++) {
    if (codes[place]! < 0) continue;
    kept[count] = codes[place]!;
    places[count++] = place;
  }
  const seen = { codes: kept.subarray(0, count), places: places.subarray(0, count) };
  const own = clocks.map((clock) => clockAt(clock, seen.places));
  const telling = mostTelling(seen.codes);
  const shown = own.length === 0 ? [] : telling.slice(0, TELLING_CYCLES).map((level) => indicator(seen.codes, level));
  return {
    ...seen,
    telling,
    clocks: own,
    cycles: own.filter(({ phases }) => shown.some((series) => hasCycle(series, phases))),
  };
}

/** What the order of the reference's rows tells. */
export function referenceLevels(
  { looked, adjacent }: OrderedCodes,
  order: SideOrder,
  rows: number,
): { facts: LevelSequence; table: ClockTable | null } {
  const seen = present(looked, order.clocks);
  if (seen.telling.length < 2) return { facts: constant(rows), table: null };
  const memory = memoryIn(seen, adjacent, { order, rows });
  const names = new Set(seen.cycles.map(({ name }) => name));
  const candidates = order.sets.filter(({ cycle }) => cycle === null || names.has(cycle));
  const scales = candidates.map((set) => scaleIn(set, seen));
  return {
    facts: { memory, scale: scales.find((scale) => scale !== null) ?? null, matched: null, calendar: null },
    table: clockTable(seen.codes, seen.clocks),
  };
}

/** What the order of the current rows tells; `table` is what the clock says of the reference. */
export function currentLevels(
  { looked, adjacent }: OrderedCodes,
  {
    order,
    rows,
    table,
    slots,
  }: { order: SideOrder; rows: number; table: ClockTable | null; slots: SharedOrder['slots'] },
): LevelSequence {
  const seen = present(looked, order.clocks);
  const calendar = calendarOf(seen.codes, { clocks: seen.clocks, table, slots });
  if (seen.telling.length < 2) return { ...constant(rows), calendar };
  return { memory: memoryIn(seen, adjacent, { order, rows }), scale: null, matched: null, calendar };
}

const constant = (rows: number): LevelSequence => ({
  ...{ memory: independent(rows), scale: null, matched: null, calendar: null },
});

function memoryIn(
  { codes, telling, cycles }: Present,
  adjacent: Int32Array | null,
  { order, rows }: { order: SideOrder; rows: number },
): Memory {
  const phases = cycles.map((cycle) => cycle.phases);
  const { long, left } = memoryOf(indicator(codes, telling[0] ?? 0), phases);
  const far = phases.length === 0 ? effectiveSizeOfLevels(codes).time : timeOverCycles(codes, telling, phases);
  if (adjacent === null) return { rows, effective: rows / far, time: far, long, left };
  const { time } = effectiveSizeOfLevels(adjacent);
  const longest = far > 1 ? Math.max(time, far * order.step) : time;
  return {
    rows,
    effective: rows / longest,
    time: longest,
    left,
    long: long && { ...long, time: long.time * order.step },
  };
}

/** The mean of the levels' times, each weighted by its variance, as Cohen's kappa weighs them. */
function timeOverCycles(codes: Int32Array, telling: readonly number[], cycles: readonly Phases[]): number {
  let [times, weights] = [0, 0];
  for (const level of telling) {
    const series = indicator(codes, level);
    const weight = series.reduce((sum, value) => sum + value * value, 0);
    times += weight * memoryOf(series, cycles).time;
    weights += weight;
  }
  return times / weights;
}

/** The levels of the largest variance, largest first. */
function mostTelling(codes: Int32Array): number[] {
  const counts = countsOf(codes);
  const varianceOf = (level: number): number => counts[level]! * (codes.length - counts[level]!);
  const found = Array.from(counts.keys()).filter((level) => counts[level]! > 0);
  return found.sort((a, b) => varianceOf(b) - varianceOf(a) || a - b).slice(0, TELLING_MEMORY);
}

/** Rows of each level. */
function countsOf(codes: Int32Array): Uint32Array {
  let levels = 0;
  for (let i = 0; i < codes.length; i++) levels = Math.max(levels, codes[i]! + 1);
  const counts = new Uint32Array(levels);
  for (let i = 0; i < codes.length; i++) counts[codes[i]!]!++;
  return counts;
}

/** 1 where a row has the level, less its share. */
function indicator(codes: Int32Array, level: number): Float64Array {
  const series = new Float64Array(codes.length);
  let count = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i] === level) count++;
  const share = count / codes.length;
  for (let i = 0; i < codes.length; i++) series[i] = codes[i] === level ? 1 - share : -share;
  return series;
}

function scaleIn({ stretches, count }: StretchSet, { codes, places }: Present): LevelScale | null {
  return levelScale(
    levelDistances(
      codes,
      Int32Array.from(places, (place) => stretches[place]!),
      count,
    ),
  );
}
