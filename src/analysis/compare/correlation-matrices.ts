import type { NumberCorrelation } from '../../facts/methods.ts';
import type { Spread } from '../../stats/depend/batch-spread.ts';
import type { Association } from '../../stats/depend/association-change.ts';
import { cramersVMatrices } from '../../stats/depend/cramers-v.ts';
import { PearsonAccumulator } from '../../stats/depend/pearson.ts';
import { spearmanMatrices } from '../../stats/depend/spearman.ts';
import type { PairMatrix } from '../../stats/depend/symmetric-matrix.ts';
import { denseCodes } from '../../stats/describe/dense-codes.ts';

export type SpreadMatrix = (Spread | null)[][];

/** How far each of Cramér's V would lie from another one of the same process. */
export type AssociationMatrix = (Association | null)[][];

export interface NumberMatrices {
  pearson: PairMatrix;
  spearman: PairMatrix;
  /** How far each coefficient would lie from another one of the same process. */
  spreads: Record<NumberCorrelation, SpreadMatrix>;
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
  readonly #batches: Uint8Array | null;
  #sample: Float64Array[];
  #marked: Uint8Array;
  #seen = 0;
  #rows = 0;

  /**
   * @param shifts see `PearsonAccumulator`, one a column
   * @param rows how many there will be, and about how many of them will be marked
   * @param batches the stretch of each row; null where rows come in their order
   */
  constructor(shifts: Float64Array, rows: { all: number; marked: number }, batches: Uint8Array | null = null) {
    this.#pearson = new PearsonAccumulator(shifts.length, shifts, rows.all);
    this.#batches = batches;
    this.#sample = Array.from(shifts, () => new Float64Array(rows.marked));
    this.#marked = new Uint8Array(batches === null ? 0 : rows.marked);
  }

  /** Adds rows, one array a column; NaN is missing. Without `marks` all rows count as marked. */
  add(columns: readonly Float64Array[], marks?: Float64Array): void {
    const length = columns[0]?.length ?? 0;
    const batches = this.#batches?.subarray(this.#seen, this.#seen + length);
    this.#seen += length;
    this.#pearson.add(columns, batches);
    const rows = marks === undefined ? null : marked(marks);
    const keptRows = this.#rows;
    const totalRows = keptRows + (rows?.length ?? length);
    if (totalRows > (this.#sample[0]?.length ?? totalRows)) this.#lengthen(totalRows);
    columns.forEach((values, i) => {
      keep(this.#sample[i]!, values, { rows, start: keptRows });
    });
    if (batches !== undefined) keep(this.#marked, batches, { rows, start: keptRows });
    this.#rows = totalRows;
  }

  #lengthen(rows: number): void {
    this.#sample = this.#sample.map((kept) => longer(kept, new Float64Array(Math.ceil(SPARE * rows))));
    if (this.#batches !== null) this.#marked = longer(this.#marked, new Uint8Array(Math.ceil(SPARE * rows)));
  }

  matrices(): NumberMatrices {
    const sample = this.#sample.map((kept) => kept.subarray(0, this.#rows));
    const batches = this.#batches === null ? undefined : this.#marked.subarray(0, this.#rows);
    const { matrix, spreads } = spearmanMatrices(sample, batches);
    return {
      pearson: this.#pearson.matrix(),
      spearman: matrix,
      spreads: { pearson: this.#pearson.spreads(), spearman: spreads },
      rows: this.#rows,
    };
  }
}

/** With a tenth more than is needed now: a sample is about as large as was asked for. */
const SPARE = 1.1;

type Cells = Float64Array | Uint8Array;

/** Puts values, or those of some rows, behind what is kept. */
function keep(kept: Cells, values: Cells, { rows, start }: { rows: readonly number[] | null; start: number }): void {
  if (rows === null) kept.set(values, start);
  else for (let k = 0; k < rows.length; k++) kept[start + k] = values[rows[k]!]!;
}

function marked(marks: Float64Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < marks.length; row++) if (marks[row] === 1) rows.push(row);
  return rows;
}

function longer<T extends Cells>(values: T, buffer: T): T {
  buffer.set(values);
  return buffer;
}

/** Bias-corrected Cramér's V of columns of categories, what tells how far it would lie from another one, and the rows it is of. */
export interface CategoryMatrix {
  cramersV: PairMatrix;
  associations: AssociationMatrix;
  rows: number;
}

/**
 * The matrix of columns of categories, from numbers that are equal where the categories are; NaN is missing.
 * @param columns one array a column
 * @param options `known`: so many columns at the front are not looked at with each other; `batches`: the stretch of each row, where they do not come in their order
 */
export function categoryMatrix(
  columns: readonly Float64Array[],
  options: { known?: number; batches?: Uint8Array | undefined } = {},
): CategoryMatrix {
  const { matrix, associations } = cramersVMatrices(columns.map(denseCodes), options);
  return { cramersV: matrix, associations, rows: columns[0]?.length ?? 0 };
}
