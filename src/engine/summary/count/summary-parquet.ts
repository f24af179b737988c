import type { Table } from '@uwdata/flechette';
import { SUMMARY_COLUMNS } from '../../../facts/summary-file.ts';

const TEXTS: readonly string[] = ['kind', 'period', 'segment', 'name', 'other', 'label'];
const WHOLE: readonly string[] = ['bin', 'n'];
type Cells = (string | number | bigint | null)[];

/**
 * Rows of a summary file as Parquet: texts, whole numbers and doubles, as warehouses write them.
 * @param rows as they were counted
 */
export async function summaryParquet(rows: Table): Promise<ArrayBuffer> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const cells = (name: string): Cells => {
    if (WHOLE.includes(name)) return Array.from(rows.getChild(name), whole);
    return TEXTS.includes(name) ? texts(rows, name) : Array.from(rows.getChild(name) as Iterable<number | null>);
  };
  return parquetWriteBuffer({
    columnData: SUMMARY_COLUMNS.map((name) => ({
      name,
      type: TEXTS.includes(name)
        ? ('STRING' as const)
        : WHOLE.includes(name)
          ? ('INT64' as const)
          : ('DOUBLE' as const),
      data: cells(name),
    })),
    createdBy: 'plumbline',
  });
}

const whole = (cell: unknown): bigint | null => (cell === null ? null : BigInt(cell as number | bigint));

/** Each different text once in memory. Half of a pair of surrogates is no UTF-8. */
function texts(rows: Table, name: string): (string | null)[] {
  const seen = new Map<string, string>();
  return Array.from(rows.getChild(name) as Iterable<string | null>, (cell) => {
    if (cell === null) return null;
    const known = seen.get(cell);
    if (known !== undefined) return known;
    const text = cell.toWellFormed();
    seen.set(cell, text);
    return text;
  });
}
