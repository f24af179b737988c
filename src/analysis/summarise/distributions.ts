import { chooseBins } from '../../stats/describe/bins.ts';
import type { Ecdf } from '../../stats/describe/ecdf.ts';
import { commonLevels, tableFromCounts, type FrequencyTable } from '../../stats/describe/frequency-table.ts';
import { countBins } from '../../stats/describe/histogram.ts';
import { inCalendarOrder } from './calendar-order.ts';
import { pictureScores, type Unscored } from './bin-scores.ts';
import type { ColumnJob } from '../run/plan.ts';
import type {
  BinScore,
  CategoricalDistribution,
  CategoryCount,
  NumericDistribution,
} from '../../facts/document/distribution.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';

const MOST_CATEGORIES = 12;
const MOST_NAMES = 50;

/** Counts of both files on bins frozen from the reference, and the scores on them; null without any finite value. */
export function numericDistribution(
  columns: PerSide<Ecdf>,
  { type, bins: asked }: Pick<ColumnJob, 'type' | 'bins'>,
): NumericDistribution | null {
  const frozen = [columns.reference, columns.current].find((column) => column !== undefined && column.size > 0);
  if (frozen === undefined) return null;
  const bins = chooseBins(frozen, { kind: type === 'datetime' ? 'time' : 'number', ...asked });
  const counted = mapSides(columns, (column) => countBins(column, bins.edges));
  return scored({
    kind: 'numeric',
    edges: bins.edges,
    scale: type === 'datetime' ? 'time' : bins.scale,
    counts: mapSides(counted, ({ counts }) => counts),
    below: mapSides(counted, ({ underflow }) => underflow),
    above: mapSides(counted, ({ overflow }) => overflow),
    total: mapSides(counted, ({ total }) => total),
  });
}

const nothing = tableFromCounts([], []);

/** The most frequent categories, days of the week and months as the calendar has them; the others summed up, and which are new or have vanished. */
export function categoricalDistribution(tables: PerSide<FrequencyTable>): CategoricalDistribution {
  const { reference, current } = tables;
  const common = commonLevels(reference ?? nothing, current ?? nothing);
  const share = (count: number, table: FrequencyTable | undefined): number => count / Math.max(1, table?.size ?? 0);
  const levelCounts = common.levels
    .map((name, i): CategoryCount & { weight: number } => {
      const counts = mapSides(tables, (_, side) => common[side][i] ?? 0);
      const isPair = reference !== undefined && current !== undefined;
      const status = isPair && counts.reference === 0 ? 'new' : isPair && counts.current === 0 ? 'vanished' : 'both';
      const weight = Math.max(share(counts.reference ?? 0, reference), share(counts.current ?? 0, current));
      return { name, counts, status, weight };
    })
    .sort((a, b) => b.weight - a.weight);
  const shown = inCalendarOrder(levelCounts.slice(0, MOST_CATEGORIES), ({ name }) => name);
  const rest = levelCounts.slice(MOST_CATEGORIES);
  const restCounts = mapSides(tables, (_, side) => rest.reduce((sum, { counts }) => sum + (counts[side] ?? 0), 0));
  const named = (status: CategoryCount['status']): { count: number; names: string[] } => {
    const names = levelCounts.filter((category) => category.status === status).map((category) => category.name);
    return { count: names.length, names: names.slice(0, MOST_NAMES) };
  };
  return scored({
    kind: 'categorical',
    categories: shown.map(({ name, counts, status }) => ({ name, counts, status })),
    other: rest.length === 0 ? null : { levels: rest.length, counts: restCounts },
    total: mapSides(tables, (table) => table.size),
    appeared: named('new'),
    vanished: named('vanished'),
  });
}

const scored = <P extends Unscored>(picture: P): P & { scores: BinScore[] } => ({
  ...picture,
  scores: pictureScores(picture),
});
