import { isOdd, rewriteAlike } from '../csv/alike.ts';
import { prepareCsv, type PreparedCsv } from '../csv/head/prepare.ts';
import type { ReadNote, TextForm } from '../../facts/statements/reading.ts';
import { unpack, type Unpacked } from '../packed/unpack.ts';
import { rewrite, type Written } from '../records/rewrite.ts';
import { detectFormat, type Format } from './format.ts';
import { withoutPadding } from './padding.ts';
import type { OpenFile, PreparedFile } from './prepared.ts';

/** A file as it was dropped, and where the bytes done go. */
interface OneFile {
  file: File;
  onBytes: (done: number, total: number) => void;
  signal: AbortSignal | undefined;
}

/**
 * Unpacks a file, tells its form, and looks at its head where it is text.
 * @param open the engine, and how a text table is to be read
 * @param request the file
 * @throws PlumblineError that names the file and what to do
 */
export async function prepareFile(open: OpenFile, { file: dropped, onBytes, signal }: OneFile): Promise<PreparedFile> {
  const unpacked = await unpack(open.engine, dropped, onBytes);
  const { workbook, packing } = unpacked;
  const { file, padding } = await withoutNuls(unpacked);
  signal?.throwIfAborted();
  const format = workbook ? 'workbook' : await detectFormat(file);
  signal?.throwIfAborted();
  const written = await writtenAnew(open, { file, format, onBytes });
  signal?.throwIfAborted();
  const text = written ?? textOf(open, { file, format });
  const csv = text && (await prepareCsv(open.engine, text.file, text.options));
  const notes = notesOn(padding);
  const part = { dropped, file: tableIn(text?.file ?? file, csv), packing, format, written, csv, notes };
  return csv !== null && isOdd(csv.dialect) ? plainText(open, part, onBytes) : part;
}

const textOf = (
  { read = {} }: OpenFile,
  { file, format }: { file: File; format: Format },
): Pick<Written, 'file' | 'options'> | null => (format === 'csv' ? { file, options: read } : null);

const notesOn = (padding: number): ReadNote[] =>
  padding === 0 ? [] : [{ kind: 'padding-left-out', values: { bytes: padding }, severity: 'info' }];

/** Text alone may be padded: in other files zeros at the end mean something. */
async function withoutNuls({ file, workbook }: Unpacked): Promise<{ file: File; padding: number }> {
  const shorter = workbook ? file : await withoutPadding(file);
  const isPadded = shorter !== file && (await detectFormat(shorter)) === 'csv';
  return isPadded ? { file: shorter, padding: file.size - shorter.size } : { file, padding: 0 };
}

async function writtenAnew(
  { engine, read = {} }: OpenFile,
  { file, format, onBytes }: Pick<OneFile, 'file' | 'onBytes'> & { format: Format },
): Promise<Written | null> {
  return format === 'json' || format === 'workbook' ? rewrite(engine, file, { format, options: read, onBytes }) : null;
}

/** A text that the engine cannot read as it stands, written anew. */
const plainText = (
  open: OpenFile,
  part: PreparedFile,
  onBytes: (done: number, total: number) => void,
): Promise<PreparedFile> =>
  writtenAlike(open, part, { names: part.csv?.heads.map(({ name }) => name) ?? [], differing: null, onBytes });

/** The file up to the end of its table. */
const tableIn = (file: File, csv: PreparedCsv | null): File =>
  csv === null || csv.end >= file.size ? file : new File([file.slice(0, csv.end)], file.name);

/**
 * Writes a text table anew, so that the engine can read it.
 * @param open the engine, and how the table is to be read
 * @param part the table
 * @param request its columns in the order wanted, in what its parts differ, and where the bytes done go
 */
export async function writtenAlike(
  { engine, read = {} }: OpenFile,
  part: PreparedFile,
  request: {
    names: readonly string[];
    differing: readonly TextForm[] | null;
    onBytes: (done: number, total: number) => void;
  },
): Promise<PreparedFile> {
  const { file, csv, written: original } = part;
  if (csv === null) return part;
  const anew = await rewriteAlike(engine, { file, csv }, { ...request, options: read });
  const written = { ...anew, notes: [...(original?.notes ?? []), ...anew.notes] };
  return { ...part, file: written.file, written, csv: await prepareCsv(engine, written.file, written.options) };
}
