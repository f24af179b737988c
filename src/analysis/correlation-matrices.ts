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

/** Any equal numbers become equal small codes, NaN becomes −1. */
function denseCodes(values: Float64Array): Int32Array {
  const codes = new Map<number, number>();
  return Int32Array.from(values, (value) => {
    if (Number.isNaN(value)) return -1;
    const code = codes.get(value) ?? codes.size;
    codes.set(value, code);
    return code;
  });
}
