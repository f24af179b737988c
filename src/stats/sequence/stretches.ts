import type { RankClasses } from './rank-classes.ts';
import { countStretches } from './stretch-counts.ts';

/** How each stretch of a column differs from all the others together. */
export interface StretchDistances {
  /** The largest distance of the cumulative curves. */
  gaps: Float64Array;
  /** The area between them, in the column's unit. */
  areas: Float64Array;
  /** The mean of the centred ranks of each. */
  means: Float64Array;
}

/**
 * Distances of stretches of a column (a day, a week, so many rows) from the rest of them, at the resolution of its rank
 * classes. Stretches with less than half of the rows of the usual one are left out. O(rows + stretches · classes).
 * @param positions the class of each finite value
 * @param stretches the stretch of each of them; negative for none
 * @param count how many stretches there are
 * @param classes of the column
 */
export function stretchDistances(
  positions: Uint16Array,
  stretches: Int32Array,
  count: number,
  classes: RankClasses,
): StretchDistances {
  const width = classes.count;
  const { counts, sizes, rows, total } = countStretches(positions, stretches, { stretches: count, classes: width });
  const steps = stepsBetween(classes);
  const found = {
    gaps: new Float64Array(counts.length),
    areas: new Float64Array(counts.length),
    means: new Float64Array(counts.length),
  };
  counts.forEach((own, place) => {
    const size = sizes[place]!;
    let [ownUpTo, restUpTo, gap, area, rankSum] = [0, 0, 0, 0, 0];
    for (let i = 0; i < width; i++) {
      ownUpTo += own[i]!;
      restUpTo += total[i]! - own[i]!;
      rankSum += own[i]! * classes.ranks[i]!;
      const distance = Math.abs(ownUpTo / size - restUpTo / (rows - size));
      gap = Math.max(gap, distance);
      area += distance * steps[i]!;
    }
    found.gaps[place] = gap;
    found.areas[place] = area;
    found.means[place] = rankSum / size;
  });
  return found;
}

/**
 * What each class spans: half of the way to the class before and after, as the curves are known at the top of each.
 * @param classes of a column
 */
export function stepsBetween({ tops, count }: RankClasses): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    const [before, after] = [tops[Math.max(0, i - 1)]!, tops[Math.min(count - 1, i + 1)]!];
    return count <= 2 || count < tops.length ? after - tops[i]! : (after - before) / 2;
  });
}
