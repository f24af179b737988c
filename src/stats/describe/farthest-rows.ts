import type { Ecdf } from './ecdf.ts';
import type { Range } from './fences.ts';
import { placeArrays } from '../kernel/placed-arrays.ts';

/** A cell outside a range. */
export interface FarRow {
  /** Counted from 0. */
  row: number;
  value: number;
}

const beyond = ({ low, high }: Range, value: number): number => Math.max(low - value, value - high);

// The distinct values farthest outside, until they make up `most` rows, and those as far as the last of them.
function farthestValues({ values, counts }: Ecdf, range: Range, most: number): number[] {
  const far: number[] = [];
  let first = 0;
  let last = values.length - 1;
  let rows = 0;
  let bar = 0;
  while (first <= last) {
    const [below, above] = [beyond(range, values[first]!), beyond(range, values[last]!)];
    const distance = Math.max(below, above);
    if (!(distance > 0) || (rows >= most && distance < bar)) break;
    const at = below >= above ? first++ : last--;
    far.push(values[at]!);
    rows += counts[at]!;
    bar = distance;
  }
  return far;
}

/**
 * The rows whose values lie farthest outside a range, farthest first; of those equally far the earlier. O(rows), quick where few
 * lie outside.
 * @param values one number a row
 * @param missing one byte a row, 1 where the cell is missing; null for none
 * @param column the ECDF of these values
 * @param options what is inside, its ends included, and how many rows at most
 * @returns e.g. [{ row: 2, value: 9 }] for (1, 2, 9, 3), a range from 0 to 5 and one row
 */
export function farthestRows(
  values: Float64Array,
  missing: Uint8Array | null,
  column: Ecdf,
  { range, most }: { range: Range; most: number },
): FarRow[] {
  const far = farthestValues(column, range, most);
  if (far.length === 0) return [];
  const bar = beyond(range, far.at(-1)!);
  const { kernel, at, tables } = placeArrays([values, missing ?? 0], [4 * most]);
  const [atValues, atMissing] = at;
  const [found] = tables;
  const rowsAt = (some: readonly number[]): number[] => {
    const low = Math.max(-Infinity, ...some.filter((value) => value < range.low));
    const high = Math.min(Infinity, ...some.filter((value) => value > range.high));
    const size = kernel.calls.outside(atValues, atMissing, values.length, low, high, found, most);
    return [...kernel.words(found, size)];
  };
  // All that lie farther than the last, and the first of those as far as it.
  const rows = new Set([...rowsAt(far.filter((value) => beyond(range, value) > bar)), ...rowsAt(far)]);
  return [...rows]
    .map((row) => ({ row, value: values[row]! }))
    .sort((a, b) => beyond(range, b.value) - beyond(range, a.value) || a.row - b.row)
    .slice(0, most);
}
