import { fetchCells } from '../../engine/columns/columns.ts';
import { numbersInFile } from '../../engine/columns/find-rows.ts';
import { fileRowsOf } from '../../engine/columns/slice.ts';
import type { DataSet } from '../../engine/data-set.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { Outliers, OutlyingRow } from '../../facts/document/outliers.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSidesAsync } from '../../facts/document/sides.ts';

interface Where {
  data: PerSide<DataSet>;
  schema: readonly ColumnSchema[];
  signal?: AbortSignal | undefined;
}

/** Adds to the rows to review what the column with the role "id" holds in them; rows that were chosen, or are of a sample, get the numbers that they have in their file. */
export async function nameRows(columns: ColumnResult[], { data, schema, signal }: Where): Promise<ColumnResult[]> {
  const id = schema.find(({ role }) => role === 'id')?.name;
  const rows = columns.flatMap((column) => outliersOf(column)?.rows ?? []);
  const isChosen = Object.values(data).some(({ renumbered, fileRow }) => renumbered === true || fileRow !== null);
  if ((id === undefined && !isChosen) || rows.length === 0) return columns;
  const known = await mapSidesAsync(data, async (set, side) => {
    const column = set.columns.find(({ name }) => name === id);
    const wanted = [...new Set(rows.flatMap((row) => (row.side === side ? [row.row - 1] : [])))];
    const places = await fileRowsOf(set, wanted, signal);
    const numbers = await numbersInFile(
      set,
      wanted.map((row) => places.get(row) ?? row),
      signal,
    );
    return {
      numbers: new Map(wanted.map((row, i) => [row, numbers[i] ?? row])),
      names: column === undefined ? new Map<number, string>() : await fetchCells(set, column, wanted, signal),
    };
  });
  const named = (row: OutlyingRow): OutlyingRow => {
    const { numbers, names } = known[row.side] ?? {};
    const name = names?.get(row.row - 1);
    const number = (numbers?.get(row.row - 1) ?? row.row - 1) + 1;
    return { ...row, row: number, ...(name !== undefined && { id: name }) };
  };
  return columns.map((column) => {
    const { drift } = column;
    const outliers = outliersOf(column);
    if (outliers === null || drift === null || 'notTested' in drift) return column;
    return { ...column, drift: { ...drift, outliers: { ...outliers, rows: outliers.rows.map(named) } } };
  });
}

const outliersOf = ({ drift }: ColumnResult): Outliers | null =>
  drift === null || 'notTested' in drift ? null : drift.outliers;
