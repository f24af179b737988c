import type { CategoricalDistribution } from '../../facts/document/distribution.ts';

const MOST_LEVELS = 9;

/** The categories that segments are made of by name, with their rows in both files: all others are one. */
export const frequentLevels = ({ categories }: CategoricalDistribution): { name: string; rows: number }[] =>
  categories
    .map(({ name, counts }) => ({ name, rows: (counts.reference ?? 0) + (counts.current ?? 0) }))
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, MOST_LEVELS);
