import type { ReportColumn } from '../../../facts/document/document.ts';
import type { ColumnQuality, ColumnType } from '../../../facts/document/columns.ts';
import type { Side } from '../../../facts/document/side.ts';
import { NONE, count, day, number, share } from '../../../words/format.ts';
import type { words } from '../../../words/words.ts';
import { spreadText } from './column-facts.ts';

interface QualityCell {
  id: keyof typeof words.sections.quality.cells;
  /** Where the handbook says what it is. */
  entry: string;
  text: (quality: ColumnQuality, type: ColumnType) => string;
  /** The figure it hangs on, to tell nought from something; absent where any value is ordinary. */
  amiss?: (quality: ColumnQuality) => number;
}

/** A value as short as a cell: a time is its day. */
const brief = (type: ColumnType, value: number | null) => (type === 'datetime' ? day(value) : number(value));

export const qualityCells: QualityCell[] = [
  { id: 'count', entry: 'count', text: (q) => count(q.count) },
  {
    id: 'missing',
    entry: 'missing',
    text: (q) => share(q.count === 0 ? 0 : q.missing / q.count),
    amiss: (q) => q.missing,
  },
  { id: 'nan', entry: 'nan', text: (q) => count(q.nan), amiss: (q) => q.nan },
  { id: 'infinite', entry: 'infinite', text: (q) => count(q.infinite), amiss: (q) => q.infinite },
  { id: 'distinct', entry: 'distinct', text: (q) => count(q.distinct) },
  { id: 'min', entry: 'min', text: (q, type) => brief(type, q.min) },
  { id: 'mean', entry: 'mean', text: (q, type) => brief(type, q.mean) },
  { id: 'max', entry: 'max', text: (q, type) => brief(type, q.max) },
  { id: 'std', entry: 'std', text: (q, type) => spreadText(type, q.std) },
];

export function figureText({ quality, type }: ReportColumn, side: Side, text: QualityCell['text']): string {
  const figures = quality[side];
  return figures ? text(figures, type) : NONE;
}

/** How many cells are amiss; null where that is not asked. */
export const wrongCells = (quality: ColumnQuality | undefined, amiss: QualityCell['amiss']) =>
  quality && amiss ? amiss(quality) : null;
