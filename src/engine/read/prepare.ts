import { differences, isOdd, rewriteAlike } from '../csv/alike.ts';
import type { ReadOptions } from '../csv/options.ts';
import { prepareCsv, type PreparedCsv } from '../csv/head/prepare.ts';
import type { ReadAs, ReadNote, TextForm } from '../../facts/statements/reading.ts';
import type { EngineHandle } from '../data-set.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';
import { detectFormat, type Format } from './format.ts';
import { inOrder, joinText, nameOf, refuseOtherColumns, type JoinedText, type Part } from './join.ts';
import { EmptyParts } from './empty-parts.ts';
import { withoutPadding } from './padding.ts';
import { unpack, type Unpacked } from '../packed/unpack.ts';
import { rewrite, type Written } from '../records/rewrite.ts';

/** What makes up a table, and the engine that will hold it. */
export interface OpenFile {
  /** One file, or several with the same columns, which are read behind each other in the order of their names. */
  files: readonly File[];
  engine: EngineHandle;
  /** How a text table is to be read; what is left out is found out. */
  read?: ReadOptions | undefined;
  onProgress: (progress: FileProgress) => void;
}

/** Work done and to do, in bytes (text, and several files) or rows (columnar files; the total is 0 while it is not known). */
export interface FileProgress {
  /** Unpacking is also the writing anew of what is no text and no columnar file. */
  stage: 'unpacking' | 'reading';
  done: number;
  total: number;
  unit: 'bytes' | 'rows';
}

/** Text to read, its parts behind each other. */
export interface TextSource extends JoinedText {
  /** What the table was written anew as, where it was no text. */
  written: Written | null;
  /** The heads of all parts: each tells of the columns. */
  heads: PreparedCsv['heads'][];
}

export interface ColumnarSource {
  format: 'parquet' | 'arrow';
  files: File[];
}

/** What a data set is read from, ready to be read. */
export interface Prepared extends OpenFile {
  name: string;
  /** The files as they were dropped, in the order in which they are read. */
  parts: Part[];
  packing: ReadAs[];
  /** What is to be said of the files, apart from their rows. */
  notes: ReadNote[];
  source: { text: TextSource } | { columnar: ColumnarSource };
}

/** One file, unpacked and told. */
interface PreparedFile {
  dropped: File;
  file: File;
  format: Format;
  packing: ReadAs[];
  written: Written | null;
  csv: PreparedCsv | null;
}

/**
 * Unpacks files, tells their form, and looks at their heads where they are text.
 * @param open the files and their engine
 * @param signal stops between steps
 * @throws PlumblineError that names the file and what to do
 */
export async function prepare(open: OpenFile, signal: AbortSignal | undefined): Promise<Prepared> {
  const dropped = inOrder(open.files);
  const total = dropped.reduce((sum, { size }) => sum + size, 0);
  const prepared: PreparedFile[] = [];
  const empty = new EmptyParts();
  let doneBytes = 0;
  for (const file of dropped) {
    const onBytes = (done: number, fileBytes: number): void => {
      open.onProgress({ stage: 'unpacking', done: doneBytes + (file.size * done) / fileBytes, total, unit: 'bytes' });
    };
    const part = await prepareFile(open, { file, onBytes, signal }).catch(empty.note);
    if (part !== null) prepared.push(part);
    doneBytes += file.size;
  }
  const [first] = prepared;
  if (first === undefined) throw empty.error ?? new Error('there is no file to read');
  return {
    ...open,
    name: nameOf(dropped),
    parts: prepared.map(({ dropped: { name, size } }) => ({ name, bytes: size })),
    notes: empty.notes(),
    packing: first.packing,
    source:
      first.csv === null
        ? { columnar: columnarSource(prepared) }
        : { text: await textSource(open, await alike(open, prepared, signal)) },
  };
}

interface OneFile {
  file: File;
  onBytes: (done: number, total: number) => void;
  signal: AbortSignal | undefined;
}

