import type { LevelCounts } from '../../engine/columns/decode.ts';
import type { TextSummary } from '../../engine/columns/columns.ts';
import { tableFromCounts } from '../../stats/describe/frequency-table.ts';
import {
  SUMMARY_VERSION,
  type ColumnSummary,
  type LevelSequence,
  type LevelValues,
  type SummaryCounts,
  type TextValues,
} from '../../facts/summary.ts';
import type { Summarised } from './summarise-numbers.ts';

const countsOf = (filled: number, missing: number, coerced: number | null): SummaryCounts => ({
  ...{ rows: filled + missing, missing, nan: 0, positiveInfinity: 0, negativeInfinity: 0, coerced },
});

/**
 * The summary of a column of categories.
 * @param counted its levels, most frequent first
 * @param sequence what the order of its rows tells; null where that is not known
 */
export function summariseLevels(
  counted: LevelCounts,
  { column, slice, coerced }: Summarised,
  sequence: LevelSequence | null,
): ColumnSummary<LevelValues> {
  const { levels, counts, size, missing } = tableFromCounts(counted.levels, counted.counts, counted.missing);
  return {
    ...{ version: SUMMARY_VERSION, column, slices: [slice], counts: countsOf(size, missing, coerced) },
    values: { kind: 'levels', levels, counts, sequence },
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
