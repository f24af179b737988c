import type { PerSide, Side } from '../../../facts/document/side.ts';
import { SIDES } from '../../../facts/document/sides.ts';
import type { NoDate } from '../../../facts/statements/since.ts';
import { count, effect, measure, number, share, time, withUnit } from '../../format.ts';
import { rows, sharesText, spanText, valueText, type Span, type Value } from './common.ts';
import { counted, listed, verb } from '../grammar.ts';
import { periodWords } from '../periods.ts';
import type { SidesWords } from '../sides.ts';
import { noDateSentence, stepText } from '../statements/step.ts';

/** Values beyond an end of a figure. */
export interface Outside extends Value {
  side: Side;
  end: 'below' | 'above';
  values: number;
}

export const distribution = {
  axis: 'share of rows per bin',
  unevenAxis: (unit: string): string => `share of rows per ${unit === '' ? 'unit' : unit} (bins differ in width)`,
  decadeAxis: 'share of rows per decade (bins differ in width)',
  beyond: ({ end, ...edge }: Value & Pick<Outside, 'end'>): string => `${end} ${valueText(edge)}, not shown`,
  outside: ({ side, end, values, ...edge }: Outside, sides: SidesWords): string =>
    `${sides[side].name}: ${counted(values, 'value')} ${end} ${valueText(edge)} not shown`,
  noValuesIn: (side: Side, sides: SidesWords): string => `${sides[side].name}: no values`,
  oneFile: ({ side, share: part, ...bin }: Span & { side: Side; share: number }, sides: SidesWords): string =>
    `Only ${sides[side].noun} has values; the fullest bin, ${spanText(bin)}, holds ${share(part)} of them.`,
  same: 'Both files have the same share of rows in every bin.',
  differsMost: ({ shares, ...bin }: Span & { shares: Record<Side, number> }, sides: SidesWords): string =>
    `The files differ most in ${spanText(bin)}: ${sharesText(shares, sides)}.`,
};

type CategoryStatus = 'new' | 'vanished';

const statusNames: Record<CategoryStatus, string> = { new: 'new', vanished: 'vanished' };

/** "2 are new", "1 has vanished"; nothing for none. */
const ofStatus = (appeared: number, vanished: number): string[] => [
  ...(appeared > 0 ? [`${count(appeared)} ${verb(appeared, 'is', 'are')} new`] : []),
  ...(vanished > 0 ? [`${count(vanished)} ${verb(vanished, 'has', 'have')} vanished`] : []),
];

export const categories = {
  none: 'no categories',
  status: statusNames,
  other: (levels: number): string => `other (${counted(levels, 'category', 'categories')})`,
  withStatus: (category: string, status: CategoryStatus): string => `${category} (${statusNames[status]})`,
  oneFile: ({ side, category, share: part }: { side: Side; category: string; share: number }, sides: SidesWords) =>
    `Only ${sides[side].noun} has values; ${category} is the most frequent with ${share(part)} of rows.`,
  same: 'Every category has the same share of rows in both files.',
  differsMost: (
    values: { category: string; shares: Record<Side, number>; appeared: number; vanished: number },
    sides: SidesWords,
  ): string => {
    const sentence = `${values.category} differs most: ${sharesText(values.shares, sides)}`;
    const status = ofStatus(values.appeared, values.vanished);
    return status.length === 0 ? `${sentence}.` : `${sentence}; of those shown, ${listed(status)}.`;
  },
};

export const cumulative = {
  axis: 'share of rows up to a value',
  gap: ({ size, ...place }: Value & { size: number }): string => `largest gap ${effect(size)} at ${valueText(place)}`,
  upTo: (place: Value): string => `up to ${valueText(place)}`,
  nothing: 'There are no values to compare.',
  same: 'The two curves agree at every value.',
  furthestApart: ({ shares, ...place }: Value & { shares: Record<Side, number> }, sides: SidesWords): string =>
    `Where the curves are furthest apart, ${sharesText(shares, sides)} lie at or below ${valueText(place)}.`,
};

/** A number in its unit, or a share. */
const amountText = (value: number, { unit, isShare }: { unit: string; isShare: boolean }): string =>
  isShare ? share(value) : measure(value, unit);

type Step = Parameters<typeof stepText>[0];

