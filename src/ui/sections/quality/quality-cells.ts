import type { ColumnQuality, ColumnType, Side } from '../../../facts/results.ts';
import type { ReportColumn } from '../../../facts/document.ts';
import { spreadWords } from './column-facts.ts';
import { NONE, count, day, number, share } from '../../../words/format.ts';

interface QualityCell {
  label: string;
  /** The label in full. */
  name: string;
  /** Where the handbook says what it is. */
  entry: string;
  words: (quality: ColumnQuality, type: ColumnType) => string;
  /** The figure it hangs on, to tell nought from something; absent where any value is ordinary. */
  amiss?: (quality: ColumnQuality) => number;
  /** Left to the open row where there is little room, unless something is amiss. */
  spare?: boolean;
}

/** A value as short as a cell: a time is its day. */
const brief = (type: ColumnType, value: number | null) => (type === 'datetime' ? day(value) : number(value));

export const qualityCells: QualityCell[] = [
  {
    label: 'Count',
    name: 'Rows, the missing ones included',
    entry: 'count',
    words: (q) => count(q.count),
    spare: true,
  },
  {
    label: 'Missing',
    name: 'Share of rows without a value',
    entry: 'missing',
    words: (q) => share(q.count === 0 ? 0 : q.missing / q.count),
    amiss: (q) => q.missing,
  },
  {
    label: 'NaN',
    name: 'Cells that say “not a number”',
    entry: 'nan',
    words: (q) => count(q.nan),
    amiss: (q) => q.nan,
    spare: true,
  },
  {
    label: 'Infinite',
    name: 'Infinite values',
    entry: 'infinite',
    words: (q) => count(q.infinite),
    amiss: (q) => q.infinite,
    spare: true,
  },
  { label: 'Distinct', name: 'Different values', entry: 'distinct', words: (q) => count(q.distinct) },
  { label: 'Min', name: 'Smallest value', entry: 'min', words: (q, type) => brief(type, q.min) },
  { label: 'Mean', name: 'Mean', entry: 'mean', words: (q, type) => brief(type, q.mean) },
  { label: 'Max', name: 'Largest value', entry: 'max', words: (q, type) => brief(type, q.max) },
  {
    label: 'Std',
    name: 'Sample standard deviation',
    entry: 'std',
    words: (q, type) => spreadWords(type, q.std),
    spare: true,
  },
];

export function figureWords({ quality, type }: ReportColumn, side: Side, words: QualityCell['words']): string {
  const one = quality[side];
  return one ? words(one, type) : NONE;
}

/** How many cells are amiss; null where that is not asked. */
export const wrongCells = (quality: ColumnQuality | undefined, amiss: QualityCell['amiss']) =>
  quality && amiss ? amiss(quality) : null;
