import { maxIndex } from 'd3-array';
import { elementAt } from '../../../facts/element-at.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import { filledSides, shareOf, sides, type NumericBins, type PerSide, type Side, type Table } from '../../data.ts';
import { textTone, type Tone } from '../../palette.ts';
import type { Stop } from '../../stops.ts';
import { partCells, partColumns } from '../score-parts.ts';

const { common, columns, distribution: texts } = words.figures;

const isTime = ({ scale }: NumericBins): boolean => scale === 'time';

const binSpan = (bins: NumericBins, bin: number, unit: string) => ({
  low: elementAt(bins.edges, bin),
  high: elementAt(bins.edges, bin + 1),
  ...{ unit, isTime: isTime(bins) },
});

/** "45 to 50 kWh" */
export const binText = (bins: NumericBins, bin: number, unit: string): string => common.span(binSpan(bins, bin, unit));

/** An end of what is drawn, and how many values of each file lie beyond it. */
interface End {
  end: 'below' | 'above';
  value: number;
  counts: PerSide<number>;
}

export const endsOf = ({ edges, below, above }: NumericBins): End[] => [
  { end: 'below', value: edges[0] ?? 0, counts: below },
  { end: 'above', value: edges.at(-1) ?? 0, counts: above },
];

export const beyondText = (bins: NumericBins, { end, value }: End, unit: string): string =>
  texts.beyond({ end, value, unit, isTime: isTime(bins) });

/** Shares and counts of both files at one place. */
export const shareValues = (total: PerSide<number>, counts: PerSide<number>): Stop['values'] =>
  filledSides(total).map((side) => ({
    side,
    text: common.share({ share: shareOf(counts, total, side) ?? 0, rows: counts[side] ?? 0 }),
  }));

export const binCounts = ({ counts }: NumericBins, bin: number): PerSide<number> =>
  Object.fromEntries(sides.map((side) => [side, counts[side]?.[bin] ?? 0]));

interface Note {
  text: string;
  tone: Tone;
  isEnd: boolean;
}

/** "current: 12 values above 350 not shown", one for each end and file; and the files without any value. */
export function outsideNotes(bins: NumericBins, unit: string, names: SidesWords): Note[] {
  const outsideNotes = endsOf(bins).flatMap(({ end, value, counts }) =>
    sides
      .filter((side) => (counts[side] ?? 0) > 0)
      .map((side) => ({
        text: texts.outside({ side, end, value, values: counts[side] ?? 0, unit, isTime: isTime(bins) }, names),
        tone: textTone[side],
        isEnd: end === 'above',
      })),
  );
  const empty = sides
    .filter((side) => bins.counts[side] !== undefined && (bins.total[side] ?? 0) === 0)
    .map((side) => ({ text: texts.noValuesIn(side, names), tone: textTone[side], isEnd: false }));
  return [...outsideNotes, ...empty];
}

/** What the histograms show, in one sentence. */
export function describeDistribution(bins: NumericBins, unit: string, names: SidesWords): string {
  const shown = filledSides(bins.total);
  const [single] = shown;
  if (single === undefined) return common.nothingToCompare;
  const share = (side: Side, bin: number) => shareOf(binCounts(bins, bin), bins.total, side) ?? 0;
  if (shown.length === 1) {
    const bin = maxIndex(bins.counts[single] ?? []);
    return texts.oneFile({ side: single, share: share(single, bin), ...binSpan(bins, bin, unit) }, names);
  }
  const differences = bins.edges.slice(1).map((_, bin) => share('current', bin) - share('reference', bin));
  const largest = maxIndex(differences, Math.abs);
  if (!differences[largest]) return texts.same;
  const shares = { reference: share('reference', largest), current: share('current', largest) };
  return texts.differsMost({ shares, ...binSpan(bins, largest, unit) }, names);
}

/** One row a bin, the values outside included. */
export function distributionTable(bins: NumericBins, names: SidesWords): Table {
  const shown = sides.filter((side) => bins.counts[side] !== undefined);
  const holds = bins.scale === 'time' ? 'time' : 'number';
  const cells = (counts: PerSide<number>) =>
    shown.flatMap((side) => [counts[side] ?? 0, shareOf(counts, bins.total, side)]);
  const last = bins.edges.length - 1;
  return {
    columns: [
      { name: columns.from, holds },
      { name: columns.to, holds },
      ...shown.flatMap((side) => [
        { name: columns.rowsOf(side, names), holds: 'count' as const },
        { name: columns.shareOf(side, names), holds: 'share' as const },
      ]),
      ...partColumns(bins.scores),
    ],
    rows: [
      [null, bins.edges[0] ?? null, ...cells(bins.below), ...partCells(bins.scores, 0)],
      ...bins.edges
        .slice(1)
        .map((edge, bin) => [
          elementAt(bins.edges, bin),
          edge,
          ...cells(binCounts(bins, bin)),
          ...partCells(bins.scores, bin + 1),
        ]),
      [bins.edges[last] ?? null, null, ...cells(bins.above), ...partCells(bins.scores, bins.edges.length)],
    ],
  };
}
