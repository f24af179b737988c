import { largest } from '../../facts/extremes.ts';
import { commonKernel, FOUND } from '../kernel/kernel.ts';
import { stretchVariance, type Association } from './association-change.ts';
import { batchCount, batchesInOrder } from './batch-spread.ts';
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

/** Looks at pairs of columns. */
interface Pairs {
  /** Puts the rows of a column's categories together, for the pairs that it is the first of from now on. */
  begin: (first: number) => void;
  /** The column begun with, and another one. */
  associate: (other: number) => Association | null;
}

// Columns where all pairs of them can be looked at; until the next use of the common kernel.
function place(columns: readonly Int32Array[], batches: Uint8Array): Pairs {
  const kernel = commonKernel();
  const rows = columns[0]?.length ?? 0;
  const levels = columns.map(levelsOf);
  const most = largest(levels, 0);
  const stretches = batchCount(rows);
  const [batchPlace, starts, order, ordered, own, xTotals, yTotals, counts, weights, cells, ends, sums, ...codePlaces] =
    kernel.layOut([
      ...([rows, 4 * (most + 2), 4 * rows, rows, 4 * rows] as const),
      ...([16 * most, 16 * most, 4 * most, 8 * most, 8 * (rows + 1), 4 * most, 16 * stretches] as const),
      ...columns.map((codes) => codes.byteLength),
    ]);
  kernel.bytes(counts, 4 * most).fill(0);
  kernel.put(batches, batchPlace);
  const coded = columns.map((codes, i): Coded => {
    kernel.put(codes, codePlaces[i]!);
    return { address: codePlaces[i]!, levels: levels[i]! };
  });
  const found = kernel.doubles(FOUND, 8);
  const [influences, stretchRows] = [kernel.doubles(sums, stretches), kernel.doubles(sums + 8 * stretches, stretches)];
  let x: Coded = { address: 0, levels: 0 };
  return {
    begin: (first) => {
      x = coded[first]!;
      kernel.calls.groupRows(x.address, rows, x.levels, batchPlace, starts, order, ordered);
    },
    associate: (other) => {
      const y = coded[other]!;
      influences.fill(0);
      stretchRows.fill(0);
      kernel.calls.association(
        ...([order, starts, x.levels, y.address, y.levels, ordered, own] as const),
        ...([xTotals, yTotals, counts, weights, cells, ends, sums, sums + 8 * stretches, FOUND] as const),
      );
      const [n, r, xInverse, k, yInverse, sum] = [found[0]!, found[1]!, found[2]!, found[3]!, found[4]!, found[5]!];
      if (n < FEWEST_ROWS || r < 2 || k < 2) return null;
      return {
        // χ² / n.
        ...{ rows: n, phi2: Math.max(0, sum - 1), levels: [r, k], inverses: [xInverse, yInverse] },
        ...{ squares: found[6]!, fourth: found[7]!, stretches: stretchVariance(influences, stretchRows, n) },
      };
    },
  };
}

const coefficientOf = ({ phi2, rows, levels: [r, k] }: Association): CramersV => cramersVFromPhi2(phi2, rows, r, k);

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
  const pairs = place([x, y], batchesInOrder(x.length));
  pairs.begin(0);
  const found = pairs.associate(1);
  return found && coefficientOf(found);
}

/** Bias-corrected Cramér's V of every pair of columns, and what tells how far it would lie from another one of the same process. */
export interface CramersVMatrices {
  /** In [0, 1]; null where `cramersV` is. */
  matrix: PairMatrix;
  associations: (Association | null)[][];
}

/**
 * Cramér's V of every pair of columns.
 * @param columns codes from 0, one array a column, all of one length; −1 is missing
 * @param options `known`: so many columns at the front are not looked at with each other; `batches`: the stretch of each row (see `batchAt`), where they do
 * not stand in their order
 * @returns in [0, 1]; null where `cramersV` is, and for two of the `known` columns
 */
export function cramersVMatrices(
  columns: readonly Int32Array[],
  { known = 0, batches }: { known?: number; batches?: Uint8Array | undefined } = {},
): CramersVMatrices {
  const pairs = place(columns, batches ?? batchesInOrder(columns[0]?.length ?? 0));
  const associations = symmetricMatrix(columns.length, (i, j) => {
    if (i < known) return null;
    if (j === 0) pairs.begin(i);
    return pairs.associate(j);
  });
  return {
    matrix: associations.map((row) => row.map((found) => found && coefficientOf(found).corrected)),
    associations: associations.map((row, i) => row.map((found, j) => (i === j ? null : found))),
  };
}
