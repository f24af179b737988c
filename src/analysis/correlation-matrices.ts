import { denseCodes } from './dense-codes.ts';
import { cramersVMatrix } from '../stats/cramers-v.ts';
import { spearmanMatrix } from '../stats/spearman.ts';

export interface RankMatrices {
  rows: number;
  spearman: (number | null)[][];
  cramersV: (number | null)[][];
}

/** Spearman's ρ of the first `numbers` columns, bias-corrected Cramér's V of the others. NaN is missing. */
export function rankMatrices(columns: readonly Float64Array[], numbers: number): RankMatrices {
  return {
    rows: columns[0]?.length ?? 0,
    spearman: spearmanMatrix(columns.slice(0, numbers)),
    cramersV: cramersVMatrix(columns.slice(numbers).map(denseCodes)),
  };
}
