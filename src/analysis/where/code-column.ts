import { largest, smallest } from '../../facts/extremes.ts';
import type { SegmentCondition } from '../../facts/document/where.ts';
import type { ClockPart } from '../../facts/slice.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { quote } from '../../facts/statements/statement.ts';
import { binCodes, binEdges } from '../../stats/model/bin-edges.ts';
import type { BinnedColumn } from '../../stats/segments/find-segments.ts';

/** A column that segments may be made of. */
export type SearchJob = { name: string } & (
  | { kind: 'number' | 'clock' }
  /** The most frequent categories, what stands for each in the column, and how many rows it has. */
  | { kind: 'category'; levels: readonly { name: string; hash: number; rows: number }[] }
);

/** A column in bins, and what some of its bins are called. */
export interface CodedColumn extends BinnedColumn {
  conditionOf: (bins: readonly number[]) => SegmentCondition;
}

const DECILES = 10;

/** A column's rows in bins: deciles of the reference, the most frequent categories and the rest, or parts of the clock. */
export function codeColumn(job: SearchJob, values: PerSide<Float64Array>): CodedColumn[] {
  if (job.kind === 'number') return [codedNumbers(job.name, values)];
  if (job.kind === 'category') return [codedCategories(job, values)];
  return (['hour', 'weekday', 'month'] as const).flatMap((part) => codedClock(job.name, part, values));
}

/** A byte a value. A loop: `Uint8Array.from` takes ten times as long. */
function bytesOf(values: Float64Array | Int32Array, byteOf: (value: number) => number): Uint8Array {
  const bytes = new Uint8Array(values.length);
  for (let row = 0; row < bytes.length; row++) bytes[row] = byteOf(values[row]!);
  return bytes;
}

const missingIn = (column: string): SegmentCondition => ({ kind: 'missing', column });

function codedNumbers(column: string, values: PerSide<Float64Array>): CodedColumn {
  const edges = binEdges(values.reference ?? values.current ?? new Float64Array(), DECILES);
  const bins = edges.length + 1;
  const codesOf = (side: Float64Array): Uint8Array =>
    bytesOf(binCodes(side, edges), (code) => (code >= 0 ? code : bins));
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
  const positions = new Map(levels.map(({ hash }, position) => [hash, position]));
  const [others, bins] = [levels.length, levels.length + 1];
  const codeOf = (hash: number): number => (hash === hash ? (positions.get(hash) ?? others) : bins);
  return {
    ...{ bins, order: 'free', codes: mapSides(values, (side) => bytesOf(side, codeOf)) },
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

const CLOCK: Record<ClockPart, { bins: number; partOf: (time: number) => number }> = {
  hour: { bins: 24, partOf: (time) => remainder(Math.floor(time / HOUR), 24) },
  weekday: { bins: 7, partOf: (time) => remainder(Math.floor(time / (24 * HOUR)) + FIRST_WEEKDAY, 7) },
  month: { bins: 12, partOf: (time) => new Date(time).getUTCMonth() },
};

/** Nothing where the whole file has one value: times without an hour, a week of one month. */
function codedClock(column: string, part: ClockPart, values: PerSide<Float64Array>): CodedColumn[] {
  const { bins, partOf } = CLOCK[part];
  const codes = mapSides(values, (side) => bytesOf(side, (time) => (time === time ? partOf(time) : bins)));
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
