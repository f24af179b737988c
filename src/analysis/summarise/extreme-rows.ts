import type { NumberColumn } from '../../engine/columns/decode.ts';
import { firstWhere, stepsOf, type Ecdf } from '../../stats/describe/ecdf.ts';
import { placeArrays } from '../../stats/kernel/placed-arrays.ts';
import type { NumberSequence } from '../../facts/summary.ts';

/** Rows at either end. */
const MOST_ROWS = 10;
/** More are found in one walk through the rows than in three, as long as few share a value. */
const FOUND_ROWS = 4 * MOST_ROWS;

type Row = NumberSequence['lowest'][number];

const byRow = (a: Row, b: Row): number => a.row - b.row;

/**
 * The rows with the smallest and the largest finite values: whatever range is held against them, the rows farthest outside are among these.
 * O(rows).
 */
export function extremeRows(
  { values, missing }: NumberColumn,
  curve: Ecdf,
): Pick<NumberSequence, 'lowest' | 'highest'> {
  if (curve.size === 0) return { lowest: [], highest: [] };
  const { upTo } = stepsOf(curve);
  const last = curve.values.length - 1;
  const lowAt = Math.min(
    last,
    firstWhere(upTo, (count) => count >= MOST_ROWS),
  );
  const highAt = firstWhere(upTo, (count) => count > curve.size - MOST_ROWS);
  const { kernel, addresses, tables } = placeArrays([values, missing ?? 0], [4 * FOUND_ROWS]);
  const find = (low: number, high: number, maxRows: number): Row[] => {
    const found = kernel.calls.outside(addresses[0], addresses[1], values.length, low, high, tables[0], maxRows);
    return [...kernel.words(tables[0], found)].map((row) => ({ row, value: values[row]! }));
  };
  const [low, high] = [curve.values[lowAt]!, curve.values[highAt]!];
  const rowsAbove = curve.size - (highAt === 0 ? 0 : upTo[highAt - 1]!);
  const rows =
    upTo[lowAt]! + rowsAbove <= FOUND_ROWS
      ? find(low, high, FOUND_ROWS)
      : [
          ...find(curve.values[lowAt - 1] ?? -Infinity, curve.values[highAt + 1] ?? Infinity, FOUND_ROWS),
          ...find(low, Infinity, MOST_ROWS),
          ...find(-Infinity, high, MOST_ROWS),
        ];
  const single = [...new Map(rows.map((row) => [row.row, row])).values()];
  return {
    lowest: single.toSorted((a, b) => a.value - b.value || byRow(a, b)).slice(0, MOST_ROWS),
    highest: single.toSorted((a, b) => b.value - a.value || byRow(a, b)).slice(0, MOST_ROWS),
  };
}
