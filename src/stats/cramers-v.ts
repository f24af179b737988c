import { crossCounts } from './cross-counts.ts';
import { ecdf } from './ecdf.ts';
import { symmetricMatrix, type PairMatrix } from './symmetric-matrix.ts';

/** Cramér's V as it is, and corrected for its bias: in small tables the plain one is far from 0 without any relation. */
export interface CramersV {
  plain: number;
  corrected: number;
}

/** The cells of a contingency table that hold rows: cell = code of x · width + code of y. */
interface Cells {
  cells: ArrayLike<number>;
  counts: ArrayLike<number>;
}

/** Tables with more cells than this (and than rows) are counted by sorting: their cells are more work than the rows. */
const DENSE = 2 ** 12;
const FEWEST_ROWS = 3;

function levelsOf(codes: Int32Array): number {
  let most = -1;
  for (let row = 0; row < codes.length; row++) if (codes[row]! > most) most = codes[row]!;
  return most + 1;
}

function denseCells(x: Int32Array, y: Int32Array, height: number, width: number): Cells {
  const table = crossCounts(y, x, { width, height });
  const cells: number[] = [];
  for (let cell = 0; cell < table.length; cell++) if (table[cell]! > 0) cells.push(cell);
  return { cells, counts: cells.map((cell) => table[cell]!) };
}

function sparseCells(x: Int32Array, y: Int32Array, width: number): Cells {
  const cells = new Float64Array(x.length);
  for (let row = 0; row < cells.length; row++) {
    const own = x[row]!;
    const other = y[row]!;
    cells[row] = own < 0 || other < 0 ? NaN : own * width + other;
  }
  const { values, counts } = ecdf(cells);
  return { cells: values, counts };
}

// χ² / n = Σ count² / (row total · column total) − 1, with the totals' sizes.
function association({ cells, counts }: Cells, height: number, width: number) {
  const [rows, columns] = [new Float64Array(height), new Float64Array(width)];
  let n = 0;
  for (let i = 0; i < cells.length; i++) {
    rows[Math.floor(cells[i]! / width)]! += counts[i]!;
    columns[cells[i]! % width]! += counts[i]!;
    n += counts[i]!;
  }
  let sum = 0;
  for (let i = 0; i < cells.length; i++) {
    sum += (counts[i]! / rows[Math.floor(cells[i]! / width)]!) * (counts[i]! / columns[cells[i]! % width]!);
  }
  const used = (totals: Float64Array) => totals.reduce((number, total) => number + (total > 0 ? 1 : 0), 0);
  return { n, r: used(rows), k: used(columns), phi2: Math.max(0, sum - 1) };
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
  const most = Math.min(shrunk(r), shrunk(k)) - 1;
  return {
    plain: Math.min(1, Math.sqrt(phi2 / (Math.min(r, k) - 1))),
    corrected: most > 0 ? Math.min(1, Math.sqrt(Math.max(0, phi2 - byChance) / most)) : 0,
  };
}

/**
 * Cramér's V of two categorical columns (see `cramersVFromPhi2`), over the rows in which both have a category.
 * O(rows); where the table has more cells than rows by sorting.
 * @param x codes from 0, one a row; −1 is missing
 * @param y as many codes
 * @returns both in [0, 1]; null for fewer than three common rows, or fewer than two levels on a side of them
 */
export function cramersV(x: Int32Array, y: Int32Array): CramersV | null {
  return ofLevels({ codes: x, levels: levelsOf(x) }, { codes: y, levels: levelsOf(y) });
}

interface Coded {
  codes: Int32Array;
  levels: number;
}

function ofLevels({ codes: x, levels: height }: Coded, { codes: y, levels: width }: Coded): CramersV | null {
  const dense = height * width <= Math.max(DENSE, x.length);
  const cells = dense ? denseCells(x, y, height, width) : sparseCells(x, y, width);
  const { n, r, k, phi2 } = association(cells, height, width);
  if (n < FEWEST_ROWS || r < 2 || k < 2) return null;
  return cramersVFromPhi2(phi2, n, r, k);
}

/**
 * Bias-corrected Cramér's V of every pair of columns.
 * @param columns codes from 0, one array a column, all of one length; −1 is missing
 * @returns in [0, 1]; null where `cramersV` is
 */
export function cramersVMatrix(columns: readonly Int32Array[]): PairMatrix {
  const coded = columns.map((codes): Coded => ({ codes, levels: levelsOf(codes) }));
  return symmetricMatrix(columns.length, (i, j) => ofLevels(coded[i]!, coded[j]!)?.corrected ?? null);
}
