import { parquetWriteBuffer } from 'hyparquet-writer';
import { SUMMARY_COLUMNS } from '../../../src/facts/summary-file.ts';

export type SummaryName = (typeof SUMMARY_COLUMNS)[number];
export type SummaryRow = { kind: string } & Partial<Record<SummaryName, string | number | null>>;

const TEXTS: readonly string[] = ['kind', 'period', 'segment', 'name', 'other', 'label'];

/** Rows of a summary file as Parquet: texts and doubles. */
export function asParquet(rows: readonly SummaryRow[], columns: readonly string[] = SUMMARY_COLUMNS): Uint8Array {
  const columnData = columns.map((name) => ({
    name,
    type: TEXTS.includes(name.toLowerCase()) ? ('STRING' as const) : ('DOUBLE' as const),
    data: rows.map((row) => row[name.toLowerCase() as SummaryName] ?? null),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

const field = (cell: string | number | null | undefined): string =>
  typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : String(cell ?? '');

/** The same as CSV. */
export const asCsv = (
  rows: readonly SummaryRow[],
  columns: readonly SummaryName[] = SUMMARY_COLUMNS,
  delimiter = ',',
): string =>
  [columns.join(delimiter), ...rows.map((row) => columns.map((name) => field(row[name])).join(delimiter))].join('\n');
