import type { OverTime, Period } from '../../facts/document/distribution.ts';
import type { Since } from '../../facts/document/drift.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { elementAt } from '../../facts/element-at.ts';
import type { NoDate } from '../../facts/statements/since.ts';
import {
  CALLED,
  changePointFinder,
  FEWEST_PERIODS,
  type ChangePoint,
} from '../../stats/sequence/change-point/change-point.ts';
import { steadyShares, steadySizes } from '../../stats/sequence/change-point/steady-values.ts';

/** What periods are means of: any numbers, sizes that vary in proportion, or whether a row is one of some. */
type Measured = 'mean' | 'size' | 'share';

/** Means of periods, as they stand in a document. */
export interface DatedSeries extends Pick<OverTime, 'timeColumn' | 'unit' | 'periods'> {
  form?: Measured;
}

/** More periods take longer than they tell. */
const MOST_PERIODS = 1000;
/** A date that may be anywhere in a larger part of all periods is none. */
const WIDEST = 0.25;
/** A straight line that leaves no more of the squares is seen, where no step is. */
const CLEAR_LINE = 0.5;
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
/** A period at an end of a file with a smaller part of the usual rows is none. */
const LEAST_PART = 0.5;

/**
 * Since when each of some series has another level: the periods of the reference, then those of the current file.
 * @returns in their order; why there is no date where no step is called or its date is hardly known, where the files overlap in time, and where there are too few periods
 */
export function levelSteps(series: readonly DatedSeries[], seed: number): Since[] {
  const find = changePointFinder(seed);
  return series.map((one) => levelStep(one, find));
}

/** A period with rows. */
type Known = Omit<Period, 'mean'> & { mean: number };

const isKnown = (period: Period): period is Known => period.count > 0 && period.mean !== null;

function levelStep(series: DatedSeries, find: ReturnType<typeof changePointFinder>): Since {
  const { unit, periods, form = 'mean' } = series;
  const line = inOneLine(periods);
  if (line === null) return { cause: 'overlap' };
  const known = withoutParts(line).flat().filter(isKnown);
  const told = { unit, periods: known.length };
  if (known.length < FEWEST_PERIODS) return { cause: 'few-periods', ...told, limit: FEWEST_PERIODS };
  if (known.length > MOST_PERIODS) return { cause: 'many-periods', ...told, limit: MOST_PERIODS };
  const found = find({ values: steady(known, form), weights: weightsOf(known), slots: slotsOf(known, unit) });
  return noDateOf(found, told) ?? datedStep(found, known, series);
}

/** Why what was found is no date; null where it may be one. */
function noDateOf({ pValue, left, low, high }: ChangePoint, told: { unit: string; periods: number }): NoDate | null {
  const isLine = left.line < left.step;
  if (pValue > CALLED) return { cause: isLine && left.line <= CLEAR_LINE ? 'no-single-step' : 'chance', ...told };
  if (isLine) return { cause: 'no-single-step', ...told };
  return high - low > WIDEST * told.periods ? { cause: 'wide', ...told, within: high - low + 1 } : null;
}

function datedStep(
  found: ChangePoint,
  known: readonly Known[],
  { timeColumn, unit, periods, form }: DatedSeries,
): Since {
  const [first = NaN, second = NaN] =
    (form ?? 'mean') === 'mean'
      ? [found.first, found.second]
      : [known.slice(0, found.period), known.slice(found.period)].map(meanOf);
  const level = { before: first, after: second };
  if (!isThatWay(level, periods)) return { cause: 'no-single-step', unit, periods: known.length };
  return {
    ...{ timeColumn, unit, at: elementAt(known, found.period).start },
    // Where files lie apart in time, what happened between them is in neither.
    ...{ low: elementAt(known, found.low - 1).end, high: elementAt(known, found.high).start },
    ...{ ...level, statistic: found.statistic, pValue: found.pValue },
  };
}

/** On a scale on which periods spread alike, whatever their level. */
function steady(periods: readonly Known[], form: Measured): Float64Array {
  const means = Float64Array.from(periods, ({ mean }) => mean);
  if (form === 'mean') return means;
  return form === 'size' ? steadySizes(means) : steadyShares(means, countsOf(periods));
}

const countsOf = (periods: readonly Known[]): Float64Array => Float64Array.from(periods, ({ count }) => count);

const meanOf = (periods: readonly Known[]): number =>
  periods.reduce((sum, { mean, count }) => sum + mean * count, 0) / periods.reduce((sum, { count }) => sum + count, 0);

/** Whether the level stepped in the direction in which the current file differs from the reference. */
function isThatWay({ before, after }: { before: number; after: number }, periods: PerSide<Period[]>): boolean {
  const { reference = [], current = [] } = periods;
  return (after - before) * (meanOf(current.filter(isKnown)) - meanOf(reference.filter(isKnown))) > 0;
}

/** Stretches of periods that may be cut short at their ends; null where the current file does not follow the reference. */
function inOneLine({ reference = [], current = [] }: PerSide<Period[]>): Period[][] | null {
  const [first] = current;
  const last = reference.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first.start >= last.end) return [reference, current];
  // The period in which one file ends and the other begins.
  return first.start === last.start ? [[...reference.slice(0, -1), joined(last, first), ...current.slice(1)]] : null;
}

/** A file begins and ends within a period: one Sunday is no week. */
function withoutParts(stretches: readonly Period[][]): Period[][] {
  const counts = Float64Array.from(stretches.flat(), ({ count }) => count).sort();
  const limit = LEAST_PART * (counts[Math.floor(counts.length / 2)] ?? 0);
  return stretches.map((periods) =>
    periods.filter(({ count }, i) => (i > 0 && i < periods.length - 1) || count >= limit),
  );
}

function joined(a: Period, b: Period): Period {
  const count = a.count + b.count;
  const sum = a.count * (a.mean ?? 0) + b.count * (b.mean ?? 0);
  return { ...a, count, mean: count > 0 ? sum / count : null, std: null };
}

function weightsOf(periods: readonly Known[]): Float64Array {
  const counts = countsOf(periods);
  const usual = counts.toSorted()[Math.floor(counts.length / 2)] ?? 1;
  return counts.map((count) => Math.max(1, Math.min(STEPS, Math.round((STEPS * count) / usual))) / STEPS);
}

function slotsOf(periods: readonly Known[], unit: string): Uint8Array | null {
  const cycle = CYCLES[unit];
  if (cycle === undefined || periods.length < LEAST_CYCLES * cycle.length) return null;
  return Uint8Array.from(periods, ({ start }) => {
    const place = cycle.start(start) % cycle.length;
    return place < 0 ? place + cycle.length : place;
  });
}
