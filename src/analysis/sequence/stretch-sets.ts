import type { CycleName } from '../../facts/document/comparison.ts';
import { CYCLE_NAMES, CYCLES } from './clock.ts';

/** From when to when, and the usual step between times that differ. */
export interface Span {
  min: number;
  max: number;
  step: number;
}

/** Stretches of the reference that are as long as the current file, and begin at the same place of a cycle. */
export interface StretchSet {
  /** Null for stretches that follow each other without regard to any. */
  cycle: CycleName | null;
  count: number;
  /** The stretch of each row that is looked at; −1 for none. */
  stretches: Int32Array;
  /** Of every row of the reference, in the file's order: 1 where it lies in one. Null where the current file covers whole cycles. */
  matched: Uint8Array | null;
}

/** What is left beside whole cycles, as a share of the whole, up to which it does not count. */
const REMAINDER = 1 / 20;

/** Stretches of as many rows as the current file has. */
export function rowStretches(rows: number, length: number, looked: Uint32Array | null): StretchSet[] {
  const count = Math.floor(rows / length);
  if (!(count > 1)) return [];
  const size = looked?.length ?? rows;
  const of = (place: number): number => Math.floor(((looked?.[place] ?? place) + 0.5) / length);
  const stretches = Int32Array.from({ length: size }, (_, place) => (of(place) < count ? of(place) : -1));
  return [{ cycle: null, count, stretches, matched: null }];
}

/** What is known of the reference's times: of the rows that are looked at, and of all. */
interface ReferenceTimes {
  times: Float64Array;
  all: Float64Array;
  span: Span;
}

/** Stretches as long in time as the current file, by each cycle of the clock and by none. */
export function timeStretches(reference: ReferenceTimes, current: Span): StretchSet[] {
  const length = current.max - current.min + current.step;
  if (!(length > 0)) return [];
  const byCycle = CYCLE_NAMES.map((name) => inCycle(name, { reference, current, length }));
  return [...byCycle, setOf(null, { reference, start: reference.span.min, every: length, length })];
}

function inCycle(
  name: CycleName,
  { reference, current, length }: { reference: ReferenceTimes; current: Span; length: number },
): StretchSet {
  const cycles = length / CYCLES[name].length;
  const whole = Math.round(cycles);
  const isWhole = whole > 0 && Math.abs(cycles - whole) <= REMAINDER * cycles;
  const every = (isWhole ? whole : Math.ceil(cycles)) * CYCLES[name].length;
  const start = current.min - Math.ceil((current.min - reference.span.min) / every) * every;
  const set = setOf(name, { reference, start, every, length: isWhole ? every : length });
  return isWhole ? set : { ...set, matched: matchedRows(reference.all, { start, every, length }) };
}

interface Grid {
  start: number;
  every: number;
  length: number;
}

function setOf(cycle: CycleName | null, { reference, ...grid }: Grid & { reference: ReferenceTimes }): StretchSet {
  const { times, span } = reference;
  const count = Math.max(0, Math.ceil((span.max - grid.start + 1) / grid.every));
  const stretches = Int32Array.from(times, (time) => placeOf(time, grid));
  return { cycle, count, stretches, matched: null };
}

/** The number of the stretch that holds a time; −1 for times between two. */
function placeOf(time: number, { start, every, length }: Grid): number {
  const stretch = Math.floor((time - start) / every);
  return stretch >= 0 && time - start - stretch * every < length ? stretch : -1;
}

const matchedRows = (times: Float64Array, grid: Grid): Uint8Array =>
  Uint8Array.from(times, (time) => Number(placeOf(time, grid) >= 0));
