import { placeArrays } from '../kernel/placed-arrays.ts';

/**
 * A contingency table of two columns of codes. O(rows).
 * @param codes one a row, counted from 0; negative for none
 * @param groups as many other codes
 * @param size `width` is one more than the largest of `codes`, `height` one more than the largest of `groups`
 * @returns the counts, group by group, e.g. (1, 1, 0, 1) for the codes (0, 1, 1) and the groups (0, 0, 1)
 */
export function crossCounts(
  codes: Int32Array,
  groups: Int32Array,
  { width, height }: { width: number; height: number },
): Float64Array {
  const { kernel, addresses, tables } = placeArrays([codes, groups], [8 * width * height]);
  const [atCodes, atGroups] = addresses;
  const [place] = tables;
  const table = kernel.doubles(place, width * height).fill(0);
  kernel.calls.crossCounts(atCodes, atGroups, codes.length, width, place);
  return table.slice();
}
