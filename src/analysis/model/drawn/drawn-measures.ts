import { largest } from '../../../facts/extremes.ts';
import type { PerSide } from '../../../facts/document/side.ts';
import { mapSides } from '../../../facts/document/sides.ts';
import { batchCount } from '../../../stats/depend/batch-spread.ts';
import {
  blockLength,
  bootstrap,
  missedShare,
  missedVariance,
  replicatesOf,
  rowBlocks,
  totalSums,
  type BlockSums,
  type OneMeasure,
  type Replicates,
  type RowBlocks,
} from '../../../stats/model/blocks/bootstrap.ts';
import { mergedBlocks } from '../../../stats/model/blocks/merged.ts';
import { gradients } from '../../../stats/model/blocks/gradients.ts';
import type { SideOrder } from '../../sequence/row-order.ts';
import { memoriesOfParts, sharedTime, type PartsMemory, type PickRows, type RowOrders } from './row-memory.ts';

/** A file's rows, of which sums are taken. */
export interface SummedRows {
  /** Of the file. */
  rows: number;
  /** Of each row in the order of another file; null where rows are not paired. */
  places: Int32Array | null;
  seed: number;
  sumsIn: (blocks: RowBlocks) => BlockSums;
  pick: PickRows;
}

/** Measures that are functions of sums. */
export interface MeasureFamily {
  /** The measures from sums; `draws` of how many draws the rows are, and how many of them tell as much as one, where that matters. */
  measures: (sums: Float64Array, draws: 0 | 1 | 2, time: number) => readonly number[];
  /** The memory of so many of the first measures is looked for; others go by the longest of these. */
  telling: number;
  /** The least number of rows in a row that tell as much as one of a measure, whatever its own memory says. */
  leastTime?: (index: number) => number;
  maxBlocks?: number;
  replicates?: number;
}

/** One measure of a file. */
export interface DrawnMeasure extends OneMeasure {
  value: number;
  /** How many rows in a row tell as much as one of it. */
  time: number;
}

/** A file's measures. */
export interface DrawnSide {
  total: Float64Array;
  measureAt: (index: number) => DrawnMeasure;
}

/**
 * Measures of both files with their replicates: each is drawn from blocks as long as what it sums remembers, and what
 * these miss is made up for.
 * @param sides rows of each file
 * @param family see `MeasureFamily`
 * @param orders see `RowOrders`
 */
export function drawnMeasures(
  sides: PerSide<SummedRows>,
  family: MeasureFamily,
  orders: RowOrders,
): PerSide<DrawnSide> {
  const drawers = mapSides(sides, (side, name) => drawer(side, family, orders?.[name]));
  const totals = mapSides(drawers, ({ total }) => total);
  const memories = orders === null ? [] : memoriesOf(sides, totals, { family, orders });
  const times = memories.map((memory) => sharedTime(mapSides(memory, ({ memory }) => memory)));
  const longest = largest(times, 1);
  const timeAt = (index: number): number =>
    orders === null ? 1 : Math.max(times[index] ?? longest, family.leastTime?.(index) ?? 1);
  return mapSides(drawers, ({ total, draw }, name): DrawnSide => {
    return {
      total,
      measureAt(index) {
        const time = timeAt(index);
        const value = family.measures(total, 1, time)[index] ?? NaN;
        const { blocks, replicates } = draw(time);
        const replicated = replicatesOf(replicates, index);
        const squares = memories[index]?.[name]?.squares;
        const missed =
          squares === undefined
            ? missedShare(blocks, time)
            : missedVariance(replicated.influence, { squares, time, blocks });
        return { value, time, ...replicated, missed };
      },
    };
  });
}

function memoriesOf(
  sides: PerSide<SummedRows>,
  totals: PerSide<Float64Array>,
  { family, orders }: { family: MeasureFamily; orders: PerSide<SideOrder> },
): PerSide<PartsMemory>[] {
  const found = mapSides(sides, ({ rows, pick }, side) => {
    const directions = gradients(totals[side] ?? new Float64Array(), (sums) => family.measures(sums, 0, 1));
    return memoriesOfParts({ rows, order: orders[side], pick }, directions.slice(0, family.telling));
  });
  return Array.from({ length: family.telling }, (_, i) => {
    const ofMeasure: PerSide<PartsMemory> = {};
    mapSides(found, (memories, side) => {
      const memory = memories[i];
      if (memory !== undefined) ofMeasure[side] = memory;
    });
    return ofMeasure;
  });
}

