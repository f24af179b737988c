import { mapSides } from '../../src/facts/document/sides.ts';
import type { PerSide } from '../../src/facts/document/side.ts';
import type { ColumnSummary, LevelValues, NumberValues } from '../../src/facts/summary.ts';
import { summariseLevels } from '../../src/analysis/summarise/summarise-levels.ts';
import { summariseNumbers } from '../../src/analysis/summarise/summarise-numbers.ts';
import type { FrequencyTable } from '../../src/stats/describe/frequency-table.ts';

/** Both files' summaries of a column of numbers, in row order. */
export const numberSummaries = (columns: PerSide<Float64Array>, column = 'x'): PerSide<ColumnSummary<NumberValues>> =>
  mapSides(columns, (values, slice) =>
    summariseNumbers(
      { values, missing: null },
      { column, slice, coerced: 0 },
      { as: 'number', axis: null, inOrder: true },
    ),
  );

/** Both files' summaries of a column of categories; codes tell what the order of the rows does. */
export const levelSummaries = (
  tables: PerSide<FrequencyTable>,
  codes: PerSide<Int32Array> = {},
  column = 'x',
): PerSide<ColumnSummary<LevelValues>> =>
  mapSides(tables, (table, slice) => summariseLevels(table, { column, slice, coerced: 0 }, codes[slice] ?? null));
