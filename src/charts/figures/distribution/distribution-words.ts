import { maxIndex } from 'd3-array';
import { filledSides, sides, type NumericBins, type Side, type SideNames, type Table } from '../../data.ts';
import { textTone, type Tone } from '../../palette.ts';
import { apart, withUnit, type Reading } from '../../reading.ts';
import { partCells, partColumns } from '../score-words.ts';

/** "45 to 50 kWh" */
export function binText({ edges, scale }: NumericBins, bin: number, unit: string, read: Reading): string {
  const low = edges[bin] as number;
  const high = edges[bin + 1] as number;
  if (scale === 'time') return `${read.time(low)} to ${read.time(high)}`;
  const [from, to] = apart(low, high, read);
  return withUnit(low === high ? from : `${from} to ${to}`, unit);
}

/** Shares and counts of both files at one place. */
export function readBin({ total }: Pick<NumericBins, 'total'>, read: Reading, count: (side: Side) => number) {
  return filledSides(total).map((side) => ({
    side,
    text: `${read.share(count(side) / (total[side] ?? 1))} (${rows(count(side), read)})`,
  }));
}

export const rows = (count: number, read: Reading) => `${read.count(count)} ${count === 1 ? 'row' : 'rows'}`;

export const values = (count: number, read: Reading) => `${read.count(count)} ${count === 1 ? 'value' : 'values'}`;

interface Outside {
  text: string;
  tone: Tone;
  end: boolean;
}

/** "current: 12 values above 350 not shown", one for each end and file; and the files without any value. */
export function outsideTexts(bins: NumericBins, unit: string, read: Reading): Outside[] {
  const write = bins.scale === 'time' ? read.time : (value: number) => withUnit(read.number(value), unit);
  const ends = [
    { counts: bins.below, words: `below ${write(bins.edges[0] ?? 0)}`, end: false },
    { counts: bins.above, words: `above ${write(bins.edges.at(-1) ?? 0)}`, end: true },
  ];
  const outside = ends.flatMap(({ counts, words, end }) =>
    sides
      .filter((side) => (counts[side] ?? 0) > 0)
      .map((side) => ({
        text: `${read.names[side]}: ${values(counts[side] ?? 0, read)} ${words} not shown`,
        tone: textTone[side],
        end,
      })),
  );
  const empty = sides
    .filter((side) => bins.counts[side] !== undefined && (bins.total[side] ?? 0) === 0)
    .map((side) => ({ text: `${read.names[side]}: no values`, tone: textTone[side], end: false }));
  return [...outside, ...empty];
}

/** What the histograms show, in one sentence. */
export function describeDistribution(bins: NumericBins, unit: string, read: Reading): string {
  const shown = filledSides(bins.total);
  const [only] = shown;
  if (only === undefined) return 'Neither file has values in this column.';
  const share = (side: Side, bin: number) => (bins.counts[side]?.[bin] ?? 0) / (bins.total[side] ?? 1);
  if (shown.length === 1) {
    const bin = maxIndex(bins.counts[only] ?? []);
    return `Only the ${read.names[only]} file has values; the fullest bin, ${binText(bins, bin, unit, read)}, holds ${read.share(share(only, bin))} of them.`;
  }
  const differences = bins.edges.slice(1).map((_, bin) => share('current', bin) - share('reference', bin));
  const most = maxIndex(differences, Math.abs);
  if (!differences[most]) return 'Both files have the same share of rows in every bin.';
  const place = binText(bins, most, unit, read);
  const { reference, current } = read.names;
  return `The files differ most in ${place}: ${read.share(share('reference', most))} of the ${reference} rows, ${read.share(share('current', most))} of the ${current} ones.`;
}

/** One row a bin, the values outside included. */
export function distributionTable(bins: NumericBins, names: SideNames): Table {
  const shown = sides.filter((side) => bins.counts[side] !== undefined);
  const holds = bins.scale === 'time' ? 'time' : 'number';
  const cells = (counts: (side: Side) => number) =>
    shown.flatMap((side) => {
      const total = bins.total[side] ?? 0;
      return [counts(side), total > 0 ? counts(side) / total : null];
    });
  const first = bins.edges[0] ?? null;
  const last = bins.edges.at(-1) ?? null;
  return {
    columns: [
      { name: 'from', holds },
      { name: 'to', holds },
      ...shown.flatMap((side) => [
        { name: `${names[side]} rows`, holds: 'count' as const },
        { name: `${names[side]} share`, holds: 'share' as const },
      ]),
      ...partColumns(bins.scores),
    ],
    rows: [
      [null, first, ...cells((side) => bins.below[side] ?? 0), ...partCells(bins.scores, 0)],
      ...bins.edges
        .slice(1)
        .map((edge, i) => [
          bins.edges[i] ?? null,
          edge,
          ...cells((side) => bins.counts[side]?.[i] ?? 0),
          ...partCells(bins.scores, i + 1),
        ]),
      [last, null, ...cells((side) => bins.above[side] ?? 0), ...partCells(bins.scores, bins.edges.length)],
    ],
  };
}
