import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { Kernel } from '../kernel/kernel.ts';
import { placeArrays } from '../kernel/placed-arrays.ts';

/** Rows of both files by the bins of two columns: `height` × `width` cells, row by row. */
export interface Cells {
  height: number;
  width: number;
  /** Of the current file. */
  rows: Float64Array;
  sums: Float64Array;
  /** Of the reference. */
  rowsBefore: Float64Array;
  sumsBefore: Float64Array;
}

/** What some cells hold together. */
export interface Totals {
  rows: number;
  sum: number;
  rowsBefore: number;
  sumBefore: number;
}

/**
 * Counts rows and adds up losses by the bins of two columns. O(rows), one pass a file.
 * @param first bins of the first column
 * @param second of the second; null for one column alone
 * @param losses one a row; absent where rows are only counted
 * @param size how many bins each has
 */
export function countCells(
  first: PerSide<Uint8Array>,
  second: PerSide<Uint8Array> | null,
  losses: PerSide<Float64Array>,
  { height, width }: { height: number; width: number },
): Cells {
  const table = (): Float64Array => new Float64Array(height * width);
  const cells: Cells = { height, width, rows: table(), sums: table(), rowsBefore: table(), sumsBefore: table() };
  const current = { width, rows: cells.rows, sums: cells.sums };
  addRows({ first: first.current, second: second?.current, losses: losses.current }, current);
  const reference = { width, rows: cells.rowsBefore, sums: cells.sumsBefore };
  addRows({ first: first.reference, second: second?.reference, losses: losses.reference }, reference);
  return cells;
}

interface CodedRows {
  first: Uint8Array | undefined;
  second: Uint8Array | undefined;
  losses: Float64Array | undefined;
}

interface Tables {
  width: number;
  rows: Float64Array;
  sums: Float64Array;
}

function addRows({ first, second, losses }: CodedRows, { width, rows, sums }: Tables): void {
  if (first === undefined) return;
  const placed = placeArrays([first, second ?? 0, losses ?? 0], [4 * rows.length, sums.byteLength]);
  const { kernel } = placed;
  const [atFirst, atSecond, atLosses] = placed.addresses;
  const [atCounts, atSums] = placed.tables;
  const counts = kernel.words(atCounts, rows.length).fill(0);
  const added = kernel.doubles(atSums, sums.length).fill(0);
  kernel.calls.pairCounts(...([atFirst, atSecond, first.length, width, atLosses, atCounts, atSums] as const));
  rows.set(counts);
  sums.set(added);
}

/**
 * The same columns and losses beside each other in one kernel's memory, where pairs of them are counted without a copy.
 * @param columns codes of each
 * @param losses of the same rows
 */
export function besideEachOther<Column extends { codes: PerSide<Uint8Array> }>(
  columns: readonly Column[],
  losses: PerSide<Float64Array>,
): { columns: Column[]; losses: PerSide<Float64Array> } {
  const kernel = new Kernel();
  const arrays = [...columns.flatMap(({ codes }) => Object.values(codes)), ...Object.values(losses)];
  const places = new Map(kernel.layOut(arrays.map(({ byteLength }) => byteLength)).map((at, i) => [arrays[i], at]));
  const placed = <A extends Uint8Array | Float64Array>(array: A): number => {
    const place = places.get(array) ?? 0;
    kernel.put(array, place);
    return place;
  };
  return {
    columns: columns.map((column) => ({
      ...column,
      codes: mapSides(column.codes, (codes) => kernel.bytes(placed(codes), codes.length)),
    })),
    losses: mapSides(losses, (values) => kernel.doubles(placed(values), values.length)),
  };
}
