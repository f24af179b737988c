import { placeArrays } from '../kernel/placed-arrays.ts';

/** Of each group of rows: how many finite values, their mean (NaN where there is none), and the sum of their squared deviations from it. */
export interface GroupMoments {
  counts: Float64Array;
  means: Float64Array;
  squares: Float64Array;
}

/**
 * Means and squared deviations over groups of rows. Two passes, so that offsets do no harm; O(rows), fastest where the rows of a
 * group follow each other.
 * @param values one number a row
 * @param missing one byte a row, 1 where the cell is missing; null for none
 * @param codes the group of each row, counted from 0; negative for none
 * @param groups how many groups there are
 * @returns e.g. counts (2, 1), means (2, 5), squares (2, 0) for (1, 3, 5) in the groups (0, 0, 1)
 */
export function groupMoments(
  values: Float64Array,
  missing: Uint8Array | null,
  codes: Int16Array | Int32Array,
  groups: number,
): GroupMoments {
  const tableBytes = 8 * groups;
  const wide = codes instanceof Int32Array ? codes : new Int32Array(codes);
  const { kernel, addresses, tables } = placeArrays(
    [values, missing ?? 0, wide],
    [tableBytes, tableBytes, tableBytes, tableBytes],
  );
  const [atValues, atMissing, atCodes] = addresses;
  const [centres, counts, sums, deviations] = tables;
  for (const place of tables) kernel.doubles(place, groups).fill(0);
  const sum = (target: number, squared: boolean): void => {
    kernel.calls.groupSums(
      ...([atValues, atMissing, atCodes, values.length] as const),
      ...([centres, counts, target, squared] as const),
    );
  };
  sum(sums, false);
  const sizes = kernel.doubles(counts, groups).slice();
  const means = kernel.doubles(sums, groups).map((total, i) => total / sizes[i]!);
  kernel.doubles(centres, groups).set(means);
  kernel.doubles(counts, groups).fill(0);
  sum(deviations, true);
  return { counts: sizes, means, squares: kernel.doubles(deviations, groups).slice() };
}
