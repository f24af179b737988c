import { largest } from '../../facts/extremes.ts';
import { commonKernel, FOUND } from '../kernel/kernel.ts';
import { symmetricMatrix, type PairMatrix } from './symmetric-matrix.ts';

/** Cramér's V as it is, and corrected for its bias: in small tables the plain one is far from 0 without any relation. */
export interface CramersV {
  plain: number;
  corrected: number;
}

const FEWEST_ROWS = 3;

function levelsOf(codes: Int32Array): number {
  let largestCode = -1;
  for (let row = 0; row < codes.length; row++) if (codes[row]! > largestCode) largestCode = codes[row]!;
  return largestCode + 1;
}

/** A column of codes in the common kernel's memory. */
interface Coded {
  address: number;
  levels: number;
}

// Columns where all pairs of them can be looked at; until the next use of the common kernel.
function place(columns: readonly Int32Array[]): { coded: Coded[]; pair: (x: Coded, y: Coded) => CramersV | null } {
  const kernel = commonKernel();
  const rows = columns[0]?.length ?? 0;
  const levels = columns.map(levelsOf);
  const totals = 8 * largest(levels, 0);
  // At most half of the places are taken.
  const bits = 33 - Math.clz32(rows);
  const [xTotals, yTotals, keys, counts, touched, ...codePlaces] = kernel.layOut([
    ...([totals, totals, 8 * 2 ** bits, 4 * 2 ** bits, 12 * rows] as const),
    ...columns.map((codes) => codes.byteLength),
  ]);
  kernel.bytes(keys, 8 * 2 ** bits).fill(0);
  const coded = columns.map((codes, i): Coded => {
    kernel.put(codes, codePlaces[i]!);
    return { address: codePlaces[i]!, levels: levels[i]! };
  });
  const pair = (x: Coded, y: Coded): CramersV | null => {
    kernel.calls.association(
      ...([x.address, y.address, rows, xTotals, x.levels, yTotals, y.levels] as const),
      ...([keys, counts, bits, touched, FOUND] as const),
    );
    const [n = 0, r = 0, k = 0, sum = 0] = kernel.doubles(FOUND, 4);
    if (n < FEWEST_ROWS || r < 2 || k < 2) return null;
    // χ² / n.
    return cramersVFromPhi2(Math.max(0, sum - 1), n, r, k);
  };
  return { coded, pair };
}

/**
 * Cramér's V from φ² = χ² / n of an r × k table: √(φ² / (min(r, k) − 1)); and Bergsma's (2013, "A bias-correction for
 * Cramér's V and Tschuprow's T") corrected form, in which φ² and the numbers of levels are less what chance alone adds.
 * @param phi2 ≥ 0
 * @param n rows, ≥ 2
 * @param r levels of one column, ≥ 2
 * @param k levels of the other, ≥ 2
 */
export function cramersVFromPhi2(phi2: number, n: number, r: number, k: number): CramersV {
  const byChance = ((r - 1) * (k - 1)) / (n - 1);
  const shrunk = (levels: number) => levels - (levels - 1) ** 2 / (n - 1);
  const largestPhi2 = Math.min(shrunk(r), shrunk(k)) - 1;
  return {
    plain: Math.min(1, Math.sqrt(phi2 / (Math.min(r, k) - 1))),
    corrected: largestPhi2 > 0 ? Math.min(1, Math.sqrt(Math.max(0, phi2 - byChance) / largestPhi2)) : 0,
  };
}

/**
 * Cramér's V of two categorical columns (see `cramersVFromPhi2`), over the rows in which both have a category. O(rows).
 * @param x codes from 0, one a row; −1 is missing
 * @param y as many codes
 * @returns both in [0, 1]; null for fewer than three common rows, or fewer than two levels on a side of them
 */
export function cramersV(x: Int32Array, y: Int32Array): CramersV | null {
  const { coded, pair } = place([x, y]);
  return pair(coded[0]!, coded[1]!);
}

/**
 * Bias-corrected Cramér's V of every pair of columns.
 * @param columns codes from 0, one array a column, all of one length; −1 is missing
 * @param known so many columns at the front are not looked at with each other
 * @returns in [0, 1]; null where `cramersV` is, and for two of the `known` columns
 */
export function cramersVMatrix(columns: readonly Int32Array[], known = 0): PairMatrix {
  const { coded, pair } = place(columns);
  return symmetricMatrix(columns.length, (i, j) =>
    i < known ? null : (pair(coded[i]!, coded[j]!)?.corrected ?? null),
  );
}
