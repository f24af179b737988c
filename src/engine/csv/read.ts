import type { ColumnRead, ReadAs, ReadNote } from '../../facts/statements/reading.ts';
import type { EngineHandle } from '../data-set.ts';
import { describeHead } from './describe/head.ts';
import { describeNotes } from './describe/notes.ts';
import { describeReading } from './describe/reading.ts';
import { loadCsv } from './load.ts';
import type { CsvLoad } from './csv-load.ts';
import { wordNotes } from './numbers/word-counts.ts';
import type { Target } from '../read/sampled-table.ts';
import type { PreparedCsv } from './head/prepare.ts';
import { targetColumn, type TargetColumn } from './head/target-column.ts';
import { type HeadColumn } from './head/column-look.ts';
import { columnsRead } from './head/columns-read.ts';

interface ReadCsv {
  file: File;
  engine: EngineHandle;
  csv: PreparedCsv;
  columns: readonly TargetColumn[];
  target: Target;
  ends: readonly number[];
  /** Bytes of a slice; left out for the usual size. */
  sliceBytes?: number | undefined;
  onFirst?: (() => Promise<void>) | undefined;
  onProgress: (progress: { stage: 'reading'; done: number; total: number; unit: 'bytes' }) => void;
  signal?: AbortSignal | undefined;
}

export interface CsvOutcome {
  format: 'CSV' | 'TSV';
  readAs: ReadAs[];
  columnsRead: ColumnRead[];
  notes: ReadNote[];
  coerced: Map<string, number>;
  /** Rows of each part of the file. */
  partRows: number[];
}

/**
 * How a file's columns are stored and read, the types decided over all files that have a column of the name.
 * @param csv the file's head
 * @param heads the heads of all text files, this one included
 */
export function targetColumns(csv: PreparedCsv, heads: readonly HeadColumn[][]): TargetColumn[] {
  const headsByName = heads.map((file) => new Map(file.map((head) => [head.name, head])));
  return csv.heads.map((head) => {
    const everywhere = headsByName.flatMap((file) => file.get(head.name) ?? []);
    return targetColumn(head, everywhere, csv.habits);
  });
}

/**
 * Reads a prepared text table into its engine.
 * @param read the file, its head and the types to store
 */
export async function readCsv(read: ReadCsv): Promise<CsvOutcome> {
  const { file, engine, csv } = read;
  const { calls, gone } = engine.reader;
  const load: CsvLoad = {
    ...read,
    database: engine.database,
    dialect: csv.dialect,
    bodyLine: csv.bodyLine,
    encoding: csv.encoding.encoding,
    guessed: csv.habits.options.encoding === undefined,
    assumed: csv.encoding.ascii,
    leaveOutEmpty: csv.emptyRows > 0,
    repeatable: csv.frame.repeatable,
    emptyAround: csv.frame.emptyAbove + csv.tail.rows - csv.tail.texts.length,
    surplus: csv.surplus,
    missing: csv.habits.options.missing,
    reader: {
      readSlice: (blob, request) => Promise.race([calls.readSlice(blob, request), gone]),
      decodeSlice: (blob, request) => Promise.race([calls.decodeSlice(blob, request), gone]),
      repairSlice: (blob, request) => Promise.race([calls.repairSlice(blob, request), gone]),
    },
    onBytes: (done) => {
      read.onProgress({ stage: 'reading', done, total: file.size, unit: 'bytes' });
    },
  };
  const coercions = await loadCsv(load);
  const words = await wordNotes(load, coercions.columns);
  return {
    format: csv.dialect.delimiter === '\t' ? 'TSV' : 'CSV',
    readAs: describeReading(csv, coercions),
    columnsRead: columnsRead(csv.heads, coercions.columns),
    notes: [...describeHead(csv), ...describeNotes(coercions), ...words],
    partRows: coercions.partRows,
    coerced: new Map([...coercions.cells].map(([i, { count }]) => [csv.heads[i]?.name ?? '', count])),
  };
}
