import type { Table } from '../../charts/data.ts';
import { csvLine } from '../../facts/csv.ts';

/** A figure's table as CSV: numbers unrounded, an empty cell for what is missing. */
export const csvOf = ({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string =>
  [columns.map(({ name }) => name), ...rows].map(csvLine).join('');

export const csvBlob = (table: Table) => new Blob([csvOf(table)], { type: 'text/csv' });
