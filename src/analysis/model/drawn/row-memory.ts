import type { Memory } from '../../../facts/summary.ts';
import type { PerSide } from '../../../facts/document/side.ts';
import { mapSides } from '../../../facts/document/sides.ts';
import { independent, sharedTimes } from '../../../stats/sequence/memory.ts';
import { memoryOfSums } from '../../sequence/numbers.ts';
import { fileOrder, type SideOrder } from '../../sequence/row-order.ts';

/** In which order the rows of each file may depend on each other: of the file where a side has none here; null for not at all. */
export type RowOrders = PerSide<SideOrder> | null;

/** Looks at some rows; what they add to a measure follows from its slope in each sum: NaN for rows that it is not of. */
export type PickRows = (rows: Uint32Array) => (direction: Float64Array) => Float64Array;

/** A file's rows, of which some are looked at. */
export interface LookedRows {
  /** Of the file. */
  rows: number;
  order: SideOrder | undefined;
  pick: PickRows;
}

/** How a measure's parts depend on each other, and how much they vary. */
export interface PartsMemory {
  memory: Memory;
  /** The sum over all rows of the squares of their parts, less their mean. */
  squares: number;
}

/**
 * The memory of what a file's rows add to each of some measures.
 * @param looked see `LookedRows`
 * @param directions of each measure
 */
export function memoriesOfParts({ rows, order, pick }: LookedRows, directions: readonly Float64Array[]): PartsMemory[] {
  const rowOrder = order ?? fileOrder(rows);
  const partsOf = pick(rowOrder.rows ?? Uint32Array.from({ length: rows }, (_, row) => row));
  const partsNear = rowOrder.adjacent && pick(rowOrder.adjacent);
  return directions.map((direction) => {
    const looked = partsOf(direction);
    return {
      squares: rowOrder.step * squaresOf(looked),
      memory: memoryOfSums(looked, partsNear?.(direction) ?? null, rowOrder),
    };
  });
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
  const [first, second] = [memories.reference ?? memories.current, memories.current ?? memories.reference];
  if (first === undefined || second === undefined) return 1;
  const times = sharedTimes(first, second);
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
    const pick: PickRows = (pickedRows) => () => Float64Array.from(pickedRows, (row) => values[row] ?? NaN);
    const [found] = memoriesOfParts({ rows: values.length, order: orders[side], pick }, [new Float64Array()]);
    return found?.memory ?? independent(values.length);
  });
  return sharedTime(memories);
}
