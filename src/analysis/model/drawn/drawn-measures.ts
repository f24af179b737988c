import { largest } from '../../../facts/extremes.ts';
import type { PerSide, Side } from '../../../facts/document/side.ts';
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
import { gradients } from '../../../stats/model/blocks/gradients.ts';
import type { SideOrder } from '../../sequence/row-order.ts';
import { memoryOfParts, sharedTime, type PartsMemory, type RowOrders } from './row-memory.ts';

/** A file's rows, of which sums are taken. */
export interface SummedRows {
  /** Of the file. */
  rows: number;
  /** Of each row in the order of another file; null where rows are not paired. */
  places: Int32Array | null;
  seed: number;
  sumsIn: (blocks: RowBlocks) => BlockSums;
  /** What some rows add along a direction: the sums of each, times the direction; NaN for rows that add nothing. */
  along: (direction: Float64Array, rows: Uint32Array) => Float64Array;
}

/** Measures that are functions of sums. */
export interface MeasureFamily {
  /** The measures from sums; `draws` of how many draws the rows are, and how many of them tell as much as one, where that matters. */
  measures: (sums: Float64Array, draws: 0 | 1 | 2, time: number) => readonly number[];
  /** The memory of so many of the first measures is looked for; others go by the longest of these. */
  telling: number;
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
  at: (index: number) => DrawnMeasure;
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
  const totals = mapSides(sides, ({ rows, sumsIn }) =>
    totalSums(sumsIn({ count: 1, length: Math.max(1, rows), places: null })),
  );
  const memories = orders === null ? [] : memoriesOf(sides, totals, { family, orders });
  const times = memories.map((one) => sharedTime(mapSides(one, ({ memory }) => memory)));
  const longest = largest(times, 1);
  const timeAt = (index: number): number => times[index] ?? longest;
  return mapSides(sides, (side, name): DrawnSide => {
    const draw = drawer(side, family, orders?.[name]);
    const total = totals[name] ?? new Float64Array();
    return {
      total,
      at(index) {
        const time = timeAt(index);
        const value = family.measures(total, 1, time)[index] ?? NaN;
        const { blocks, replicates } = draw(time);
        const one = replicatesOf(replicates, index);
        const squares = memories[index]?.[name]?.squares;
        const missed =
          squares === undefined ? missedShare(blocks, time) : missedVariance(one.influence, { squares, time, blocks });
        return { value, time, ...one, missed };
      },
    };
  });
}

function memoriesOf(
  sides: PerSide<SummedRows>,
  totals: PerSide<Float64Array>,
  { family, orders }: { family: MeasureFamily; orders: PerSide<SideOrder> },
): PerSide<PartsMemory>[] {
  const directions = mapSides(totals, (total) => gradients(total, (sums) => family.measures(sums, 0, 1)));
  return Array.from({ length: family.telling }, (_, i) =>
    mapSides(sides, ({ rows, along }, side: Side) => {
      const direction = directions[side]?.[i];
      const partsOf = (some: Uint32Array): Float64Array =>
        direction === undefined ? new Float64Array() : along(direction, some);
      return memoryOfParts({ rows, order: orders[side], partsOf });
    }),
  );
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

interface Drawn {
  blocks: RowBlocks;
  replicates: Replicates;
}

/** Draws from blocks for a memory, once for each length. */
function drawer(
  { rows, places, seed, sumsIn }: SummedRows,
  { measures, maxBlocks, replicates }: MeasureFamily,
  order: SideOrder | undefined,
): (time: number) => Drawn {
  const known = new Map<number, Drawn>();
  return (time) => {
    const batches = places === null && time > 1 ? (order?.batches ?? null) : null;
    const rowsInPlace = batches === null ? 1 : rows / batchCount(rows);
    const blocks = rowBlocks(rows, places ?? batches, (count) =>
      Math.ceil(blockLength(count * rowsInPlace, time, maxBlocks) / rowsInPlace),
    );
    const drawn = known.get(blocks.length) ?? {
      blocks,
      replicates: bootstrap(sumsIn(blocks), (sums) => measures(sums, 2, time), {
        seed,
        ...(replicates && { replicates }),
      }),
    };
    known.set(blocks.length, drawn);
    return drawn;
  };
}
