import type { NoDate } from '../../../facts/statements/since.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import {
  sides,
  type PeriodMean,
  type PeriodSeries,
  type PerSide,
  type SecondSeries,
  type StepMoment,
  type Table,
} from '../../data.ts';
import { partialPeriods } from './partial-periods.ts';

const { columns, overTime: texts } = words.figures;

const DAY = 86_400_000;

/** The moment that a period is drawn at. */
export const middleOf = ({ start, end }: PeriodMean): number => (start + end) / 2;

/** A period by its first day or moment, and its last where it is longer than a day. */
export function periodText({ start, end }: PeriodMean): string {
  const last = end % DAY === 0 ? end - DAY : end;
  return texts.period(start, end - start <= DAY ? null : last);
}

/** The mean of all rows, from the means of the periods. */
export function weightedMean(periods: PeriodMean[]): number | null {
  const known = periods.filter(({ mean, count }) => mean !== null && count > 0);
  const rows = known.reduce((sum, { count }) => sum + count, 0);
  return rows === 0 ? null : known.reduce((sum, { mean, count }) => sum + (mean ?? 0) * (count / rows), 0);
}

interface Amounts {
  unit: string;
  /** Values are shares of one. */
  isShare: boolean;
  step?: StepMoment | null;
  noDate?: NoDate | null;
  second?: SecondSeries | null;
}

export function describeOverTime(
  { periods, unit: period }: PeriodSeries,
  { step = null, noDate = null, second = null, ...amounts }: Amounts,
  names: SidesWords,
): string {
  const means = meansOf(periods);
  if (Object.keys(means).length === 0) return texts.nothing;
  const lacking = sides.flatMap((side) => periods[side] ?? []).filter(({ mean }) => mean === null).length;
  const partial = sides.flatMap((side) => partialPeriods(periods[side] ?? [])).filter((isPartial) => isPartial).length;
  const first = texts.means({ period, ...amounts, means, lacking, partial, step, noDate }, names);
  if (second === null) return first;
  const predicted = {
    period,
    ...amounts,
    means: meansOf(second.periods),
    lacking: 0,
    partial: 0,
    step: null,
    noDate: null,
  };
  return texts.twoSeries({ first, second: texts.means(predicted, names) }, second.names);
}

function meansOf(periods: PeriodSeries['periods']): PerSide<{ mean: number; periods: number }> {
  const means: PerSide<{ mean: number; periods: number }> = {};
  for (const side of sides) {
    const sidePeriods = periods[side] ?? [];
    const mean = weightedMean(sidePeriods);
    if (mean !== null) means[side] = { mean, periods: sidePeriods.length };
  }
  return means;
}

export function overTimeTable(
  { periods }: PeriodSeries,
  { isShare, second }: { isShare: boolean; second: SecondSeries | null },
  names: SidesWords,
): Table {
  const holds = isShare ? 'share' : 'number';
  return {
    columns: [
      { name: columns.file, holds: 'text' },
      { name: columns.from, holds: 'time' },
      { name: columns.to, holds: 'time' },
      { name: columns.rows, holds: 'count' },
      ...(second === null
        ? [columns.mean, columns.deviation]
        : [second.names.first, second.names.second].flatMap((name) => [columns.meanOf(name), columns.deviationOf(name)])
      ).map((name) => ({ name, holds }) as const),
    ],
    rows: sides.flatMap((side) =>
      (periods[side] ?? []).map(({ start, end, count: rows, mean, std }, i) => {
        const partner = second?.periods[side]?.[i];
        const secondCells = second === null ? [] : [partner?.mean ?? null, partner?.std ?? null];
        return [names[side].name, ...[start, end, rows, mean, std], ...secondCells];
      }),
    ),
  };
}
