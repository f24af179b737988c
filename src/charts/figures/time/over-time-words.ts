import { sides, type PeriodMean, type PeriodSeries, type SideNames, type Table } from '../../data.ts';
import { withUnit, type Reading } from '../../reading.ts';

const day = 86_400_000;

/** A period by its first day or moment, and its last where it is longer than a day. */
export function periodText({ start, end }: PeriodMean, read: Reading): string {
  if (end - start <= day) return read.time(start);
  return `${read.time(start)} to ${read.time(end - (end % day === 0 ? day : 0))}`;
}

/** The mean of all rows, from the means of the periods. */
export function weightedMean(periods: PeriodMean[]): number | null {
  const known = periods.filter(({ mean, count }) => mean !== null && count > 0);
  const rows = known.reduce((sum, { count }) => sum + count, 0);
  return rows === 0 ? null : known.reduce((sum, { mean, count }) => sum + (mean ?? 0) * (count / rows), 0);
}

export function describeOverTime({ periods, unit }: PeriodSeries, columnUnit: string, read: Reading): string {
  const parts = sides.flatMap((side) => {
    const all = periods[side] ?? [];
    const mean = weightedMean(all);
    const first = all[0];
    const last = all.at(-1);
    if (mean === null || first === undefined || last === undefined) return [];
    const span = `${count(all.length, unit, read)} of the ${read.names[side]} file`;
    return [`${withUnit(read.number(mean), columnUnit)} over ${span}`];
  });
  if (parts.length === 0) return 'There are no values with a time.';
  const missing = sides.flatMap((side) => periods[side] ?? []).filter(({ mean }) => mean === null).length;
  const lack = missing === 0 ? '' : ` ${count(missing, unit, read)} ${missing === 1 ? 'has' : 'have'} too few values.`;
  return `On average ${parts.join(', ')}.${lack}`;
}

const count = (number: number, unit: string, read: Reading) =>
  `${read.count(number)} ${unit}${number === 1 ? '' : 's'}`;

export function overTimeTable({ periods }: PeriodSeries, names: SideNames): Table {
  return {
    columns: [
      { name: 'file', holds: 'text' },
      { name: 'from', holds: 'time' },
      { name: 'to', holds: 'time' },
      { name: 'rows', holds: 'count' },
      { name: 'mean', holds: 'number' },
      { name: 'standard deviation', holds: 'number' },
    ],
    rows: sides.flatMap((side) =>
      (periods[side] ?? []).map(({ start, end, count: rows, mean, std }) => [names[side], start, end, rows, mean, std]),
    ),
  };
}
