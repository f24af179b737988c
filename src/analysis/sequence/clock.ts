import type { CycleName } from '../../facts/document/comparison.ts';
import type { Phases } from '../../stats/sequence/cycle.ts';

const DAY = 86_400_000;
/** Monday, 5 January 1970. */
const MONDAY = 4 * DAY;

/** The clock's cycles, the longest first: their length, a start of one, and the most and fewest slots. */
export const CYCLES: Readonly<
  Record<CycleName, { length: number; origin: number; slots: [number, number]; telling: number }>
> = {
  week: { length: 7 * DAY, origin: MONDAY, slots: [7, 10_080], telling: 168 },
  day: { length: DAY, origin: 0, slots: [4, 1440], telling: 96 },
};
export const CYCLE_NAMES = Object.keys(CYCLES) as CycleName[];

/** Shorter spans say nothing of a cycle. */
const LEAST_CYCLES = 3;

/** A cycle of the clock, and where each row stands in it. */
export interface Clock {
  name: CycleName;
  /** Quarters of an hour of the day, hours of the week: enough to tell a cycle. */
  phases: Phases;
  /** A slot for each row that the cycle usually has: what the clock decides, it decides to the row. */
  fine: Phases;
}

/**
 * The cycles of the clock that a file goes through at least three times.
 * @param times of its rows in milliseconds
 * @param span from when to when they reach, and the usual step between them
 */
export function clocksOf(times: Float64Array, { min, max, step }: { min: number; max: number; step: number }): Clock[] {
  return CYCLE_NAMES.flatMap((name): Clock[] => {
    const { length, slots } = CYCLES[name];
    const [least, most] = slots;
    if ((max - min + step) / length < LEAST_CYCLES || length / step < least) return [];
    return [clockOf(times, name, Math.min(most, Math.round(length / step)))];
  });
}

/** The same cycle in another file, which may go through a part of it alone; without times, through none. */
export const sameClock = ({ name, fine }: Clock, times: Float64Array | null): Clock =>
  clockOf(times ?? new Float64Array(), name, fine.slotCount);

function clockOf(times: Float64Array, name: CycleName, slotCount: number): Clock {
  const fine = phasesOf(times, name, slotCount);
  const { telling } = CYCLES[name];
  return { name, fine, phases: slotCount <= telling ? fine : phasesOf(times, name, telling) };
}

/** The clock of some of the rows: those at these places. */
export function clockAt({ name, phases, fine }: Clock, places: Uint32Array): Clock {
  const own = phasesAt(phases, places);
  return { name, phases: own, fine: fine === phases ? own : phasesAt(fine, places) };
}

function phasesAt({ slots, cycles, ...counts }: Phases, places: Uint32Array): Phases {
  if (places.length === slots.length) return { slots, cycles, ...counts };
  const own = { slots: new Uint16Array(places.length), cycles: new Uint32Array(places.length) };
  for (let i = 0; i < places.length; i++) {
    own.slots[i] = slots[places[i]!]!;
    own.cycles[i] = cycles[places[i]!]!;
  }
  return { ...counts, ...own };
}

/** Where each time stands in a cycle of so many slots; cycles are counted from that of the earliest time. */
function phasesOf(times: Float64Array, name: CycleName, slotCount: number): Phases {
  const { length, origin } = CYCLES[name];
  const [slots, cycles] = [new Uint16Array(times.length), new Uint32Array(times.length)];
  let first = Infinity;
  for (let i = 0; i < times.length; i++) first = Math.min(first, Math.floor((times[i]! - origin) / length));
  let last = 0;
  for (let i = 0; i < times.length; i++) {
    const place = (times[i]! - origin) / length;
    const cycle = Math.floor(place);
    // A time at the start of a slot may lie a hair before it.
    slots[i] = Math.min(slotCount - 1, Math.floor((place - cycle) * slotCount + 1e-6));
    cycles[i] = cycle - first;
    last = Math.max(last, cycle - first);
  }
  return { slots, cycles, slotCount, cycleCount: times.length === 0 ? 0 : last + 1 };
}
