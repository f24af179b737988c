import type { PerSide, Side } from '../../../facts/document/side.ts';
import type { BinScoreMethod } from '../../../facts/methods.ts';
import { SIDES } from '../../../facts/document/sides.ts';
import { measure, share, tellApart, time, withUnit } from '../../format.ts';
import { counted, listed } from '../grammar.ts';
import { methods } from '../methods.ts';
import type { SidesWords } from '../sides.ts';

/** A value of a column, in the column's unit where it has one. */
export interface Value {
  value: number;
  unit: string;
  isTime: boolean;
}

/** A stretch of a column's values. */
export interface Span extends Omit<Value, 'value'> {
  low: number;
  high: number;
}

/** Rows at one place of a figure, and what share of all they are. */
export interface Share {
  share: number;
  rows: number;
}

/** How much of a distance lies in one bin. */
export interface ScorePart {
  method: BinScoreMethod;
  share: number;
}

export const rows = (count: number): string => counted(count, 'row');

export const valueText = ({ value, unit, isTime }: Value): string => (isTime ? time(value) : measure(value, unit));

/** "45 to 50 kWh" */
export const spanText = ({ low, high, unit, isTime }: Span): string => {
  if (isTime) return `${time(low)} to ${time(high)}`;
  const [start, end] = tellApart(low, high);
  return withUnit(low === high ? start : `${start} to ${end}`, unit);
};

/** "31% of the reference rows and 12% of the current ones" */
export const sharesText = (shares: PerSide<number>, sides: SidesWords): string =>
  listed(
    SIDES.filter((side) => shares[side] !== undefined).map(
      (side, i) => `${share(shares[side])} of the ${sides[side].name} ${i === 0 ? 'rows' : 'ones'}`,
    ),
  );

const scoreName = (method: ScorePart['method']): string => methods[method].short;

/** What several figures say. */
export const common = {
  noValues: 'no values',
  noRows: 'no rows',
  nothingToCompare: 'Neither file has values in this column.',
  span: spanText,
  share: ({ share: part, rows: count }: Share): string => `${share(part)} (${rows(count)})`,
  scoreParts: (parts: readonly ScorePart[]): string =>
    `makes ${listed(parts.map(({ method, share: part }) => `${share(part)} of ${scoreName(method)}`))}`,
  /** What a screen reader says where the cursor of a figure rests. */
  stop: (heading: string, values: readonly { side: string | null; text: string }[]): string =>
    `${heading}: ${values.map(({ side, text }) => (side === null ? text : `${side} ${text}`)).join('; ')}`,
};

/** Heads of the columns of figures' data. */
export const columns = {
  ...{ file: 'file', column: 'column', value: 'value', category: 'category', group: 'group', status: 'status' },
  ...{ from: 'from', to: 'to', rows: 'rows', mean: 'mean', deviation: 'standard deviation' },
  meanOf: (series: string): string => `mean: ${series}`,
  deviationOf: (series: string): string => `standard deviation: ${series}`,
  ...{ state: 'state', effect: 'effect', threshold: 'threshold', ratio: 'effect ÷ threshold', other: 'with' },
  ...{ actualFrom: 'actual from', predictedFrom: 'predicted from', trueClass: 'true class', median: 'median' },
  quantile: (probability: number): string => share(probability),
  rowsOf: (side: Side, sides: SidesWords): string => `${sides[side].name} rows`,
  shareOf: (side: Side, sides: SidesWords): string => `${sides[side].name} share`,
  shareOfGroup: (side: Side, sides: SidesWords): string => `${sides[side].name} share of the group`,
  missingOf: (side: Side, sides: SidesWords): string => `${sides[side].name} missing`,
  upTo: (side: Side, sides: SidesWords): string => `${sides[side].name}, rows up to it`,
  scorePart: (method: ScorePart['method']): string => `part of ${scoreName(method)}`,
  bandFrom: (band: string): string => `${band}: from`,
  bandTo: (band: string): string => `${band}: to`,
};
