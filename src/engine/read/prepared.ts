import type { PreparedCsv } from '../csv/head/prepare.ts';
import type { ReadOptions } from '../csv/options.ts';
import type { ReadAs, ReadNote } from '../../facts/statements/reading.ts';
import type { EngineHandle } from '../data-set.ts';
import type { Written } from '../records/rewrite.ts';
import type { Format } from './format.ts';
import type { JoinedText, Part } from './join.ts';

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
export interface PreparedFile {
  dropped: File;
  file: File;
  format: Format;
  packing: ReadAs[];
  written: Written | null;
  csv: PreparedCsv | null;
  /** What is to be said of the file as it was dropped. */
  notes: ReadNote[];
}
