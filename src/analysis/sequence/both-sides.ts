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

/** Codes of a bundle of columns, undecoded: of all rows in the file's order, or of those that are looked at and the adjacent ones. */
export interface SideCodes {
  bytes: Uint8Array;
  rows: 'all' | 'looked';
}

type Decoded = PerSide<{ columns: Float64Array[] } & Pick<SideCodes, 'rows'>>;

/** The order of the rows, and how many hold a level on each side. */
interface OrderAndRows {
  shared: SharedOrder;
  rows: PerSide<number>;
}

/** What the order of each side's rows tells of one of these columns. */
export function levelSequences(decoded: Decoded, position: number, rows: OrderAndRows): PerSide<LevelSequence> {
  const codes = sharedCodes(mapSides(decoded, ({ columns }) => elementAt(columns, position)));
  return levelSequencesOf(
    mapSides(codes, (own, side) => ({ codes: own, rows: decoded[side]?.rows ?? 'all' })),
    rows,
  );
}

/** The same from codes that are equal where the levels are. */
export function levelSequencesOf(
  codes: PerSide<FileCodes>,
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

/** Codes of one column in the file's order, and of which rows they are. */
interface FileCodes extends Pick<SideCodes, 'rows'> {
  codes: Int32Array;
}

/** The same code for the same level in both files; −1 where there is none. */
function sharedCodes(columns: PerSide<Float64Array>): PerSide<Int32Array> {
  const parts = Object.values(columns);
  const together = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    together.set(part, end);
    end += part.length;
  }
  const codes = denseCodes(together);
  let start = 0;
  return mapSides(columns, ({ length }) => codes.subarray(start, (start += length)));
}

/** In the order in which the rows are looked at. */
function inOrder({ codes, rows }: FileCodes, { rows: looked, adjacent }: SideOrder): OrderedCodes {
  if (looked === null) return { looked: codes, adjacent: null };
  if (rows === 'all' || adjacent === null)
    return { looked: codesAt(codes, looked), adjacent: adjacent && codesAt(codes, adjacent) };
  return {
    looked: codesAt(codes, placesAmong(looked, adjacent)),
    adjacent: codesAt(codes, placesAmong(adjacent, looked)),
  };
}

/** Where rows stand among themselves and others, both ascending. */
function placesAmong(rows: Uint32Array, others: Uint32Array): Uint32Array {
  const places = new Uint32Array(rows.length);
  let [other, shared] = [0, 0];
  for (let i = 0; i < rows.length; i++) {
    while (other < others.length && others[other]! < rows[i]!) other++;
    places[i] = i + other - shared;
    if (others[other] === rows[i]) shared++;
  }
  return places;
}

function codesAt(codes: Int32Array, rows: Uint32Array): Int32Array {
  const found = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = codes[rows[i]!]!;
  return found;
}
