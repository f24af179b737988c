import { smallest } from '../../facts/extremes.ts';
import type { Chance, ColumnDrift } from '../../facts/document/drift.ts';
import { unseenLevels, type PooledLevel } from '../../stats/compare/exceedance/unseen-levels.ts';
import { tailChance } from '../../stats/compare/exceedance/tail-chance.ts';
import { truncated } from '../../stats/describe/ecdf.ts';
import { commonLevels, type FrequencyTable } from '../../stats/describe/frequency-table.ts';
import type { Pair } from '../summarise/outliers.ts';
import type { Sizes } from './pair-order.ts';

/** How many current values lie below the smallest and above the largest of the reference, which has values. */
export function beyondRange({ reference, current }: Pair): NonNullable<ColumnDrift['beyond']> {
  const [smallest = -Infinity, largest = Infinity] = [reference.values[0], reference.values.at(-1)];
  const upTo = truncated(current, -Infinity, largest).size;
  return { below: current.size - truncated(current, smallest, Infinity).size, above: current.size - upTo };
}

/** How likely a value as far out as the farthest current one is among as many rows of the reference's kind. */
export function farthestChance({ reference, current }: Pair): number {
  const extremes = [current.values[0], current.values.at(-1)].flatMap((value) => value ?? []);
  return smallest(
    extremes.map((value) => tailChance(reference, value, current.size)),
    1,
  );
}

/** How likely it is that as many levels of either file are missing in the other, where nothing changed. */
export function unseenIn(
  reference: FrequencyTable,
  current: FrequencyTable,
  sizes: Sizes,
): NonNullable<ColumnDrift['unseen']> {
  const common = commonLevels(reference, current);
  const pooled = (own: Float64Array, other: Float64Array): PooledLevel[] =>
    common.levels.map((_, i) => ({ own: own[i] ?? 0, other: other[i] ?? 0 }));
  const time = Math.max(sizes.reference.time, sizes.current.time);
  const share = current.size / (reference.size + current.size);
  const chance = (levels: PooledLevel[], part: number): Chance => ({
    pValue: unseenLevels(levels, part, time),
    pValueIndependent: unseenLevels(levels, part),
  });
  return {
    appeared: chance(pooled(common.current, common.reference), share),
    vanished: chance(pooled(common.reference, common.current), 1 - share),
  };
}
