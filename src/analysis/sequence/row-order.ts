import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { batchCount, batchesInOrder } from '../../stats/depend/batch-spread.ts';
import { sortedOrder } from '../../stats/describe/sorted-order.ts';
import type { CycleName } from '../../facts/document/comparison.ts';
import { clocksOf, sameClock, type Clock } from './clock.ts';
import { rowStretches, timeStretches, type Span, type StretchSet } from './stretch-sets.ts';

/** In longer files, so many rows are looked at: every second, third, …, and as many that follow each other. */
const MOST_ROWS = 32_768;
const NEAR_ROWS = 16_384;

/** In which order the rows of a file are looked at, and what is known of their place in it. */
export interface SideOrder {
  /** The rows that are looked at, in their order; null for all as they stand. */
  rows: Uint32Array | null;
  /** Whether the file's order is the order. */
  isPlain: boolean;
  /** Every which row, in the order, that is. */
  step: number;
  /** Where that leaves rows out, some that follow each other in the order. */
  adjacent: Uint32Array | null;
  /** Of all rows in the file's order: which of the stretches, that the order is cut into, each is in (see `batchAt`). Null where the file's order is the order. */
  batches: Uint8Array | null;
  /** The machine of each row that is looked at; null where there is one. */
  groups: Int32Array | null;
  /** The clock's cycles that the file goes through, the longest first, with the phase of each row that is looked at. */
  clocks: Clock[];
  /** Of the reference: the stretches that are as long as the current file. */
  sets: StretchSet[];
}

/** The order of both files' rows, shared by every column of a run. */
export interface SharedOrder {
  sides: PerSide<SideOrder>;
  /** Slots of the clock that the reference has, and how many of them the current file lacks. */
  slots: Partial<Record<CycleName, { slots: number; lacking: number }>>;
}

/** What tells the order of a file's rows. */
export interface OrderColumns {
  rows: number;
  /** In milliseconds, NaN where missing; null where the file's order is the order. */
  times: Float64Array | null;
  /** Which machine a row is of, as a code; null where there is one. */
  groups: Int32Array | null;
}

/** Puts the rows of both files in their order. O(n log n) where they are not. */
export function shareOrder(columns: PerSide<OrderColumns>): SharedOrder {
  const looked = mapSides(columns, lookedAt);
  const spans = mapSides(looked, ({ times, step }) =>
    times === null || times.length === 0 ? null : spanOf(times, step),
  );
  const [referenceTimes, span] = [looked.reference?.times ?? null, spans.reference ?? null];
  const clocks = referenceTimes === null || span === null ? [] : clocksOf(referenceTimes, span);
  const sides = mapSides(looked, ({ times, ...rows }, side): SideOrder => ({
    ...rows,
    clocks: side === 'reference' ? clocks : clocks.map((clock) => sameClock(clock, times)),
    sets: side === 'reference' ? setsOf(columns, looked.reference ?? NOTHING, spans) : [],
  }));
  return { sides, slots: slotsLacking(sides) };
}

/**
 * The order of a file's rows as they stand.
 * @param rows how many there are
 */
export const fileOrder = (rows: number): SideOrder => ({
  ...lookedAt({ rows, times: null, groups: null }),
  ...{ clocks: [], sets: [] },
});

/** By time where both files have one, else by rows. */
function setsOf(columns: PerSide<OrderColumns>, looked: Looked, spans: PerSide<Span | null>): StretchSet[] {
  const { reference, current } = columns;
  if (reference === undefined || current === undefined) return [];
  const [span, other] = [spans.reference ?? null, spans.current ?? null];
  if (span === null || other === null || looked.times === null || reference.times === null) {
    return rowStretches(reference.rows, current.rows, looked.rows);
  }
  return timeStretches({ times: looked.times, all: reference.times, span }, other);
}

const NOTHING: Looked = {
  ...{ isPlain: true, rows: null, adjacent: null, groups: null, step: 1, times: null, batches: null },
};

interface Looked {
  isPlain: boolean;
  rows: Uint32Array | null;
  adjacent: Uint32Array | null;
  groups: Int32Array | null;
  step: number;
  batches: Uint8Array | null;
  /** Of the rows that are looked at. */
  times: Float64Array | null;
}

