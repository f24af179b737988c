import type { ReportColumn } from '../../../facts/document/document.ts';
import type { ColumnQuality, ColumnType } from '../../../facts/document/columns.ts';
import type { PerSide } from '../../../facts/document/side.ts';
import { mapSides, SIDES } from '../../../facts/document/sides.ts';
import { count, duration, number, time } from '../../../words/format.ts';
import { words } from '../../../words/words.ts';
import type { Fact } from '../../parts/table/facts.ts';

const { columnFigures: names, mostCommon } = words.sections;

const valueText = (type: ColumnType, value: number | null | undefined): string =>
  type === 'datetime' ? time(value) : number(value);

/** A standard deviation: of times it is a stretch of time. */
export const spreadText = (type: ColumnType, value: number | null): string =>
  type === 'datetime' ? duration(value) : number(value);

/** A value that the document carries as text. */
export function commonValue(text: string, type: ColumnType): string {
  if (text === '') return mostCommon.emptyText;
  if (type === 'datetime' && !Number.isNaN(Date.parse(text))) return time(Date.parse(text));
  return type === 'numeric' && text.trim() !== '' && Number.isFinite(Number(text)) ? number(Number(text)) : text;
}

/** "12 (0.1%)", "0" */
export const partOf = (part: number, whole: number): string => names.part({ part, whole });

const hasAny = (quality: PerSide<ColumnQuality>, test: (side: ColumnQuality) => boolean): boolean =>
  SIDES.some((side) => quality[side] !== undefined && test(quality[side]));

/** The figures that a column has at all: what is nought on both sides is said by its absence. */
export function columnFacts({ quality, type }: ReportColumn): Fact[] {
  const fact = (label: string, entry: string, text: (side: ColumnQuality) => string): Fact => ({
    ...{ label, entry },
    ...mapSides(quality, text),
  });
  const odd = (['nan', 'infinite', 'coerced'] as const)
    .filter((key) => hasAny(quality, (side) => side[key] > 0))
    .map((key) => fact(names[key], key, (side) => partOf(side[key], side.count)));
  const measured = (['min', 'mean', 'max', 'std'] as const)
    .filter((key) => hasAny(quality, (side) => side[key] !== null))
    .map((key) => fact(names[key], key, (side) => (key === 'std' ? spreadText : valueText)(type, side[key])));
  return [
    fact(names.rows, 'count', (side) => count(side.count)),
    fact(names.missing, 'missing', (side) => partOf(side.missing, side.count)),
    ...odd,
    fact(names.distinct, 'distinct', (side) => count(side.distinct)),
    ...measured,
  ];
}

export function quantileFacts({ quality, type }: ReportColumn): Fact[] {
  const levels = new Set(SIDES.flatMap((side) => Object.keys(quality[side]?.quantiles ?? {})));
  return [...levels]
    .sort((a, b) => Number(a) - Number(b))
    .map((level) => ({
      ...{ label: names.quantile(level), entry: 'quantiles' },
      ...mapSides(quality, ({ quantiles }) => valueText(type, quantiles[level])),
    }));
}

/** Where every value is the only one of its kind, none is common. */
export const repeats = ({ mostCommon: common }: ColumnQuality): boolean => (common[0]?.count ?? 0) > 1;
