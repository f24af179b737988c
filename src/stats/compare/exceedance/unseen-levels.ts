import { lowerGamma } from '../../distributions/incomplete-gamma.ts';

/** A level of both files together. */
export interface PooledLevel {
  /** Rows that hold it in the file in which it may be new; and in the other one. */
  own: number;
  other: number;
}

/**
 * Chance that a file holds as many levels that the other one lacks, or one that as many of its rows hold, where both are
 * drawn from the same process. A level that t rows of both files hold is in this file alone with a
 * probability of pᵗ, p the file's share of all rows. So the number of such levels is about Poisson distributed with the mean
 * Σ pᵗ, and one of at least t rows is found with a probability of at most Σ pˢ over the levels of s ≥ t rows. The smaller
 * of both counts, twice (Bonferroni).
 *
 * The levels that the data have are taken as given, so that a reference that happens to hold no rare level speaks for nothing. With rare
 * levels and a small current file the mean is Good and Turing's m f₁ / n, f₁ the number of levels that one row of the
 * reference holds.
 *
 * Source: I. J. Good, "The population frequencies of species", Biometrika 40 (1953), 237–264.
 *
 * @param levels every level of either file
 * @param share p, in [0, 1]
 * @param time so many rows in a row tell as much as one; a level counts as one row at least
 * @returns in [0, 1]; 1 where the other file lacks no level. E.g. 0.0615 = 2 (1 − exp(−2⁻⁵)) for one new level of 5 rows in files as long
 * whose other levels are frequent
 */
export function unseenLevels(levels: readonly PooledLevel[], share: number, time = 1): number {
  const weight = ({ own, other }: PooledLevel): number => Math.max(1, (own + other) / time);
  let [found, largest] = [0, 0];
  for (const level of levels) {
    if (level.own === 0 || level.other > 0) continue;
    found++;
    largest = Math.max(largest, weight(level));
  }
  if (found === 0) return 1;
  let [mean, asLarge] = [0, 0];
  for (const level of levels) {
    if (level.own + level.other === 0) continue;
    const chance = share ** weight(level);
    mean += chance;
    if (weight(level) >= largest) asLarge += chance;
  }
  return Math.min(1, 2 * Math.min(lowerGamma(found, mean), asLarge));
}
