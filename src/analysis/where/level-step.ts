import type { OverTime, Period } from '../../facts/document/distribution.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { LevelStep } from '../../facts/document/where.ts';
import type { Config } from '../../facts/settings/settings.ts';
import { CALLED, changePointFinder, FEWEST_PERIODS } from '../../stats/sequence/change-point/change-point.ts';

/** Means of periods, as they stand in a document. */
type Series = Pick<OverTime, 'timeColumn' | 'unit' | 'periods'>;

/** More periods take longer than they tell. */
const MOST_PERIODS = 1000;
/** A date that may be anywhere in a larger part of all periods is none. */
const WIDEST = 0.25;
const HOUR = 3_600_000;

/** Cycles of units of time that are taken out of the series, in periods; from three of them on. */
const CYCLES: Record<string, { length: number; start: (moment: number) => number }> = {
  hour: { length: 24, start: (moment) => Math.floor(moment / HOUR) },
  '6 hours': { length: 4, start: (moment) => Math.floor(moment / (6 * HOUR)) },
  day: { length: 7, start: (moment) => Math.floor(moment / (24 * HOUR)) },
};
const LEAST_CYCLES = 3;
/** A period counts for less than the usual one by so many steps. */
const STEPS = 8;

/**
 * Since when each of some series has another level: the periods of the reference, then those of the current file.
 * @returns in their order; null where no step is called or its date is hardly known, where the files overlap in time, and where there are too few periods
 */
export function levelSteps(series: readonly Series[], seed: number): (LevelStep | null)[] {
  const find = changePointFinder(seed);
  return series.map((one) => levelStep(one, find));
}

function levelStep(
  { timeColumn, unit, periods }: Series,
  find: ReturnType<typeof changePointFinder>,
): LevelStep | null {
  const known = inOneLine(periods)?.filter(({ count, mean }) => count > 0 && mean !== null) ?? [];
  if (known.length < FEWEST_PERIODS || known.length > MOST_PERIODS) return null;
  const values = Float64Array.from(known, ({ mean }) => mean ?? 0);
  const found = find({ values, weights: weightsOf(known), slots: slotsOf(known, unit) });
  if (found.pValue > CALLED || found.high - found.low > WIDEST * known.length) return null;
  const [start, low, high] = [found.period, found.low, found.high].map((place) => known[place]?.start ?? 0);
  return {
    ...{ timeColumn, unit, at: start ?? 0, low: low ?? 0, high: high ?? 0 },
    ...{ before: found.first, after: found.second, statistic: found.statistic, pValue: found.pValue },
  };
}

/** Null where the current file does not follow the reference. */
function inOneLine({ reference = [], current = [] }: PerSide<Period[]>): Period[] | null {
  const [first] = current;
  const last = reference.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first.start >= last.end) return [...reference, ...current];
  // The period in which one file ends and the other begins.
  return first.start === last.start ? [...reference.slice(0, -1), joined(last, first), ...current.slice(1)] : null;
}

function joined(a: Period, b: Period): Period {
  const count = a.count + b.count;
  const sum = a.count * (a.mean ?? 0) + b.count * (b.mean ?? 0);
  return { ...a, count, mean: count > 0 ? sum / count : null, std: null };
}

function weightsOf(periods: readonly Period[]): Float64Array {
  const counts = Float64Array.from(periods, ({ count }) => count);
  const usual = counts.toSorted()[Math.floor(counts.length / 2)] ?? 1;
  return counts.map((count) => Math.max(1, Math.min(STEPS, Math.round((STEPS * count) / usual))) / STEPS);
}

function slotsOf(periods: readonly Period[], unit: string): Uint8Array | null {
  const cycle = CYCLES[unit];
  if (cycle === undefined || periods.length < LEAST_CYCLES * cycle.length) return null;
  return Uint8Array.from(periods, ({ start }) => {
    const place = cycle.start(start) % cycle.length;
    return place < 0 ? place + cycle.length : place;
  });
}

/** Columns whose rows differ by more than as many independent ones would: no other column has changed or moved. */
const mayHaveMoved = ({ drift, overTime }: ColumnResult, { alpha }: Config): boolean => {
  if (drift === null || 'notTested' in drift || overTime === null) return false;
  const { qValue = 1, qValueIndependent = 1 } = drift.evidence;
  return Math.min(qValue, qValueIndependent) < alpha;
};

/**
 * The columns with their change points, where they may have changed or moved.
 * @param columns with q-values
 * @param find finds those of several series, in their order
 */
export async function withChangePoints(
  columns: readonly ColumnResult[],
  config: Config,
  find: (series: Series[], seed: number) => Promise<(LevelStep | null)[]>,
): Promise<ColumnResult[]> {
  const series = columns.flatMap((column) =>
    column.overTime !== null && mayHaveMoved(column, config) ? [{ name: column.name, overTime: column.overTime }] : [],
  );
  if (series.length === 0) return [...columns];
  const found = await find(
    series.map(({ overTime }) => overTime),
    config.seed,
  );
  const step = new Map(series.map(({ name }, i) => [name, found[i] ?? null]));
  return columns.map((column) => {
    const point = step.get(column.name) ?? null;
    return point === null ? column : { ...column, step: point };
  });
}
