import { levelSequencesOf, numberOrders } from '../../src/analysis/sequence/both-sides.ts';
import { shareOrder } from '../../src/analysis/sequence/row-order.ts';
import { summariseLevels } from '../../src/analysis/summarise/summarise-levels.ts';
import { summariseNumbers } from '../../src/analysis/summarise/summarise-numbers.ts';
import type { PerSide } from '../../src/facts/document/side.ts';
import { mapSides } from '../../src/facts/document/sides.ts';
import type { ColumnSummary, LevelValues, NumberValues } from '../../src/facts/summary.ts';
import type { FrequencyTable } from '../../src/stats/describe/frequency-table.ts';

/** The times and the machines of each side's rows, where they tell their order. */
export interface RowsOf {
  times?: PerSide<Float64Array>;
  groups?: PerSide<Int32Array>;
}

/** The order of both files' rows. */
export const orderOf = (rows: PerSide<number>, { times = {}, groups = {} }: RowsOf = {}) =>
  shareOrder(
    mapSides(rows, (count, side) => ({ rows: count, times: times[side] ?? null, groups: groups[side] ?? null })),
  );

/** Both files' summaries of a column of numbers, in row order. */
export function numberSummaries(
  columns: PerSide<Float64Array>,
  { column = 'x', ...rows }: RowsOf & { column?: string } = {},
): PerSide<ColumnSummary<NumberValues>> {
  const orders = numberOrders(
    orderOf(
      mapSides(columns, ({ length }) => length),
      rows,
    ),
  );
  return mapSides(columns, (values, slice) =>
    summariseNumbers(
      { values, missing: null },
      { column, slice, coerced: 0 },
      { as: 'number', axis: null, orderOf: orders[slice] ?? null },
    ),
  );
}

/** Both files' summaries of a column of categories; codes tell what the order of the rows does. */
export function levelSummaries(
  tables: PerSide<FrequencyTable>,
  codes: PerSide<Int32Array> = {},
  { column = 'x', ...rows }: RowsOf & { column?: string } = {},
): PerSide<ColumnSummary<LevelValues>> {
  const order = orderOf(
    mapSides(codes, ({ length }) => length),
    rows,
  );
  const sequences = levelSequencesOf(
    mapSides(codes, (some) => ({ codes: some, rows: 'all' as const })),
    {
      ...{ shared: order, rows: mapSides(tables, ({ size }) => size) },
    },
  );
  return mapSides(tables, (table, slice) =>
    summariseLevels(table, { column, slice, coerced: 0 }, sequences[slice] ?? null),
  );
}
