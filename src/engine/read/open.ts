import { readCsv, targetColumns } from '../csv/read.ts';
import type { PreparedCsv } from '../csv/head/prepare.ts';
import { columnsRead } from '../csv/head/columns-read.ts';
import type { DataSet } from '../data-set.ts';
import { firstLook, LONG_READING } from './first-look.ts';
import { fetchFirstRows, headRows, type FirstRows } from './first-rows.ts';
import { asDataSet, type Outcome, type Table } from './opened-table.ts';
import { prepare } from './prepare.ts';
import type { OpenFile, Prepared, TextSource } from './prepared.ts';
import { readColumnar } from './read-columnar.ts';
import { columnsReadOf, readAsOf, type Written } from '../records/rewrite.ts';
import { tableIn } from './table.ts';
import { nameOf } from './join.ts';
import { faultElsewhere } from './reading-error.ts';
import { targetFor } from './target.ts';

export interface OpenOptions {
  signal?: AbortSignal | undefined;
  /** Gets the start of each file as soon as it can be shown: text as it stands in the file, other files as they are read. */
  onRows?: ((index: number, rows: FirstRows) => void) | undefined;
  /**
   * Gets the first rows of all files; the rest is read when it resolves. Not called when all files are read at once.
   */
  onPreview?: ((first: DataSet[]) => Promise<void>) | undefined;
}

/**
 * Reads one or two files into their engines, side by side. Types of text tables are decided once over all files, so
 * that a column is the same thing in both.
 * @param files what to read, and where to
 * @param options a signal that stops everything (the engines are then of no more use), and a preview
 * @throws PlumblineError that names the file and what to do
 */
export async function openFiles(files: readonly OpenFile[], options: OpenOptions = {}): Promise<DataSet[]> {
  const { signal, onPreview, onRows } = options;
  const prepared = await Promise.all(files.map((file) => prepare(file, signal).catch(naming(nameOf(file.files)))));
  const heads = prepared.flatMap(({ source }) => ('text' in source ? source.text.heads : []));
  const look = onPreview && firstLook(files.length, onPreview);
  let unfinished = prepared.length;
  return Promise.all(
    prepared.map(async (file, i) => {
      const onFirst = async (table: Table, isLong: boolean): Promise<void> => {
        // The first rows of the file are not those of the sample.
        if (file.read?.sample !== undefined) return;
        const first = { ...(await asDataSet(file, table)), close: () => undefined };
        if ('columnar' in file.source) onRows?.(i, await fetchFirstRows(first, signal));
        if (isLong) await look?.arrived(i, first);
      };
      if ('text' in file.source) onRows?.(i, headOf(file.source.text));
      const request = { heads, onFirst, signal };
      const { source } = file;
      const data =
        'text' in source
          ? await readText(file, source.text, request).catch(naming(file.name))
          : await readColumnar(file, source.columnar, request).catch(naming(file.name));
      unfinished--;
      // Read at once: the other file's first rows need not wait for more of this one. Nothing to show when all are.
      if (unfinished > 0) void look?.arrived(i, data);
      return data;
    }),
  );
}

/** Every error says of which file it is; what is not the file's fault is said as such. */
const naming =
  (name: string) =>
  (error: unknown): never => {
    throw faultElsewhere(error, name) ?? error;
  };

interface Read {
  heads: readonly PreparedCsv['heads'][];
  /** Called when the first of several pieces is in the table; the columns of a long file are previewed then. */
  onFirst: (table: Table, isLong: boolean) => Promise<void>;
  signal: AbortSignal | undefined;
}

async function readText(file: Prepared, text: TextSource, { heads, onFirst, signal }: Read): Promise<DataSet> {
  const { csv, written } = text;
  const names = csv.heads.map((head) => head.name);
  const target = targetFor(file, { rows: csv.rows, names }, signal);
  const columns = targetColumns(csv, heads);
  const asText = columns.map((column) => column.asText);
  const first = { format: written?.format ?? 'CSV', columnsRead: columnsRead(csv.heads, columns) } as const;
  const outcome = await readCsv({
    ...text,
    engine: file.engine,
    onProgress: file.onProgress,
    columns,
    target,
    onFirst:
      csv.cells > LONG_READING.text ? () => onFirst({ ...first, table: target.table, names, asText }, true) : undefined,
    signal,
  });
  const finished = await target.finish();
  return asDataSet(file, { ...ofForm(written, outcome), asText, table: tableIn(target.home), names, ...finished });
}

const headOf = ({ csv }: TextSource): FirstRows =>
  headRows(
    csv.heads.map(({ name }) => name),
    csv.first,
  );

/** What is said of a table that was written anew starts with what it was before. */
const ofForm = (written: Written | null, outcome: Outcome): Outcome =>
  written === null
    ? outcome
    : {
        ...outcome,
        format: written.format,
        readAs: readAsOf(written, outcome.readAs ?? []),
        ...(outcome.columnsRead && { columnsRead: columnsReadOf(written, outcome.columnsRead) }),
        notes: [...written.notes, ...(outcome.notes ?? [])],
      };
