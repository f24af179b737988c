import type { Metric } from './metric.ts';
import { TABLE } from './table.ts';

/** The long table as Parquet (Snappy): texts and doubles, null where there is none. */
export async function metricsParquet(metrics: readonly Metric[]): Promise<ArrayBuffer> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  return parquetWriteBuffer({
    columnData: TABLE.map(({ name, type, cellOf }) => ({
      name,
      type: type === 'number' ? 'DOUBLE' : 'STRING',
      // Names come from files, and half of a pair of surrogates is no UTF-8.
      data: metrics.map((row) => {
        const cell = cellOf(row);
        return typeof cell === 'string' ? cell.toWellFormed() : cell;
      }),
    })),
    createdBy: 'plumbline',
  });
}
