import type { ColumnQuality, ColumnType, PerSide, Side } from '../../../facts/results.ts';
import type { ReportColumn } from '../../../facts/document.ts';
import { sides } from '../../files/slots.ts';
import { count, duration, number, share, time } from '../../../words/format.ts';
import type { Fact } from '../../parts/facts.ts';

export const valueWords = (type: ColumnType, value: number | null | undefined): string =>
  type === 'datetime' ? time(value) : number(value);

/** A standard deviation: of times it is a stretch of time. */
export const spreadWords = (type: ColumnType, value: number | null): string =>
  type === 'datetime' ? duration(value) : number(value);

/** A value that the document carries as text. */
export function commonValue(text: string, type: ColumnType): string {
  if (text === '') return '(empty text)';
  if (type === 'datetime' && !Number.isNaN(Date.parse(text))) return time(Date.parse(text));
  return type === 'numeric' && text.trim() !== '' && Number.isFinite(Number(text)) ? number(Number(text)) : text;
}

/** "12 (0.1%)", "0" */
export const partOf = (part: number, whole: number): string =>
  part === 0 || whole === 0 ? count(part) : `${count(part)} (${share(part / whole)})`;

export const flagsOf = (quality: ColumnQuality | undefined): string[] =>
  quality
    ? [
        ...(quality.constant ? ['constant'] : []),
        ...(quality.almostConstant ? ['almost constant'] : []),
        ...(quality.identifierLike ? ['identifier-like'] : []),
      ]
    : [];

/** A line of figures with a value from each side that has one. */
export function line(
  [label, entry]: readonly [label: string, entry: string],
  quality: PerSide<ColumnQuality>,
  words: (side: ColumnQuality) => string,
): Fact {
  const told = sides.flatMap((side): [Side, string][] => {
    const one = quality[side];
    return one ? [[side, words(one)]] : [];
  });
  return { label, entry, ...Object.fromEntries(told) };
}

const has = (quality: PerSide<ColumnQuality>, test: (side: ColumnQuality) => boolean) =>
  sides.some((side) => {
    const one = quality[side];
    return one !== undefined && test(one);
  });

/** The figures that a column has at all: what is nought on both sides is said by its absence. */
export function columnFacts({ quality, type }: ReportColumn): Fact[] {
  const value = (pick: (side: ColumnQuality) => number | null) => (side: ColumnQuality) => valueWords(type, pick(side));
  const always = [
    line(['Rows', 'count'], quality, (q) => count(q.count)),
    line(['Missing', 'missing'], quality, (q) => partOf(q.missing, q.count)),
  ];
  const sometimes: [string, string, (q: ColumnQuality) => number][] = [
    ['Not a number (NaN)', 'nan', (q) => q.nan],
    ['Infinite', 'infinite', (q) => q.infinite],
    ['Could not be read as this type', 'coerced', (q) => q.coerced],
  ];
  const odd = sometimes
    .filter(([, , pick]) => has(quality, (q) => pick(q) > 0))
    .map(([label, entry, pick]) => line([label, entry], quality, (q) => partOf(pick(q), q.count)));
  const measured: [string, string, (q: ColumnQuality) => number | null][] = [
    ['Smallest', 'min', (q) => q.min],
    ['Mean', 'mean', (q) => q.mean],
    ['Largest', 'max', (q) => q.max],
    ['Standard deviation', 'std', (q) => q.std],
  ];
  const figures = measured
    .filter(([, , pick]) => has(quality, (q) => pick(q) !== null))
    .map(([label, entry, pick]) =>
      line([label, entry], quality, entry === 'std' ? (q) => spreadWords(type, pick(q)) : value(pick)),
    );
  return [...always, ...odd, line(['Different values', 'distinct'], quality, (q) => count(q.distinct)), ...figures];
}

const quantileNames: Record<string, string> = { '0.25': 'Lower quartile', '0.5': 'Median', '0.75': 'Upper quartile' };

export function quantileFacts({ quality, type }: ReportColumn): Fact[] {
  const names = new Set(sides.flatMap((side) => Object.keys(quality[side]?.quantiles ?? {})));
  return [...names]
    .sort((a, b) => Number(a) - Number(b))
    .map((name) =>
      line([quantileNames[name] ?? `${share(Number(name))} lie below`, 'quantiles'], quality, (q) =>
        valueWords(type, q.quantiles[name]),
      ),
    );
}

/** Where every value is the only one of its kind, none is common. */
export const repeats = ({ mostCommon }: ColumnQuality) => (mostCommon[0]?.count ?? 0) > 1;
