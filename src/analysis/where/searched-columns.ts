import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { Side } from '../../facts/document/side.ts';

/** Cells that are searched at once, one byte each; of more columns those that explain most of the error are. */
const MOST_CELLS = 200_000_000;
const MOST_COLUMNS = 500;

/** Fewer rows tell nothing of their segments. */
export const LEAST_SEARCHED_ROWS = 200;

/**
 * Columns that rows may stand out by: the time, and features that every side has.
 * @param schema all columns
 * @param data which sides, the time column, and rows of all sides together
 * @returns the time first, then features in the schema's order; and how many of them are searched at most
 */
export function searchedColumns(
  schema: readonly ColumnSchema[],
  data: { sides: readonly Side[]; timeColumn: string | null; rows: number },
): { time: ColumnSchema | null; features: ColumnSchema[]; most: number } {
  const isInAll = ({ presentIn }: ColumnSchema): boolean => data.sides.every((side) => presentIn.includes(side));
  return {
    time: schema.find((column) => column.name === data.timeColumn && isInAll(column)) ?? null,
    features: schema.filter((column) => column.role === 'feature' && isInAll(column)),
    most: Math.min(MOST_COLUMNS, Math.floor(MOST_CELLS / data.rows)),
  };
}
