import { rowsOfUnit } from '../../facts/period-units.ts';
import { counted } from './grammar.ts';

/** A period of a time axis: after "per", and so many of them. */
interface PeriodWords {
  singular: string;
  counted: (periods: number) => string;
}

const period = (noun: string): PeriodWords => ({ singular: noun, counted: (periods) => counted(periods, noun) });
const stretch = (length: string): PeriodWords => ({
  singular: length,
  counted: (periods) => counted(periods, `stretch of ${length}`, `stretches of ${length}`),
});

/** By their names in the document. */
const periodNames: Record<string, PeriodWords> = {
  second: period('second'),
  '10 seconds': stretch('10 seconds'),
  minute: period('minute'),
  '10 minutes': stretch('10 minutes'),
  hour: period('hour'),
  '6 hours': stretch('6 hours'),
  day: period('day'),
  week: period('week'),
  month: period('month'),
  quarter: period('quarter'),
  year: period('year'),
};

/** The words of a period, by its name in the document. */
export function periodWords(unit: string): PeriodWords {
  const rows = rowsOfUnit(unit);
  return rows === null ? (periodNames[unit] ?? period('period')) : stretch(counted(rows, 'row'));
}
