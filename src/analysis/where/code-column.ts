import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { ClockPart } from '../../facts/slice.ts';
import { binBytes, binEdges } from '../../stats/model/bin-edges.ts';
import type { BinnedColumn } from '../../stats/segments/find-segments.ts';

/** A column that segments may be made of. */
export type SearchJob = { name: string } & (
  | { kind: 'number' | 'clock' }
  /** The most frequent categories. */
  | { kind: 'category'; levels: readonly SearchLevel[] }
);

/** A category, what stands for it in the column, and how many rows it has. */
export interface SearchLevel {
  name: string;
  hash: number;
  rows: number;
}

/** A column in bins, and what they are bins of: plain data, which goes to any thread. */
export interface CodedColumn extends BinnedColumn {
  name: string;
  of:
    | { kind: 'number'; edges: readonly number[] }
    | { kind: 'clock'; part: ClockPart }
    | { kind: 'category'; levels: readonly Pick<SearchLevel, 'name' | 'rows'>[] };
}

const DECILES = 10;

/**
 * A column's rows in bins: deciles of the reference, the most frequent categories and the rest, or parts of the clock.
 * @param job which column, and as what
 * @param values one a row
 * @param room for the bins of numbers, best beside the values; both sides may share it
 */
export function codeColumn(
  job: SearchJob,
  values: PerSide<Float64Array>,
  room: PerSide<Uint8Array<ArrayBuffer>>,
): CodedColumn[] {
  if (job.kind === 'number') return [codedNumbers(job.name, values, room)];
  if (job.kind === 'category') return [codedCategories(job, values)];
  return (['hour', 'weekday', 'month'] as const).flatMap((part) => codedClock(job.name, part, values));
}

function codedNumbers(
  name: string,
  values: PerSide<Float64Array>,
  room: PerSide<Uint8Array<ArrayBuffer>>,
): CodedColumn {
  const edges = binEdges(values.reference ?? values.current ?? new Float64Array(), DECILES);
  const codes = mapSides(values, (numbers, side) => binBytes(numbers, edges, room[side]).slice());
  return { name, bins: edges.length + 1, order: 'line', codes, of: { kind: 'number', edges } };
}

function codedCategories(
  { name, levels }: SearchJob & { kind: 'category' },
  values: PerSide<Float64Array>,
): CodedColumn {
  const bins = levels.length + 1;
  const placeOf = levelTeller(levels.map(({ hash }) => hash));
  const codesOf = (hashes: Float64Array): Uint8Array => {
    const bytes = new Uint8Array(hashes.length);
    const words = new Uint32Array(hashes.buffer, hashes.byteOffset, 2 * hashes.length);
    for (let row = 0; row < bytes.length; row++) {
      const hash = hashes[row]!;
      bytes[row] = hash === hash ? placeOf(hash, words[2 * row]!, words[2 * row + 1]!) : bins;
    }
    return bytes;
  };
  return { name, bins, order: 'free', codes: mapSides(values, codesOf), of: { kind: 'category', levels } };
}

const SLOTS = 256;
const NO_LEVEL = 255;

/**
 * Tells a level's place by its hash: one look at a table in which no two levels share a slot.
 * @param hashes of at most 254 levels
 * @returns takes a hash, and the halves of its bits; what is none of the levels has the place behind the last
 */
function levelTeller(hashes: readonly number[]): (hash: number, low: number, high: number) => number {
  const known = Float64Array.from(hashes);
  const halves = new Uint32Array(known.buffer);
  const different = hashes.map((_, place) => place).filter((place) => hashes.indexOf(hashes[place]!) === place);
  const slots = new Uint8Array(SLOTS);
  let factor = 0x9e3779b1;
  const slotOf = (low: number, high: number): number => (Math.imul(low, factor) ^ Math.imul(high, factor >>> 1)) >>> 24;
  const haveOwn = (): boolean => {
    slots.fill(NO_LEVEL);
    return different.every((place) => {
      const slot = slotOf(halves[2 * place]!, halves[2 * place + 1]!);
      const isFree = slots[slot] === NO_LEVEL;
      slots[slot] = place;
      return isFree;
    });
  };
  while (!haveOwn()) factor = Math.imul(factor, 0x85ebca6b) + 2;
  return (hash, low, high) => {
    const place = slots[slotOf(low, high)]!;
    return known[place] === hash ? place : known.length;
  };
}

const HOUR = 3_600_000;
/** The first of January 1970 was a Thursday. */
const FIRST_WEEKDAY = 3;

const DAY = 24 * HOUR;

/** The remainder of times before 1970 too. */
const remainder = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;

/** A stretch of time that lies in one part of the clock. */
interface Stretch {
  start: number;
  end: number;
  part: number;
}

function monthAt(time: number): Stretch {
  const date = new Date(time);
  const [year, part] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { start: Date.UTC(year, part), end: Date.UTC(year, part + 1), part };
}

const CLOCK: Record<ClockPart, { bins: number; at: (time: number) => Stretch }> = {
  hour: { bins: 24, at: (time) => stretchOf(time, HOUR, (hours) => remainder(hours, 24)) },
  weekday: { bins: 7, at: (time) => stretchOf(time, DAY, (days) => remainder(days + FIRST_WEEKDAY, 7)) },
  month: { bins: 12, at: monthAt },
};

function stretchOf(time: number, length: number, partOf: (count: number) => number): Stretch {
  const count = Math.floor(time / length);
  return { start: count * length, end: (count + 1) * length, part: partOf(count) };
}

/** Rows mostly follow each other in time: the stretch of the one before is looked at first. */
function clockCodes(times: Float64Array, { bins, at }: (typeof CLOCK)[ClockPart]): Uint8Array {
  const codes = new Uint8Array(times.length);
  let [start, end, part] = [0, 0, 0];
  for (let row = 0; row < codes.length; row++) {
    const time = times[row]!;
    if (!(time >= start && time < end) && time === time) ({ start, end, part } = at(time));
    codes[row] = time === time ? part : bins;
  }
  return codes;
}

/** Nothing where the whole file has one value: times without an hour, a week of one month. */
function codedClock(name: string, part: ClockPart, values: PerSide<Float64Array>): CodedColumn[] {
  const { bins } = CLOCK[part];
  const codes = mapSides(values, (times) => clockCodes(times, CLOCK[part]));
  const used = new Uint8Array(bins + 1);
  mapSides(codes, (side) => {
    for (let row = 0; row < side.length; row++) used[side[row]!] = 1;
  });
  if (used.subarray(0, bins).reduce((sum, isUsed) => sum + isUsed, 0) < 2) return [];
  return [{ name, bins, order: 'circle', codes, of: { kind: 'clock', part } }];
}