async function prepareFile(open: OpenFile, { file: dropped, onBytes, signal }: OneFile): Promise<PreparedFile> {
  const unpacked = await unpack(open.engine, dropped, onBytes);
  const { workbook, packing } = unpacked;
  const file = await withoutNuls(unpacked);
  signal?.throwIfAborted();
  const format = workbook ? 'workbook' : await detectFormat(file);
  signal?.throwIfAborted();
  const written = await writtenAnew(open, { file, format, onBytes });
  signal?.throwIfAborted();
  const text = written ?? (format === 'csv' ? { file, options: open.read ?? {} } : null);
  const csv = text && (await prepareCsv(open.engine, text.file, text.options));
  const part = { dropped, file: tableIn(text?.file ?? file, csv), packing, format, written, csv };
  return csv !== null && isOdd(csv.dialect) ? plainText(open, part, onBytes) : part;
}

/** Text alone may be padded: in other files zeros at the end mean something. */
async function withoutNuls({ file, workbook }: Unpacked): Promise<File> {
  if (workbook) return file;
  const shorter = await withoutPadding(file);
  return shorter === file || (await detectFormat(shorter)) !== 'csv' ? file : shorter;
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

const kindOf = ({ format }: PreparedFile): string => (format === 'arrow-stream' ? 'arrow-file' : format);

/** Files of one table are of one kind; an Arrow file and an Arrow stream are. */
function refuseOtherKind(files: readonly PreparedFile[]): void {
  const [first, ...rest] = files;
  const misfit = rest.find((file) => first !== undefined && kindOf(file) !== kindOf(first));
  if (first === undefined || misfit === undefined) return;
  throw new PlumblineError('files-differ', { first: first.dropped.name }, { file: misfit.dropped.name });
}

function columnarSource(files: readonly PreparedFile[]): ColumnarSource {
  refuseOtherKind(files);
  return { format: files[0]?.format === 'parquet' ? 'parquet' : 'arrow', files: files.map(({ file }) => file) };
}

/** The parts of a text table, written anew where they differ in how they are written. */
async function alike(
  open: OpenFile,
  files: readonly PreparedFile[],
  signal: AbortSignal | undefined,
): Promise<readonly PreparedFile[]> {
  refuseOtherKind(files);
  const texts = files.flatMap(({ dropped, csv }) => (csv === null ? [] : [{ file: dropped.name, csv }]));
  const [first, ...rest] = texts.map(({ file, csv }) => ({ file, columns: csv.heads.map(({ name }) => name) }));
  if (first === undefined) return files;
  for (const candidate of rest) refuseOtherColumns(first, candidate);
  const differing = differences(texts.map(({ csv }) => csv));
  if (differing.length === 0) return files;
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  const written: PreparedFile[] = [];
  let doneBytes = 0;
  for (const part of files) {
    const onBytes = (done: number): void => {
      open.onProgress({ stage: 'unpacking', done: doneBytes + done, total, unit: 'bytes' });
    };
    written.push(await writtenAlike(open, part, { names: first.columns, differing, onBytes }));
    signal?.throwIfAborted();
    doneBytes += part.file.size;
  }
  return written;
}

async function writtenAlike(
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

async function textSource({ engine }: OpenFile, files: readonly PreparedFile[]): Promise<TextSource> {
  const { calls, gone } = engine.reader;
  const texts = files.flatMap(({ dropped, file, csv }) => (csv === null ? [] : [{ name: dropped.name, file, csv }]));
  const parts = await Promise.all(
    texts.map(async (text) => {
      const { bodyLine, encoding, dialect } = text.csv;
      const form = { encoding: encoding.encoding, newline: dialect.newline };
      return { ...text, body: await Promise.race([calls.bodyOffset(text.file, bodyLine, form), gone]) };
    }),
  );
  return {
    ...(parts.length === 1 && parts[0] ? { ...parts[0], ends: [parts[0].file.size] } : joinText(parts)),
    written: writtenOf(files),
    heads: texts.map(({ csv }) => csv.heads),
  };
}

/** What is to be said of all parts. */
function writtenOf(files: readonly PreparedFile[]): Written | null {
  const first = files[0]?.written ?? null;
  if (first === null || files.length === 1) return first;
  const notes = files.flatMap(({ dropped, written }): ReadNote[] =>
    (written?.notes ?? []).map((note) => ({ ...note, file: dropped.name })),
  );
  return { ...first, notes };
}
