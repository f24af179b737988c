import { numberFormat } from '../../intl.ts';
import type { CumulativeCurves, ScaleKind, SideNames, Table } from '../../data.ts';
import { withUnit, type Reading } from '../../reading.ts';

export interface CumulativeReading {
  unit: string;
  scale: ScaleKind;
  read: Reading;
}

export const whereText = (value: number, { unit, scale, read }: CumulativeReading) =>
  scale === 'time' ? read.time(value) : withUnit(read.number(value), unit);

/** "largest gap 0.31 at 47 kWh"; empty where the curves agree everywhere. */
export function gapText({ gap }: CumulativeCurves, options: CumulativeReading): string {
  const size = Math.abs(gap.reference - gap.current);
  if (!(size > 0)) return '';
  const digits = numberFormat(options.read.locale, { maximumSignificantDigits: 2 });
  return `largest gap ${digits.format(size)} at ${whereText(gap.x, options)}`;
}

export function describeCumulative(data: CumulativeCurves, options: CumulativeReading): string {
  const { read } = options;
  if (data.x.length === 0) return 'There are no values to compare.';
  if (gapText(data, options) === '') return 'The two curves agree at every value.';
  const { reference, current } = read.names;
  return `${read.share(data.gap.reference)} of the ${reference} rows and ${read.share(data.gap.current)} of the ${current} ones lie at or below ${whereText(data.gap.x, options)}, where the curves are furthest apart.`;
}

export function cumulativeTable(data: CumulativeCurves, scale: ScaleKind, names: SideNames): Table {
  return {
    columns: [
      { name: 'value', holds: scale === 'time' ? 'time' : 'number' },
      { name: `${names.reference}, rows up to it`, holds: 'share' },
      { name: `${names.current}, rows up to it`, holds: 'share' },
    ],
    rows: data.x.map((value, i) => [value, data.reference[i] ?? null, data.current[i] ?? null]),
  };
}
