import { maxIndex } from 'd3-array';
import { elementAt } from '../../../facts/element-at.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import { filledSides, shareOf, sides, type CategoryCounts, type PerSide, type Side, type Table } from '../../data.ts';
import { nameText, quoted } from '../../text.ts';
import { partCells, partColumns } from '../score-parts.ts';

const { common, columns, categories: texts } = words.figures;

export interface CategoryLine {
  name: string;
  /** As a picture can show it. */
  text: string;
  counts: PerSide<number>;
  /** Null for a category that both files have. */
  status: 'new' | 'vanished' | null;
  isOther: boolean;
}

/** The categories and, last, all others as one line. */
export function categoryLines({ categories, other }: CategoryCounts): CategoryLine[] {
  const lines = categories.map(({ name, counts, status }): CategoryLine => ({
    name,
    text: nameText(name),
    counts,
    status: status === 'both' ? null : status,
    isOther: false,
  }));
  if (other === null || other.levels === 0) return lines;
  const name = texts.other(other.levels);
  return [...lines, { name, text: name, counts: other.counts, status: null, isOther: true }];
}

/** The first categories, and all others as one line: `lines` in all. */
export function foldedTo(data: CategoryCounts, lines: number): CategoryCounts {
  const { kind, total } = data;
  const rest = data.categories.slice(lines - 1);
  const count = (side: Side) =>
    rest.reduce((sum, { counts }) => sum + (counts[side] ?? 0), data.other?.counts[side] ?? 0);
  const counts = Object.fromEntries(filledSides(total).map((side) => [side, count(side)]));
  const folded = { levels: rest.length + (data.other?.levels ?? 0), counts };
  return { kind, total, categories: data.categories.slice(0, lines - 1), other: folded };
}

/** What the bars show, in one sentence. */
export function describeCategories(data: CategoryCounts, names: SidesWords): string {
  const shown = filledSides(data.total);
  const lines = categoryLines(data);
  const [single] = shown;
  if (single === undefined || lines.length === 0) return common.nothingToCompare;
  const share = (line: CategoryLine, side: Side) => shareOf(line.counts, data.total, side) ?? 0;
  if (shown.length === 1) {
    const mode = elementAt(
      lines,
      maxIndex(lines, (line) => share(line, single)),
    );
    return texts.oneFile({ side: single, category: quoted(mode.name), share: share(mode, single) }, names);
  }
  const differences = lines.map((line) => Math.abs(share(line, 'current') - share(line, 'reference')));
  const largest = maxIndex(differences);
  if (differences[largest] === 0) return texts.same;
  const farthest = elementAt(lines, largest);
  const count = (status: CategoryLine['status']) => lines.filter((line) => line.status === status).length;
  return texts.differsMost(
    {
      category: quoted(farthest.name),
      shares: { reference: share(farthest, 'reference'), current: share(farthest, 'current') },
      ...{ appeared: count('new'), vanished: count('vanished') },
    },
    names,
  );
}

export function categoryTable(data: CategoryCounts, names: SidesWords): Table {
  const shown = sides.filter((side) => data.total[side] !== undefined);
  return {
    columns: [
      { name: columns.category, holds: 'text' },
      ...shown.flatMap((side) => [
        { name: columns.rowsOf(side, names), holds: 'count' as const },
        { name: columns.shareOf(side, names), holds: 'share' as const },
      ]),
      { name: columns.status, holds: 'text' },
      ...partColumns(data.scores),
    ],
    rows: categoryLines(data).map(({ name, counts, status }, i) => [
      name,
      ...shown.flatMap((side) => [counts[side] ?? 0, shareOf(counts, data.total, side)]),
      status === null ? null : texts.status[status],
      ...partCells(data.scores, i),
    ]),
  };
}
