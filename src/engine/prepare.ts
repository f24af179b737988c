import type { ReadOptions } from './csv/options.ts';
import { prepareCsv, type PreparedCsv } from './csv/prepare.ts';
import type { Station } from './data-set.ts';
import { detectFormat, type Format } from './format.ts';
import { unpack, type Unpacked } from './packed/unpack.ts';
import { rewrite, type Written } from './records/rewrite.ts';

/** A file and the station that will hold it. */
export interface OpenFile {
  file: File;
  station: Station;
  /** How a text table is to be read; what is left out is found out. */
  read?: ReadOptions | undefined;
  onProgress: (progress: FileProgress) => void;
}

/** Work done and to do, in bytes (text) or rows (columnar files; the total is 0 while it is not known). */
export interface FileProgress {
  /** Unpacking is also the writing anew of what is no text and no columnar file. */
  stage: 'unpacking' | 'reading';
  done: number;
  total: number;
  unit: 'bytes' | 'rows';
}

/** A file that is ready to be read. */
export interface Prepared extends OpenFile {
  format: Format;
  /** Of the file as it was dropped. */
  bytes: number;
  packing: Unpacked['packing'];
  /** What the table was written anew as, where it is neither text nor columnar. */
  written: Written | null;
  csv: PreparedCsv | null;
}

/**
 * Unpacks a file, tells its form, and looks at its head where it is text.
 * @param open the file and its station
 * @param signal stops between steps
 * @throws PlumblineError that names the file and what to do
 */
export async function prepare(open: OpenFile, signal: AbortSignal | undefined): Promise<Prepared> {
  const onBytes = (done: number, total: number): void => {
    open.onProgress({ stage: 'unpacking', done, total, unit: 'bytes' });
  };
  const { file, workbook, packing } = await unpack(open.station, open.file, onBytes);
  signal?.throwIfAborted();
  const format = workbook ? 'workbook' : await detectFormat(file);
  signal?.throwIfAborted();
  const written = await rewrittenFrom(open, { file, format, onBytes });
  signal?.throwIfAborted();
  const text = written ?? (format === 'csv' ? { file, options: open.read ?? {} } : null);
  const csv = text && (await prepareCsv(open.station, text.file, text.options));
  return { ...open, file: text?.file ?? file, packing, bytes: open.file.size, format, written, csv };
}

function rewrittenFrom(
  { station, read = {} }: OpenFile,
  { file, format, onBytes }: { file: File; format: Format; onBytes: (done: number, total: number) => void },
): Promise<Written> | null {
  return format === 'json' || format === 'workbook' ? rewrite(station, file, { format, options: read, onBytes }) : null;
}
