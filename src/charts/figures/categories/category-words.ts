import { maxIndex } from 'd3-array';
import { filledSides, shareOf, sides, type CategoryCounts, type Side, type Table } from '../../data.ts';
import { quoted } from '../../text.ts';
import type { Reading } from '../../reading.ts';
import { partCells, partColumns } from '../score-words.ts';

export interface CategoryLine {
  name: string;
  counts: { [side in Side]?: number };
  /** "new", "vanished", or nothing. */
  word: '' | 'new' | 'vanished';
  other: boolean;
}

/** The categories and, last, all others as one line. */
export function categoryLines({ categories, other }: CategoryCounts, read: Reading): CategoryLine[] {
  const lines = categories.map(({ name, counts, status }): CategoryLine => ({
    name,
    counts,
    word: status === 'both' ? '' : status,
    other: false,
  }));
  if (other === null || other.levels === 0) return lines;
  const name = `other (${read.count(other.levels)} ${other.levels === 1 ? 'category' : 'categories'})`;
  return [...lines, { name, counts: other.counts, word: '', other: true }];
}

/** The first categories, and all others as one line: `lines` in all. */
export function foldedTo(data: CategoryCounts, lines: number): CategoryCounts {
  const { kind, total } = data;
  const rest = data.categories.slice(lines - 1);
  const count = (side: Side) =>
    rest.reduce((sum, { counts }) => sum + (counts[side] ?? 0), data.other?.counts[side] ?? 0);
  const counts = Object.fromEntries(filledSides(total).map((side) => [side, count(side)]));
  const other = { levels: rest.length + (data.other?.levels ?? 0), counts };
  return { kind, total, categories: data.categories.slice(0, lines - 1), other };
}

/** What the bars show, in one sentence. */
export function describeCategories(data: CategoryCounts, read: Reading): string {
  const shown = filledSides(data.total);
  const lines = categoryLines(data, read);
  const [only] = shown;
  if (only === undefined || lines.length === 0) return 'Neither file has values in this column.';
  const share = (line: CategoryLine | undefined, side: Side) => shareOf(line?.counts ?? {}, data.total, side) ?? 0;
  if (shown.length === 1) {
    const most = lines[maxIndex(lines, (line) => share(line, only))];
    return `Only the ${read.names[only]} file has values; ${quoted(most?.name ?? '')} is the most frequent with ${read.share(share(most, only))} of rows.`;
  }
  const differences = lines.map((line) => Math.abs(share(line, 'current') - share(line, 'reference')));
  const at = maxIndex(differences);
  if (differences[at] === 0) return 'Every category has the same share of rows in both files.';
  const line = lines[at];
  const { reference, current } = read.names;
  const most = `${quoted(line?.name ?? '')} differs most: ${read.share(share(line, 'reference'))} of the ${reference} rows, ${read.share(share(line, 'current'))} of the ${current} ones`;
  return [most, ...statusWords(lines, read)].join('; ') + '.';
}

/** "of those shown, 2 are new and 1 has vanished" */
function statusWords(lines: CategoryLine[], read: Reading): string[] {
  const count = (word: string) => lines.filter((line) => line.word === word).length;
  const [fresh, gone] = [count('new'), count('vanished')];
  const words = [
    ...(fresh > 0 ? [`${read.count(fresh)} ${fresh === 1 ? 'is' : 'are'} new`] : []),
    ...(gone > 0 ? [`${read.count(gone)} ${gone === 1 ? 'has' : 'have'} vanished`] : []),
  ];
  return words.length === 0 ? [] : [`of those shown, ${words.join(' and ')}`];
}

export function categoryTable(data: CategoryCounts, read: Reading): Table {
  const shown = sides.filter((side) => data.total[side] !== undefined);
  return {
    columns: [
      { name: 'category', holds: 'text' },
      ...shown.flatMap((side) => [
        { name: `${read.names[side]} rows`, holds: 'count' as const },
        { name: `${read.names[side]} share`, holds: 'share' as const },
      ]),
      { name: 'status', holds: 'text' },
      ...partColumns(data.scores),
    ],
    rows: categoryLines(data, read).map(({ name, counts, word }, i) => [
      name,
      ...shown.flatMap((side) => [counts[side] ?? 0, shareOf(counts, data.total, side)]),
      word === '' ? null : word,
      ...partCells(data.scores, i),
    ]),
  };
}
