import { differences } from '../csv/alike.ts';
import type { ReadAs, ReadNote } from '../../facts/statements/reading.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';
import type { Written } from '../records/rewrite.ts';
import { EmptyParts } from './empty-parts.ts';
import { inOrder, joinText, nameOf, refuseOtherColumns } from './join.ts';
import { prepareFile, writtenAlike } from './prepare-file.ts';
import type { ColumnarSource, OpenFile, Prepared, PreparedFile, TextSource } from './prepared.ts';

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
    notes: [...empty.notes(), ...ofParts(prepared, ({ notes }) => notes)],
    packing: first.packing,
    source:
      first.csv === null
        ? { columnar: columnarSource(prepared) }
        : { text: await textSource(open, await alike(open, prepared, signal)) },
  };
}

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
  if (first === null) return null;
  const ways = files.flatMap(({ written }) => written?.readAs ?? []);
  return {
    ...first,
    readAs: first.readAs.map((way) => withMarksOf(way, ways)),
    notes: ofParts(files, ({ written }) => written?.notes ?? []),
  };
}

/** Decimal and thousands marks of all parts. */
function withMarksOf(way: ReadAs, ways: readonly ReadAs[]): ReadAs {
  if (way.kind !== 'decimal' && way.kind !== 'thousands') return way;
  const marks = ways.flatMap((part) => (part.kind === way.kind ? part.values.marks : []));
  return { kind: way.kind, values: { marks: [...new Set(marks)] } };
}

/** Notes of each file, which name it where there are several. */
const ofParts = (files: readonly PreparedFile[], notesOf: (file: PreparedFile) => ReadNote[]): ReadNote[] =>
  files.flatMap((file) =>
    notesOf(file).map((note) => (files.length === 1 ? note : { ...note, file: file.dropped.name })),
  );
