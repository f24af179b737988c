import type { Shape } from '../columnar/batches.ts';
import { loadColumnar } from '../columnar/load.ts';
import type { DataSet, EngineHandle } from '../data-set.ts';
import { refuseWide } from '../refuse-wide.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';
import { damagedColumnar } from './reading-error.ts';
import { dropFarTimes } from './far-times.ts';
import { LONG_READING } from './first-look.ts';
import { keepDigits } from './exact-whole-numbers.ts';
import { joinSpellings } from './join-spellings.ts';
import { refuseOtherColumns } from './join.ts';
import { asDataSet, type Table } from './opened-table.ts';
import type { ColumnarSource, FileProgress, Prepared } from './prepared.ts';
import { tableIn } from './table.ts';
import { targetFor } from './target.ts';

interface ReadColumnar {
  /** Called when the first of several batches is in the table; the columns of a long file are previewed then. */
  onFirst: (table: Table, isLong: boolean) => Promise<void>;
  signal: AbortSignal | undefined;
}

const columnarNames = { parquet: 'Parquet', arrow: 'Arrow' } as const;

/** Bytes that a cell of a file without a row count is taken to have. */
const CELL_BYTES = 8;

/**
 * Reads Parquet or Arrow into a file's engine.
 * @param prepared the file
 * @param source its form, and its parts
 * @param options whom to tell, and what stops it
 * @throws PlumblineError when a part is damaged, has other columns, or has no rows
 */
export async function readColumnar(
  prepared: Prepared,
  { format, files }: ColumnarSource,
  options: ReadColumnar,
): Promise<DataSet> {
  const { onFirst, signal } = options;
  const { database, reader } = prepared.engine;
  const alive = <T>(work: Promise<T>): Promise<T> => Promise.race([work, reader.gone]);
  const open = async (file: File, columnOrder?: readonly string[]): Promise<Shape> =>
    alive(openIn(prepared.engine, format, file, columnOrder))
      .then((shape) => {
        refuseWide(shape.columns.length);
        return shape;
      })
      .catch((error: unknown) => {
        throw damagedColumnar(error, { file: file.name, format: columnarNames[format], step: 'open' });
      });
  const [first, ...rest] = files;
  if (first === undefined) throw new Error('there is no file to read');
  const shape = await open(first);
  const names = shape.columns.map((name) => prepared.read?.rename?.get(name) ?? name);
  const rows = rowsOf(shape, first) * (rest.length + 1);
  const target = targetFor(prepared, { rows, names }, signal);
  const table = { table: target.table, names, format: columnarNames[format], notes: shape.notes };
  const partRows: number[] = [];
  const hasRows = (): boolean => partRows.some((count) => count > 0);
  const load = async (file: File, { rows: known }: Shape): Promise<number> =>
    loadColumnar({
      database,
      file,
      exists: hasRows(),
      format: table.format,
      target,
      next: () => alive(reader.calls.next()),
      onRows: (done) => {
        prepared.onProgress(columnarProgress(files, file, { done, total: known ?? 0 }));
      },
      onFirst: async () => {
        if (!hasRows()) await onFirst(table, rows * names.length > LONG_READING.columnar);
      },
      signal,
    });
  partRows.push(await load(first, shape));
  for (const file of rest) {
    const partShape = await open(file, shape.columns);
    refuseOtherColumns({ file: first.name, columns: shape.columns }, { file: file.name, columns: partShape.columns });
    partRows.push(await load(file, partShape));
  }
  if (!hasRows()) {
    throw new PlumblineError('no-rows', { source: 'columnar' }, { file: prepared.name });
  }
  const finished = await target.finish();
  const kept = tableIn(target.home);
  const times = await dropFarTimes(database, { table: kept, names, fileRow: finished.fileRow }, signal);
  const digits = await keepDigits(database, { table: kept, names }, signal);
  await joinSpellings(database, { table: kept, names }, prepared.read?.columns, signal);
  const notes = [...shape.notes, ...times.notes, ...digits];
  return asDataSet(prepared, { ...table, notes, coerced: times.coerced, table: kept, partRows, ...finished });
}

const openIn = async (
  { reader: { calls }, parquetDecoder }: EngineHandle,
  format: ColumnarSource['format'],
  file: File,
  columnOrder: readonly string[] | undefined,
): Promise<Shape> =>
  format === 'parquet'
    ? calls.openParquet(file, await parquetDecoder(), columnOrder)
    : calls.openArrow(file, columnOrder);

/** The rows of a file, estimated where it does not say. */
const rowsOf = ({ rows, columns }: Shape, file: File): number =>
  rows ?? file.size / CELL_BYTES / Math.max(1, columns.length);

/** In rows for one file; several files are counted in bytes, since only the open one says how many rows it has. */
function columnarProgress(
  files: readonly File[],
  file: File,
  { done, total }: { done: number; total: number },
): FileProgress {
  if (files.length === 1) return { stage: 'reading', done, total, unit: 'rows' };
  const size = (parts: readonly File[]): number => parts.reduce((sum, part) => sum + part.size, 0);
  const share = total > 0 ? done / total : 0;
  const bytesBefore = size(files.slice(0, files.indexOf(file)));
  return { stage: 'reading', done: bytesBefore + share * file.size, total: size(files), unit: 'bytes' };
}
