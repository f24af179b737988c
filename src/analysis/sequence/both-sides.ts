import type { NumberColumn } from '../../engine/columns/decode.ts';
import { elementAt } from '../../facts/element-at.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { LevelSequence } from '../../facts/summary.ts';
import { denseCodes } from '../../stats/describe/dense-codes.ts';
import type { Ecdf } from '../../stats/describe/ecdf.ts';
import { levelGaps, numberGaps } from './gaps.ts';
import { currentLevels, referenceLevels, type OrderedCodes } from './levels.ts';
import { currentOrder, referenceOrder, type OrderFacts, type ReferenceBasis } from './numbers.ts';
import type { SharedOrder, SideOrder } from './row-order.ts';

type OrderOf = (column: NumberColumn, curve: Ecdf) => OrderFacts;

/** What the order of each side's rows tells of a column of numbers: to be asked of the reference first. */
export function numberOrders({ sides, slots }: SharedOrder): PerSide<OrderOf> {
  let basis: ReferenceBasis | null = null;
  const { reference, current } = sides;
  if (reference === undefined || current === undefined) return {};
  return {
    reference: (column, curve) => {
      const found = referenceOrder(column, curve, reference);
      basis = found.basis;
      return { ...found.facts, ...numberGaps(column, curve, reference) };
    },
    current: (column, curve) => {
      if (basis === null) throw new Error('the reference comes first');
      return {
        ...currentOrder(column, curve, { order: current, slots, basis }),
        ...numberGaps(column, curve, current),
      };
    },
  };
}

/** Codes of a bundle of columns, undecoded: of all rows in the file's order; or of every so many, and of some that follow each other. */
export interface SideCodes {
  rows: Uint8Array;
  near: Uint8Array | null;
}

type Decoded = PerSide<{ rows: Float64Array[]; near: Float64Array[] | null }>;

/** The order of the rows, and how many hold a level on each side. */
interface OrderAndRows {
  shared: SharedOrder;
  rows: PerSide<number>;
}

/** What the order of each side's rows tells of one of these columns. */
export function levelSequences(decoded: Decoded, position: number, rows: OrderAndRows): PerSide<LevelSequence> {
  return levelSequencesOf(sharedCodes(mapSides(decoded, (side) => atPosition(side, position))), rows);
}

/** The same from codes that are equal where the levels are. */
export function levelSequencesOf(
  codes: PerSide<{ rows: Int32Array; near: Int32Array | null }>,
  { shared: { sides, slots }, rows }: OrderAndRows,
): PerSide<LevelSequence> {
  const { reference, current } = sides;
  if (reference === undefined || current === undefined || !codes.reference || !codes.current) return {};
  const ordered = { reference: inOrder(codes.reference, reference), current: inOrder(codes.current, current) };
  const found = referenceLevels(ordered.reference, reference, rows.reference ?? 0);
  const facts = currentLevels(ordered.current, {
    ...{ order: current, rows: rows.current ?? 0, table: found.table, slots },
  });
  return {
    reference: { ...found.facts, ...levelGaps(ordered.reference, reference.step) },
    current: { ...facts, ...levelGaps(ordered.current, current.step) },
  };
}

interface ColumnCodes {
  rows: Float64Array;
  near: Float64Array | null;
}

const atPosition = ({ rows, near }: NonNullable<Decoded['reference']>, position: number): ColumnCodes => ({
  rows: elementAt(rows, position),
  near: near && elementAt(near, position),
});

/** The same code for the same level, wherever it stands; −1 where there is none. */
function sharedCodes(columns: PerSide<ColumnCodes>): PerSide<{ rows: Int32Array; near: Int32Array | null }> {
  const parts = Object.values(columns).flatMap(({ rows, near }) => (near === null ? [rows] : [rows, near]));
  const together = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    together.set(part, end);
    end += part.length;
  }
  const codes = denseCodes(together);
  let start = 0;
  const next = (length: number): Int32Array => codes.subarray(start, (start += length));
  return mapSides(columns, ({ rows, near }) => ({ rows: next(rows.length), near: near && next(near.length) }));
}

/** In the order in which the rows are looked at. */
function inOrder({ rows, near }: { rows: Int32Array; near: Int32Array | null }, order: SideOrder): OrderedCodes {
  if (near !== null || order.rows === null) return { looked: rows, near };
  return { looked: codesAt(rows, order.rows), near: order.near && codesAt(rows, order.near) };
}

function codesAt(codes: Int32Array, rows: Uint32Array): Int32Array {
  const found = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = codes[rows[i]!]!;
  return found;
}