/**
 * Measures in groups whose replicates belong together: those drawn from the same blocks.
 * @param measures of one family
 */
export const byBlocks = <Measure extends { sides: PerSide<Pick<OneMeasure, 'blocks'>> }>(
  measures: readonly Measure[],
): Measure[][] => {
  const groups = new Map<string, Measure[]>();
  for (const measure of measures) {
    const drawnFrom = JSON.stringify(mapSides(measure.sides, ({ blocks }) => blocks));
    groups.set(drawnFrom, [...(groups.get(drawnFrom) ?? []), measure]);
  }
  return [...groups.values()];
};

/**
 * Blocks of one row each.
 * @param rows how many
 */
export const eachRow = (rows: number): RowBlocks => ({ count: rows, length: 1, places: null });

/**
 * What each block's sums are along a direction; NaN for a block without rows.
 * @param sums whose first counts the rows
 * @param direction as wide as they are
 */
export const alongSums = ({ width, sums }: BlockSums, direction: Float64Array): Float64Array =>
  Float64Array.from({ length: sums.length / width }, (_, block) => {
    const start = block * width;
    if (sums[start] === 0) return NaN;
    let along = 0;
    for (let k = 0; k < width; k++) along += sums[start + k]! * direction[k]!;
    return along;
  });

/**
 * What rows add that count in one sum each.
 * @param cells which sum, −1 for none
 * @param direction the slope in each sum
 */
export function alongCells(cells: Int32Array, direction: Float64Array): Float64Array {
  const parts = new Float64Array(cells.length);
  for (let i = 0; i < cells.length; i++) parts[i] = cells[i]! < 0 ? NaN : direction[cells[i]!]!;
  return parts;
}

interface Drawn {
  blocks: RowBlocks;
  replicates: Replicates;
}

interface Drawer {
  total: Float64Array;
  /** Draws from blocks for a memory, once for each length. */
  draw: (time: number) => Drawn;
}

/** Rows are gone through once, and blocks put together: but where their order is not that of the file. */
function drawer(
  { rows, places, seed, sumsIn }: SummedRows,
  { measures, maxBlocks, replicates }: MeasureFamily,
  order: SideOrder | undefined,
): Drawer {
  const shortest = rowBlocks(rows, places, (count) => blockLength(count, 1, maxBlocks));
  const sums = sumsIn(shortest);
  const blocksFor = (time: number): { blocks: RowBlocks; sumsOf: () => BlockSums } => {
    const batches = places === null && time > 1 ? (order?.batches ?? null) : null;
    if (batches !== null) {
      const rowsInPlace = rows / batchCount(rows);
      const blocks = rowBlocks(rows, batches, () => Math.ceil(blockLength(rows, time, maxBlocks) / rowsInPlace));
      return { blocks, sumsOf: () => sumsIn(blocks) };
    }
    const merged = Math.ceil(blockLength(shortest.count * shortest.length, time, maxBlocks) / shortest.length);
    const length = merged * shortest.length;
    const blocks = { ...shortest, length, count: Math.ceil(shortest.count / merged) };
    return { blocks, sumsOf: () => (merged === 1 ? sums : mergedBlocks(sums, merged)) };
  };
  const known = new Map<number, Drawn>();
  const draw = (time: number): Drawn => {
    const { blocks, sumsOf } = blocksFor(time);
    const drawn = known.get(blocks.length) ?? {
      blocks,
      replicates: bootstrap(sumsOf(), (drawnSums) => measures(drawnSums, 2, time), {
        ...{ seed, ...(replicates !== undefined && { replicates }) },
      }),
    };
    known.set(blocks.length, drawn);
    return drawn;
  };
  return { total: totalSums(sums), draw };
}
