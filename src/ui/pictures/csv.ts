import type { Table } from '../../charts/data.ts';

const cell = (value: string | number | null) => {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Numbers unrounded, texts as they are, an empty cell for what is missing (RFC 4180). */
export const csvOf = ({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string =>
  [columns.map(({ name }) => name), ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';

export const csvBlob = (table: Table) => new Blob([csvOf(table)], { type: 'text/csv' });