function lookedAt({ rows, times, groups }: OrderColumns): Looked {
  const step = Math.ceil(rows / MOST_ROWS);
  const isPlain = groups === null && (times === null || isAscending(times));
  if (isPlain && step === 1) return { ...NOTHING, groups, times };
  const order = isPlain ? null : ordered({ rows, times, groups });
  const size = order?.length ?? rows;
  const looked = places(order, { start: 0, every: step, count: Math.ceil(size / step) });
  const start = Math.max(0, Math.floor((size - NEAR_ROWS) / 2));
  return {
    isPlain,
    rows: looked,
    adjacent: step === 1 ? null : places(order, { start, every: 1, count: Math.min(NEAR_ROWS, size - start) }),
    step,
    batches: order && batchesOf(order, { rows, groups }),
    groups: groups && Int32Array.from(looked, (row) => groups[row]!),
    times: times && Float64Array.from(looked, (row) => times[row]!),
  };
}

/** Rows that have no time are in the stretch of their place in the file. Machines take part in every stretch, each with its own rows. */
function batchesOf(order: Uint32Array, { rows, groups }: Pick<OrderColumns, 'rows' | 'groups'>): Uint8Array {
  const batches = batchesInOrder(rows);
  const machineAt = (place: number): number => (groups === null ? 0 : groups[order[place]!]!);
  for (let start = 0, end = 0; start < order.length; start = end) {
    const machine = machineAt(start);
    while (end < order.length && machineAt(end) === machine) end++;
    const count = batchCount(rows);
    for (let place = start; place < end; place++)
      batches[order[place]!] = Math.floor(((place - start) * count) / (end - start));
  }
  return batches;
}

/** The rows that stand at some places of an order; null for that of the file. */
function places(
  order: Uint32Array | null,
  { start, every, count }: { start: number; every: number; count: number },
): Uint32Array {
  const found = new Uint32Array(count);
  for (let i = 0, place = start; i < count; i++, place += every) found[i] = order === null ? place : order[place]!;
  return found;
}

/** Rows that have a time, by machine and then time; of equal times as they stand. */
function ordered({ rows, times, groups }: OrderColumns): Uint32Array {
  const keys = Float64Array.from({ length: rows }, (_, row) => times?.[row] ?? row);
  if (groups !== null) {
    const finite = keys.filter((key) => Number.isFinite(key));
    const [least, most] = [
      finite.reduce((a, b) => Math.min(a, b), Infinity),
      finite.reduce((a, b) => Math.max(a, b), -Infinity),
    ];
    for (let row = 0; row < rows; row++) keys[row] = keys[row]! - least + (groups[row]! + 1) * 2 * (most - least + 1);
  }
  return sortedOrder(keys).filter((row) => Number.isFinite(keys[row]));
}

function isAscending(times: Float64Array): boolean {
  for (let row = 1; row < times.length; row++) if (!(times[row]! >= times[row - 1]!)) return false;
  return times.length === 0 || Number.isFinite(times[0]);
}

/** The usual step between rows, of which every `every`-th is here. */
function spanOf(times: Float64Array, every: number): Span {
  const sorted = isAscending(times) ? times : times.slice().sort();
  const steps = new Float64Array(sorted.length);
  let count = 0;
  for (let i = 1; i < sorted.length; i++) {
    const step = sorted[i]! - sorted[i - 1]!;
    if (step > 0) steps[count++] = step;
  }
  const usual = steps.subarray(0, count).sort()[Math.floor(count / 2)];
  const [min = 0, max = 0] = [sorted[0], sorted.at(-1)];
  return { min, max, step: (usual ?? 0) / every };
}

function slotsLacking({ reference, current }: PerSide<SideOrder>): SharedOrder['slots'] {
  const found: SharedOrder['slots'] = {};
  for (const [i, { name, fine }] of (reference?.clocks ?? []).entries()) {
    const referenceSlots = new Set(fine.slots);
    const currentSlots = new Set(current?.clocks[i]?.fine.slots);
    found[name] = {
      slots: referenceSlots.size,
      lacking: [...referenceSlots].filter((slot) => !currentSlots.has(slot)).length,
    };
  }
  return found;
}
