import { placeArrays } from '../kernel/placed-arrays.ts';

/**
 * Counts the values of each group of rows in bins; a bin holds its left edge, the last one both. What lies outside, and rows without a group, count
 * nowhere. O(rows) for bins that are about evenly wide.
 * @param values one number a row
 * @param groups the group of each row, counted from 0; negative for none
 * @param edges ascending, at least two
 * @param size how many groups there are
 * @returns the counts, bin by bin for each group
 */
export function groupHistograms(
  values: Float64Array,
  groups: Int32Array,
  edges: readonly number[],
  size: number,
): Float64Array {
  const bins = edges.length - 1;
  const { kernel, addresses, tables } = placeArrays([values, groups], [8 * edges.length, 8 * bins * size]);
  const [atValues, atGroups] = addresses;
  const [atEdges, place] = tables;
  kernel.doubles(atEdges, edges.length).set(edges);
  const table = kernel.doubles(place, bins * size).fill(0);
  kernel.calls.histograms(atValues, atGroups, values.length, atEdges, bins, place);
  return table.slice();
}
