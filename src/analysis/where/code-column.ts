import { largest, smallest } from '../../facts/extremes.ts';
import type { SegmentCondition } from '../../facts/document/where.ts';
import type { ClockPart } from '../../facts/slice.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { quote } from '../../facts/statements/statement.ts';
import { binCodes, binEdges } from '../../stats/model/bin-edges.ts';
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

/** A column in bins, and what some of its bins are called. */
export interface CodedColumn extends BinnedColumn {
  conditionOf: (bins: readonly number[]) => SegmentCondition;
}

const DECILES = 10;

/**
 * A column's rows in bins: deciles of the reference, the most frequent categories and the rest, or parts of the clock.
 * @param job which column, and as what
 * @param values one a row
 * @param room for the bins of numbers, best beside the values
 */
export function codeColumn(job: SearchJob, values: PerSide<Float64Array>, room: PerSide<Int32Array>): CodedColumn[] {
  if (job.kind === 'number') return [codedNumbers(job.name, values, room)];
  if (job.kind === 'category') return [codedCategories(job, values)];
  return (['hour', 'weekday', 'month'] as const).flatMap((part) => codedClock(job.name, part, values));
}

const missingIn = (column: string): SegmentCondition => ({ kind: 'missing', column });

function codedNumbers(column: string, values: PerSide<Float64Array>, room: PerSide<Int32Array>): CodedColumn {
  const edges = binEdges(values.reference ?? values.current ?? new Float64Array(), DECILES);
  const bins = edges.length + 1;
  const codesOf = (numbers: Float64Array, side: Side): Uint8Array => {
    const codes = binCodes(numbers, edges, room[side]);
    const bytes = new Uint8Array(codes.length);
    for (let row = 0; row < bytes.length; row++) bytes[row] = codes[row]! < 0 ? bins : codes[row]!;
    return bytes;
  };
  return {
    ...{ bins, order: 'line', codes: mapSides(values, codesOf) },
    conditionOf(chosen) {
      if (chosen.includes(bins)) return missingIn(column);
      const [low, high] = [smallest(chosen), largest(chosen)];
      return { kind: 'range', column, above: edges[low - 1] ?? null, upTo: edges[high] ?? null };
    },
  };
}

function codedCategories(
  { name: column, levels }: SearchJob & { kind: 'category' },
  values: PerSide<Float64Array>,
): CodedColumn {
  const known = Float64Array.from(levels, ({ hash }) => hash);
  const [others, bins] = [levels.length, levels.length + 1];
  // Few, and most rows have one of the first: quicker than a map of them.
  const codesOf = (hashes: Float64Array): Uint8Array => {
    const bytes = new Uint8Array(hashes.length);
    for (let row = 0; row < bytes.length; row++) {
      const hash = hashes[row]!;
      let code = hash === hash ? 0 : bins;
      while (code < others && known[code] !== hash) code++;
      bytes[row] = code;
    }
    return bytes;
  };
  return {
    ...{ bins, order: 'free', codes: mapSides(values, codesOf) },
    conditionOf(chosen) {
      if (chosen.includes(bins)) return missingIn(column);
      const named = chosen.toSorted((a, b) => a - b).flatMap((bin) => levels[bin] ?? []);
      return {
        ...{ kind: 'values', column, values: named.map(({ name, rows }) => quote(name, rows)) },
        others: chosen.includes(others),
      };
    },
  };
}

const HOUR = 3_600_000;
/** The first of January 1970 was a Thursday. */
const FIRST_WEEKDAY = 3;

/** The remainder of times before 1970 too. */
const remainder = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;

/** Rows mostly follow each other in time: the month of the one before is looked at first. */
function monthTeller(): (time: number) => number {
  let [start, end, month] = [0, 0, 0];
  return (time) => {
    if (time >= start && time < end) return month;
    const date = new Date(time);
    [start, end] = [0, 1].map((next) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + next)) as [number, number];
    return (month = date.getUTCMonth());
  };
}

const CLOCK: Record<ClockPart, { bins: number; teller: () => (time: number) => number }> = {
  hour: { bins: 24, teller: () => (time) => remainder(Math.floor(time / HOUR), 24) },
  weekday: { bins: 7, teller: () => (time) => remainder(Math.floor(time / (24 * HOUR)) + FIRST_WEEKDAY, 7) },
  month: { bins: 12, teller: monthTeller },
};

/** Nothing where the whole file has one value: times without an hour, a week of one month. */
function codedClock(column: string, part: ClockPart, values: PerSide<Float64Array>): CodedColumn[] {
  const { bins, teller } = CLOCK[part];
  const partOf = teller();
  const codes = mapSides(values, (times) => {
    const bytes = new Uint8Array(times.length);
    for (let row = 0; row < bytes.length; row++) bytes[row] = times[row] === times[row] ? partOf(times[row]!) : bins;
    return bytes;
  });
  const used = new Uint8Array(bins + 1);
  mapSides(codes, (side) => {
    for (let row = 0; row < side.length; row++) used[side[row]!] = 1;
  });
  if (used.subarray(0, bins).reduce((sum, isUsed) => sum + isUsed, 0) < 2) return [];
  return [
    {
      ...{ bins, order: 'circle', codes },
      conditionOf(chosen) {
        if (chosen.includes(bins)) return missingIn(column);
        return { kind: 'clock', column, part, first: chosen[0] ?? 0, last: chosen.at(-1) ?? 0 };
      },
    },
  ];
}
