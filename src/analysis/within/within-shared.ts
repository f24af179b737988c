import { decodeDoubles, type NumberColumn } from '../../engine/columns/decode.ts';
import { elementAt } from '../../facts/element-at.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { SharedOrder } from '../sequence/row-order.ts';
import type { SharedStrata } from './strata.ts';
import { withinLevels } from './within-levels.ts';
import { withinNumbers } from './within-numbers.ts';
import type { CompareWithin, Sides, WithinRows } from './within.ts';

/** What every column of a run shares. */
interface Shared {
  order: SharedOrder | null;
  strata: SharedStrata | null;
}

/** Columns of categories in all rows: hashes of their texts, and of each column which text has which. */
export interface HashedLevels {
  blocks: PerSide<Uint8Array>;
  columns: { levels: string[]; hashes: number[] }[];
}

/** The strata of both files' rows with their order; null where there are none. */
export function stratifiedRows({ order, strata }: Shared): WithinRows | null {
  if (order === null || strata === null) return null;
  const [orders, codes] = [bothOf(order.sides), bothOf(strata.codes)];
  if (orders === null || codes === null) return null;
  return { columns: strata.columns, count: strata.count, strata: codes, order: orders };
}

function bothOf<T>({ reference, current }: PerSide<T>): Sides<T> | null {
  return reference === undefined || current === undefined ? null : { reference, current };
}

/** How a column of numbers is compared within strata; null where columns are compared as a whole. */
export function numbersWithin(columns: PerSide<NumberColumn>, shared: Shared): CompareWithin | null {
  const [rows, columnPair] = [stratifiedRows(shared), bothOf(columns)];
  if (rows === null || columnPair === null) return null;
  return { columns: rows.columns, compare: (whole) => withinNumbers(columnPair, whole, rows) };
}

/** The same of a column of categories, by its position among those that are compared. */
export function levelsWithin(hashed: HashedLevels, position: number, shared: Shared): CompareWithin | null {
  const [rows, blocks] = [stratifiedRows(shared), bothOf(hashed.blocks)];
  if (rows === null || blocks === null || position === -1) return null;
  const { levels, hashes } = elementAt(hashed.columns, position);
  const places = new Map(hashes.map((hash, place) => [hash, place]));
  const codesOf = (block: Uint8Array): Int32Array =>
    Int32Array.from(elementAt(decodeDoubles(block), position), (hash) => places.get(hash) ?? -1);
  return {
    columns: rows.columns,
    compare: (whole) =>
      withinLevels(
        { codes: { reference: codesOf(blocks.reference), current: codesOf(blocks.current) }, levels },
        whole,
        rows,
      ),
  };
}
