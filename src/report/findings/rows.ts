import type { ReportColumn } from '../../facts/document/document.ts';
import type { ColumnQuality } from '../../facts/document/columns.ts';
import type { Side } from '../../facts/document/side.ts';
import type { CellForm, RowsAsked, RowTest } from '../../facts/rows.ts';
import type { ConditionOnCell } from '../../facts/slice.ts';

/** The current file is asked first. */
const SIDES = ['current', 'reference'] as const satisfies readonly Side[];

/** What a column's cells are read as, whatever they are stored as. */
export const formOf = ({ type }: Pick<ReportColumn, 'type'>): CellForm =>
  type === 'numeric' ? 'number' : type === 'datetime' ? 'time' : 'text';

/** Rows of the files in which a column has such cells. */
export function rowsWhere(
  column: ReportColumn | undefined,
  count: (quality: ColumnQuality) => number,
  testOf: (column: ReportColumn) => RowTest,
): RowsAsked[] {
  if (column === undefined) return [];
  return SIDES.flatMap((side) => {
    const quality = column.quality[side];
    return quality === undefined || count(quality) === 0
      ? []
      : [{ side, test: testOf(column), columns: [column.name], counted: count(quality) }];
  });
}

/** Rows in which a cell is missing, or is nothing that its column can hold. */
export const rowsWithout = ({ column }: { column: ReportColumn | undefined }): RowsAsked[] =>
  rowsWhere(
    column,
    ({ missing }) => missing,
    (found) => ({ test: 'no-value', column: found.name, form: formOf(found) }),
  );

/** Rows of whole files. */
export const rowsOfFiles = (count: (side: Side) => number, test: RowTest): RowsAsked[] =>
  SIDES.flatMap((side) => (count(side) === 0 ? [] : [{ side, test, columns: [] }]));

/** Rows of one file in which a column holds one of some texts. */
export const rowsWith = (side: Side, column: string, values: readonly string[]): RowsAsked[] =>
  values.length === 0
    ? []
    : [{ side, columns: [column], test: { test: 'all', conditions: [{ column, test: 'in', values: [...values] }] } }];

/** Rows of a file with a category that the other file has not. */
export const rowsOnlyIn = (column: ReportColumn | undefined, side: Side): RowsAsked[] =>
  column === undefined ? [] : [{ side, test: { test: 'only-here', column: column.name }, columns: [column.name] }];

/** Current rows outside of a range, the farthest first. */
export function rowsBeyond(
  column: ReportColumn | undefined,
  { low, high }: { low: number; high: number },
  maxRows?: number,
): RowsAsked[] {
  if (column === undefined) return [];
  const { name } = column;
  const form = formOf(column) === 'time' ? 'time' : 'number';
  return [
    {
      ...{ side: 'current', columns: [name], test: { test: 'any', conditions: outsideOf(name, { low, high, form }) } },
      ordinary: { column: name, form, low, high },
      ...(maxRows !== undefined && { most: maxRows }),
    },
  ];
}

/** Both ends of what lies outside of a range. */
export const outsideOf = (
  column: string,
  { low, high, form }: { low: number; high: number; form: 'number' | 'time' },
): ConditionOnCell[] => [
  { column, test: 'range', from: null, to: low, as: form },
  { column, test: 'range', from: high, to: null, withoutFrom: true, as: form },
];
