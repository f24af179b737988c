import type { LevelCounts } from '../../engine/columns/decode.ts';
import type { TextSummary } from '../../engine/columns/columns.ts';
import { tableFromCounts } from '../../stats/describe/frequency-table.ts';
import {
  SUMMARY_VERSION,
  type ColumnSummary,
  type LevelValues,
  type SummaryCounts,
  type TextValues,
} from '../../facts/summary.ts';
import { categoryGaps, categorySize } from '../compare/effective.ts';
import type { Summarised } from './summarise-numbers.ts';

const countsOf = (filled: number, missing: number, coerced: number | null): SummaryCounts => ({
  ...{ rows: filled + missing, missing, nan: 0, positiveInfinity: 0, negativeInfinity: 0, coerced },
});

/**
 * The summary of a column of categories.
 * @param counted its levels, most frequent first
 * @param codes one a row of some that follow each other in the file, equal where the levels are; null where their order means nothing
 */
export function summariseLevels(
  counted: LevelCounts,
  { column, slice, coerced }: Summarised,
  codes: Int32Array | null,
): ColumnSummary<LevelValues> {
  const { levels, counts, size, missing } = tableFromCounts(counted.levels, counted.counts, counted.missing);
  return {
    ...{ version: SUMMARY_VERSION, column, slices: [slice], counts: countsOf(size, missing, coerced) },
    values: {
      ...{ kind: 'levels', levels, counts },
      sequence: codes === null ? null : { effective: categorySize(codes, size), gaps: categoryGaps(codes, size + missing) },
    },
  };
}

/**
 * The summary of a column of texts or identifiers.
 * @param counted what the engine says of them
 * @param levels every text with its count, where summaries are to be merged
 */
export function summariseTexts(
  { rows, filled, distinct, mostCommon }: TextSummary,
  { column, slice, coerced }: Summarised,
  levels: LevelCounts | null = null,
): ColumnSummary<TextValues> {
  return {
    ...{ version: SUMMARY_VERSION, column, slices: [slice], counts: countsOf(filled, rows - filled, coerced) },
    values: {
      ...{ kind: 'texts', distinct, mostCommon },
      levels: levels === null ? null : { levels: levels.levels, counts: levels.counts },
    },
  };
}
