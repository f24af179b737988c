import type { BinScoreMethod } from '../../facts/methods.ts';
import { binScoreRules } from '../compare/methods/bin-scores.ts';
import type { BinScore, CategoricalDistribution, NumericDistribution } from '../../facts/document/distribution.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';

/** A picture's counts, without what follows from them. */
export type Unscored = Omit<NumericDistribution, 'scores'> | Omit<CategoricalDistribution, 'scores'>;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Distances over the bins (or categories) of a picture, with what each of them adds; none where a side is empty. */
export function binScores({ reference = [], current = [] }: PerSide<number[]>): BinScore[] {
  if (sum(reference) === 0 || sum(current) === 0) return [];
  const counts = { reference: Float64Array.from(reference), current: Float64Array.from(current) };
  return Object.entries(binScoreRules).map(([method, { compute }]) => {
    const { value, parts } = compute(counts);
    return { method: method as BinScoreMethod, value, parts: [...parts] };
  });
}

/** The scores of a picture from its own counts; a numeric one counts what lies outside its edges too. */
export function pictureScores(picture: Unscored): BinScore[] {
  if (picture.kind === 'numeric') {
    const { counts, below, above } = picture;
    return binScores(mapSides(counts, (binCounts, side) => [below[side] ?? 0, ...binCounts, above[side] ?? 0]));
  }
  const { categories, other, total } = picture;
  return binScores(
    mapSides(total, (_, side) => {
      const shown = categories.map(({ counts }) => counts[side] ?? 0);
      return other === null ? shown : [...shown, other.counts[side] ?? 0];
    }),
  );
}
