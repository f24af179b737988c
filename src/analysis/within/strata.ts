import { decodeDoubles } from '../../engine/columns/decode.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { denseCodes } from '../../stats/describe/dense-codes.ts';
import { LEAST_REFERENCE_ROWS } from '../../stats/compare/within/stratum-weights.ts';

/** Rows that are alike in every condition, shared by all columns of a run. */
export interface SharedStrata {
  /** The conditions. */
  columns: string[];
  count: number;
  /** The stratum of each row; −1 in rows whose stratum the current file lacks. */
  codes: PerSide<Int32Array>;
}

/** The conditions' columns as they leave the engines: numbers, or hashes of texts. */
export interface ConditionColumns {
  columns: string[];
  blocks: PerSide<Uint8Array>;
  /** Of each condition, how many different values it may have; null for any number. */
  limits: (number | null)[];
}

/** A stratum of current rows for which the reference has too few. */
export interface RawStratum {
  /** Of each condition; null where it is missing. */
  values: (number | null)[];
  reference: number;
  current: number;
}

export interface FoundStrata {
  /** Null where a condition has too many values. */
  strata: SharedStrata | null;
  /** How many different values each condition has, in both files joinedColumns. */
  distinct: number[];
  /** Strata of current rows that are left out, those of the most rows first. */
  leftOut: RawStratum[];
  /** Strata that are compared, and those that only the reference has. */
  used: number;
  absent: number;
}

/** Where each row stands: the sides behind each other. */
interface Rows {
  start: Record<Side, number>;
  end: Record<Side, number>;
}

/** The strata of both files' rows. A missing value is one of its own. O(rows · conditions). */
export function findStrata({ columns: names, blocks, limits }: ConditionColumns): FoundStrata {
  const columns = mapSides(blocks, decodeDoubles);
  const [reference = [], current = []] = [columns.reference, columns.current];
  const [n, m] = [reference[0]?.length ?? 0, current[0]?.length ?? 0];
  const joinedColumns = reference.map((column, i) => joined(column, current[i] ?? new Float64Array()));
  const codes = joinedColumns.map(denseCodes);
  const distinct = codes.map((code) => countOf(code));
  if (distinct.some((count, i) => count > (limits[i] ?? Infinity)))
    return { strata: null, distinct, leftOut: [], used: 0, absent: 0 };
  const strata = codes.reduce(crossed, new Int32Array(n + m));
  const rows: Rows = { start: { reference: 0, current: n }, end: { reference: n, current: n + m } };
  const { codes: used, ...found } = usedStrata(strata, joinedColumns, rows);
  return { distinct, ...found, strata: { columns: names, ...used } };
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const joinedValues = new Float64Array(a.length + b.length);
  joinedValues.set(a);
  joinedValues.set(b, a.length);
  return joinedValues;
}

const countOf = (codes: Int32Array): number => codes.reduce((highest, code) => Math.max(highest, code + 1), 0);

/** One code for each pair of codes that occurs. */
function crossed(crossedCodes: Int32Array, codes: Int32Array): Int32Array {
  const width = countOf(codes) + 1;
  return denseCodes(Float64Array.from(crossedCodes, (code, row) => code * width + codes[row]! + 1));
}

function usedStrata(
  strata: Int32Array,
  columns: readonly Float64Array[],
  { start, end }: Rows,
): Pick<FoundStrata, 'leftOut' | 'used' | 'absent'> & { codes: Omit<SharedStrata, 'columns'> } {
  const count = countOf(strata);
  const counted = (side: Side): Uint32Array => {
    const counts = new Uint32Array(count);
    for (let row = start[side]; row < end[side]; row++) counts[strata[row]!]!++;
    return counts;
  };
  const [n, m] = [counted('reference'), counted('current')];
  const firstRows = new Map<number, number>();
  for (let row = strata.length - 1; row >= 0; row--) firstRows.set(strata[row]!, row);
  const leftOut: RawStratum[] = [];
  const newCodes = new Int32Array(count).fill(-1);
  let [present, used] = [0, 0];
  for (let stratum = 0; stratum < count; stratum++) {
    if (m[stratum] === 0) continue;
    newCodes[stratum] = present++;
    const values = valuesAt(columns, firstRows.get(stratum) ?? 0);
    if (n[stratum]! >= LEAST_REFERENCE_ROWS) used++;
    else leftOut.push({ values, reference: n[stratum]!, current: m[stratum]! });
  }
  const codesOf = (side: Side): Int32Array => strata.slice(start[side], end[side]).map((code) => newCodes[code]!);
  return {
    codes: { count: present, codes: { reference: codesOf('reference'), current: codesOf('current') } },
    leftOut: leftOut.sort((a, b) => b.current - a.current),
    ...{ used, absent: count - present },
  };
}

const valuesAt = (columns: readonly Float64Array[], row: number): (number | null)[] =>
  columns.map((column) => (Number.isNaN(column[row]) ? null : column[row]!));
