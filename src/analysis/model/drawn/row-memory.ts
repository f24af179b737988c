import type { Memory } from '../../../facts/summary.ts';
import type { PerSide } from '../../../facts/document/side.ts';
import { mapSides } from '../../../facts/document/sides.ts';
import { sharedTimes } from '../../../stats/sequence/memory.ts';
import { memoryOfSums } from '../../sequence/numbers.ts';
import { fileOrder, type SideOrder } from '../../sequence/row-order.ts';

/** In which order the rows of each file may depend on each other: of the file where a side has none here; null for not at all. */
export type RowOrders = PerSide<SideOrder> | null;

/** What a file's rows add to a measure. */
export interface RowParts {
  /** Of the file. */
  rows: number;
  order: SideOrder | undefined;
  /** Of some rows, NaN for those that it is not of. */
  partsOf: (rows: Uint32Array) => Float64Array;
}

/** How a measure's parts depend on each other, and how much they vary. */
export interface PartsMemory {
  memory: Memory;
  /** The sum over all rows of the squares of their parts, less their mean. */
  squares: number;
}

/**
 * The memory of what a file's rows add to a measure.
 * @param parts see `RowParts`
 */
export function memoryOfParts({ rows, order, partsOf }: RowParts): PartsMemory {
  const own = order ?? fileOrder(rows);
  const looked = partsOf(own.rows ?? Uint32Array.from({ length: rows }, (_, row) => row));
  const near = own.adjacent && partsOf(own.adjacent);
  return { squares: own.step * squaresOf(looked), memory: memoryOfSums(looked, near, own) };
}

function squaresOf(values: Float64Array): number {
  let [count, sum, squares] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value !== value) continue;
    count++;
    sum += value;
    squares += value * value;
  }
  return count === 0 ? 0 : squares - (sum * sum) / count;
}

/**
 * How many rows in a row tell as much as one of a measure that both files have, as a column of both would be judged by it.
 * @param memories of each file
 * @returns at least 1
 */
export function sharedTime(memories: PerSide<Memory>): number {
  const [one, other] = [memories.reference ?? memories.current, memories.current ?? memories.reference];
  if (one === undefined || other === undefined) return 1;
  const times = sharedTimes(one, other);
  return Math.max(1, times.reference, times.current);
}

/**
 * The same of a number of each row.
 * @param series one a row, NaN where it is not known
 * @param orders see `RowOrders`
 */
export function timeOfSeries(series: PerSide<Float64Array>, orders: RowOrders): number {
  if (orders === null) return 1;
  const memories = mapSides(series, (values, side) => {
    const partsOf = (rows: Uint32Array) => Float64Array.from(rows, (row) => values[row] ?? NaN);
    return memoryOfParts({ rows: values.length, order: orders[side], partsOf }).memory;
  });
  return sharedTime(memories);
}
