import { cramersVMatrix } from '../stats/cramers-v.ts';
import { PearsonAccumulator } from '../stats/pearson.ts';
import { spearmanMatrix } from '../stats/spearman.ts';
import type { PairMatrix } from '../stats/symmetric-matrix.ts';
import { denseCodes } from '../stats/dense-codes.ts';

export interface NumberMatrices {
  pearson: PairMatrix;
  spearman: PairMatrix;
  /** Rows that Spearman's ρ is of. */
  rows: number;
}

/** Correlations of numbers that arrive in stretches of rows: Pearson's r of all rows, Spearman's ρ of those that are marked. */
export class NumberCorrelations {
  readonly #pearson: PearsonAccumulator;
  readonly #sample: Float64Array[][];

  /** @param shifts see `PearsonAccumulator`, one a column */
  constructor(shifts: Float64Array) {
    this.#pearson = new PearsonAccumulator(shifts.length, shifts);
    this.#sample = Array.from(shifts, () => []);
  }

  /** Adds rows, one array a column; NaN is missing. Without `marks` all rows count as marked. */
  add(columns: readonly Float64Array[], marks?: Float64Array): void {
    this.#pearson.add(columns);
    const rows = marks === undefined ? null : marked(marks);
    columns.forEach((values, i) => this.#sample[i]?.push(rows === null ? values.slice() : picked(values, rows)));
  }

  matrices(): NumberMatrices {
    const sample = this.#sample.map(joined);
    return { pearson: this.#pearson.matrix(), spearman: spearmanMatrix(sample), rows: sample[0]?.length ?? 0 };
  }
}

function marked(marks: Float64Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < marks.length; row++) if (marks[row] === 1) rows.push(row);
  return rows;
}

function picked(values: Float64Array, rows: readonly number[]): Float64Array {
  const some = new Float64Array(rows.length);
  for (let i = 0; i < some.length; i++) some[i] = values[rows[i]!]!;
  return some;
}

function joined(pieces: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Bias-corrected Cramér's V of columns of categories, from numbers that are equal where the categories are; NaN is missing. */
export const categoryMatrix = (columns: readonly Float64Array[]): { cramersV: PairMatrix; rows: number } => ({
  cramersV: cramersVMatrix(columns.map(denseCodes)),
  rows: columns[0]?.length ?? 0,
});
