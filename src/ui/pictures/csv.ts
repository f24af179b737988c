import type { Report } from '../../facts/document/document.ts';
import type { Table } from '../../charts/data.ts';
import { csvLine } from '../../facts/csv.ts';
import { words } from '../../words/words.ts';

/** As in the long table. */
const FILTER = 'filter';

/** A figure's table as CSV: numbers unrounded, an empty cell for what is missing. */
export const csvOf = ({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string =>
  [columns.map(({ name }) => name), ...rows].map(csvLine).join('');

/** A figure's file; of a report of some rows it says in a column which. */
export function csvBlob(table: Table, report: Report | null): Blob {
  const filter = report?.filter && words.chosenBy(report.filter.values);
  const { columns, rows } = table;
  const told =
    filter === undefined
      ? table
      : {
          columns: [...columns, { name: FILTER, holds: 'text' as const }],
          rows: rows.map((row) => [...row, filter]),
        };
  return new Blob([csvOf(told)], { type: 'text/csv' });
}
