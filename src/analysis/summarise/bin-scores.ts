import type { BinnedCounts, BinnedDistance } from '../../stats/compare/binned/binned-counts.ts';
import { hellinger } from '../../stats/compare/binned/hellinger.ts';
import { jensenShannon } from '../../stats/compare/binned/jensen-shannon.ts';
import { psi } from '../../stats/compare/binned/psi.ts';
import type { BinScore, CategoricalDistribution, NumericDistribution, PerSide } from '../../facts/results.ts';
import { mapSides } from '../../facts/sides.ts';

const methods: Record<BinScore['method'], (counts: BinnedCounts) => BinnedDistance> = {
  psi,
  jensen_shannon: jensenShannon,
  hellinger,
};

/** A picture's counts, without what follows from them. */
export type Unscored = Omit<NumericDistribution, 'scores'> | Omit<CategoricalDistribution, 'scores'>;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Distances over the bins (or categories) of a picture, with what each of them adds; none where a side is empty. */
export function binScores({ reference = [], current = [] }: PerSide<number[]>): BinScore[] {
  if (sum(reference) === 0 || sum(current) === 0) return [];
  const counts = { reference: Float64Array.from(reference), current: Float64Array.from(current) };
  return Object.entries(methods).map(([method, compute]) => {
    const { value, parts } = compute(counts);
    return { method: method as BinScore['method'], value, parts: [...parts] };
  });
}

/** The scores of a picture from its own counts; a numeric one counts what lies outside its edges too. */
export function pictureScores(picture: Unscored): BinScore[] {
  if (picture.kind === 'numeric') {
    const { counts, below, above } = picture;
    return binScores(mapSides(counts, (inside, side) => [below[side] ?? 0, ...inside, above[side] ?? 0]));
  }
  const { categories, other, total } = picture;
  return binScores(
    mapSides(total, (_, side) => {
      const shown = categories.map(({ counts }) => counts[side] ?? 0);
      return other === null ? shown : [...shown, other.counts[side] ?? 0];
    }),
  );
}
