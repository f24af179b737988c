import type { Spread } from '../../stats/depend/batch-spread.ts';
import { cramersVMatrix } from '../../stats/depend/cramers-v.ts';
import { PearsonAccumulator } from '../../stats/depend/pearson.ts';
import { spearmanMatrices } from '../../stats/depend/spearman.ts';
import type { PairMatrix } from '../../stats/depend/symmetric-matrix.ts';
import { denseCodes } from '../../stats/describe/dense-codes.ts';

export type SpreadMatrix = (Spread | null)[][];

export interface NumberMatrices {
  pearson: PairMatrix;
  spearman: PairMatrix;
  /** How far each coefficient would lie from another one of the same process. */
  spreads: Record<'pearson' | 'spearman', SpreadMatrix>;
  /** Rows that Spearman's ρ is of. */
  rows: number;
}

export const NO_MATRICES: NumberMatrices = {
  ...{ pearson: [], spearman: [], rows: 0 },
  spreads: { pearson: [], spearman: [] },
};

/** Correlations of numbers that arrive in stretches of rows: Pearson's r of all rows, Spearman's ρ of those that are marked. */
export class NumberCorrelations {
  readonly #pearson: PearsonAccumulator;
  #sample: Float64Array[];
  #rows = 0;

  /**
   * @param shifts see `PearsonAccumulator`, one a column
   * @param rows how many there will be, and about how many of them will be marked
   */
  constructor(shifts: Float64Array, rows: { all: number; marked: number }) {
    this.#pearson = new PearsonAccumulator(shifts.length, shifts, rows.all);
    this.#sample = Array.from(shifts, () => new Float64Array(rows.marked));
  }

  /** Adds rows, one array a column; NaN is missing. Without `marks` all rows count as marked. */
  add(columns: readonly Float64Array[], marks?: Float64Array): void {
    this.#pearson.add(columns);
    const length = columns[0]?.length ?? 0;
    const rows = marks === undefined ? null : marked(marks);
    const keptRows = this.#rows;
    const totalRows = keptRows + (rows?.length ?? length);
    if (totalRows > (this.#sample[0]?.length ?? totalRows))
      this.#sample = this.#sample.map((kept) => longer(kept, totalRows));
    columns.forEach((values, i) => {
      const kept = this.#sample[i]!;
      if (rows === null) kept.set(values, keptRows);
      else for (let k = 0; k < rows.length; k++) kept[keptRows + k] = values[rows[k]!]!;
    });
    this.#rows = totalRows;
  }

  matrices(): NumberMatrices {
    const sample = this.#sample.map((kept) => kept.subarray(0, this.#rows));
    const { matrix, spreads } = spearmanMatrices(sample);
    return {
      pearson: this.#pearson.matrix(),
      spearman: matrix,
      spreads: { pearson: this.#pearson.spreads(), spearman: spreads },
      rows: this.#rows,
    };
  }
}

function marked(marks: Float64Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < marks.length; row++) if (marks[row] === 1) rows.push(row);
  return rows;
}

/** With a tenth more than is needed now: a sample is about as large as was asked for. */
function longer(values: Float64Array, rows: number): Float64Array {
  const buffer = new Float64Array(Math.ceil(1.1 * rows));
  buffer.set(values);
  return buffer;
}

/** Bias-corrected Cramér's V of columns of categories, and the rows it is of. */
export interface CategoryMatrix {
  cramersV: PairMatrix;
  rows: number;
}

/**
 * The matrix of columns of categories, from numbers that are equal where the categories are; NaN is missing.
 * @param known so many columns at the front are not looked at with each other
 */
export const categoryMatrix = (columns: readonly Float64Array[], known = 0): CategoryMatrix => ({
  cramersV: cramersVMatrix(columns.map(denseCodes), known),
  rows: columns[0]?.length ?? 0,
});
