import type { NumberColumn } from '../../engine/columns/decode.ts';
import type { ColumnSummary, NumberValues } from '../../facts/summary.ts';
import { summariseNumbers, type NumberOptions, type Summarised } from './summarise-numbers.ts';

/**
 * Summaries of every part of a partition from one look at a column. O(n).
 * @param column the values of all rows
 * @param codes the part of each row; negative, and from `slices.length` on, for none
 * @param options of all parts; `slices` are their ids
 */
export function summariseParts(
  column: NumberColumn,
  codes: Int32Array,
  { slices, ...options }: Omit<Summarised, 'slice'> & Pick<NumberOptions, 'as'> & { slices: readonly string[] },
): ColumnSummary<NumberValues>[] {
  const parts = divide(column, codes, slices.length);
  return slices.map((slice, part) =>
    summariseNumbers(parts[part] ?? NOTHING, { ...options, slice }, { as: options.as, axis: null, orderOf: null }),
  );
}

const NOTHING: NumberColumn = { values: new Float64Array(), missing: null };

/** The rows of each part, in their order. */
function divide({ values, missing }: NumberColumn, codes: Int32Array, parts: number): NumberColumn[] {
  const ends = new Uint32Array(parts + 1);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code >= 0 && code < parts) ends[code + 1]!++;
  }
  for (let part = 0; part < parts; part++) ends[part + 1]! += ends[part]!;
  const next = ends.slice();
  const [divided, marks] = [new Float64Array(ends[parts]!), missing && new Uint8Array(ends[parts]!)];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0 || code >= parts) continue;
    const place = next[code]!++;
    divided[place] = values[row]!;
    if (marks !== null) marks[place] = missing![row]!;
  }
  return Array.from({ length: parts }, (_, part) => ({
    values: divided.subarray(ends[part], ends[part + 1]),
    missing: marks?.subarray(ends[part], ends[part + 1]) ?? null,
  }));
}