export interface OverTime {
  /** The length of a period, by its name in the document. */
  period: string;
  unit: string;
  /** Means are shares of one. */
  isShare: boolean;
  means: PerSide<{ mean: number; periods: number }>;
  /** Periods without a mean. */
  lacking: number;
  /** Periods with too few rows to stand for a whole one. */
  partial: number;
  step: Step | null;
  /** Why there is no step. */
  noDate: NoDate | null;
}

export interface PeriodText {
  mean: number;
  deviation: number | null;
  rows: number;
  unit: string;
  isShare: boolean;
  partial: boolean;
}

export interface SeriesNames {
  first: string;
  second: string;
}

export const overTime = {
  axis: ({
    period: length,
    unit,
    isShare,
    spreads,
  }: Pick<OverTime, 'period' | 'unit' | 'isShare'> & { spreads: boolean }): string =>
    isShare && !spreads
      ? `share of rows per ${periodWords(length).singular}`
      : withUnit(
          `mean per ${periodWords(length).singular}${spreads ? ', ± standard deviation' : ''}`,
          unit === '' ? '' : `(${unit})`,
        ),
  /** `last` is the last day of a period that is longer than one. */
  period: (first: number, last: number | null): string =>
    last === null ? time(first) : `${time(first)} to ${time(last)}`,
  mean: ({ mean, deviation, rows: count, unit, isShare, partial }: PeriodText): string => {
    const plain = isShare ? share : number;
    const text = deviation === null ? plain(mean) : `${plain(mean)} ± ${plain(deviation)}`;
    return `${withUnit(text, unit)} (${rows(count)}${partial ? ', few' : ''})`;
  },
  partial: (length: string): string => `ring, dashed: ${periodWords(length).singular} with few rows`,
  step: (step: Step): string => `line: another level ${stepText(step)}`,
  /** Where there is little room. */
  shortStep: ({ at }: Step): string => `line: another level since ${time(at)}`,
  /** Two series, by what they are called. */
  lines: ({ first, second }: SeriesNames): string => `line: ${first}, dots: ${second}`,
  both: (texts: SeriesNames, names: SeriesNames): string =>
    `${names.first} ${texts.first}; ${names.second} ${texts.second}`,
  twoSeries: (texts: SeriesNames, names: SeriesNames): string =>
    `Line: ${names.first}. ${texts.first} Dots: ${names.second}. ${texts.second}`,
  noMean: (count: number): string => `no mean (${rows(count)})`,
  level: ({ mean, ...amount }: { mean: number; unit: string; isShare: boolean }, sides: SidesWords): string =>
    `dotted: ${sides.reference.name} mean ${amountText(mean, amount)}`,
  nothing: 'There are no values with a time.',
  means: (
    { period: length, means, lacking, partial, step, noDate, ...amount }: OverTime,
    sides: SidesWords,
  ): string => {
    const parts = SIDES.flatMap((side) => {
      const known = means[side];
      if (known === undefined) return [];
      return [
        `${amountText(known.mean, amount)} over ${periodWords(length).counted(known.periods)} of ${sides[side].noun}`,
      ];
    });
    const few = (periods: number, what: string): string[] =>
      periods === 0 ? [] : [`${periodWords(length).counted(periods)} ${verb(periods, 'has', 'have')} ${what}.`];
    return [
      `On average ${listed(parts)}.`,
      ...few(lacking, 'too few values'),
      ...few(partial, 'fewer rows than a whole one'),
      ...(step === null ? [] : [`Another level ${stepText(step)}.`]),
      ...(noDate === null ? [] : [noDateSentence(noDate, sides)]),
    ].join(' ');
  },
};

export const missing = {
  none: 'no missing cells',
  more: (left: number): string => `${count(left)} more with fewer missing cells`,
  cells: (part: number, cells: number): string => `${share(part)} missing (${rows(cells)})`,
  nothing: 'No column has missing cells.',
  most: (
    values: { columns: number; withMissing: number; name: string; shares: PerSide<number> },
    sides: SidesWords,
  ): string =>
    `${count(values.withMissing)} of ${counted(values.columns, 'column')} ${verb(values.withMissing, 'has', 'have')} missing cells; ${values.name} has most: ${sharesText(values.shares, sides)}.`,
};
