import type { Side } from '../../../facts/document/side.ts';
import { count, number, share } from '../../format.ts';
import { rows } from './common.ts';
import type { SidesWords } from '../sides.ts';

const actual = (low: number, high: number): string => `actual ${number(low)} to ${number(high)}`;

export const density = {
  predicted: 'predicted',
  actual: 'actual',
  actualSpan: actual,
  describe: 'On the dotted line a prediction is right; the stronger the colour of a cell, the more rows it holds.',
  halfUpTo: (count: number, predicted: number): string => `${rows(count)}, half predicted up to ${number(predicted)}`,
};

export const plane = {
  describe: (name: string): string =>
    `On the dotted line a prediction is right; the colour of a cell is the ${name} of its rows.`,
  mean: (column: string): string => `mean of ${column}`,
  share: (category: string): string => `share of “${category}”`,
  value: (count: number, { name, value, isShare }: { name: string; value: number; isShare: boolean }): string =>
    `${rows(count)}, ${name} ${isShare ? share(value) : number(value)}`,
};

export const groups = {
  describe: 'The share of each group’s rows at each value, all on the same axes.',
  rows: (counts: readonly number[]): string =>
    counts.length === 1 ? rows(counts[0] ?? 0) : `${counts.map(count).join(' → ')} rows`,
  place: (group: string, place: string): string => `${group}, ${place}`,
};

export const separation = {
  describe:
    'Shapes: rows by their score (by the root of their share). Bars: half of the rows; lines: nine of ten. The further apart the classes, the better.',
  score: 'score',
  above: (side: Side, sides: SidesWords): string => `${sides[side].name} above`,
  below: (side: Side, sides: SidesWords): string => `${sides[side].name} below`,
  quantiles: ({ q05, q25, q50, q75, q95 }: Record<'q05' | 'q25' | 'q50' | 'q75' | 'q95', number>): string =>
    `median ${number(q50)}, half of the rows ${number(q25)} to ${number(q75)}, nine of ten ${number(q05)} to ${number(q95)}`,
};

export const curves = {
  place: (name: string, value: number): string => `${name} ${number(value)}`,
  none: 'none',
  withBand: (value: string, { band, low, high }: { band: string; low: string; high: string }): string =>
    `${value}, ${band} ${low} to ${high}`,
};
