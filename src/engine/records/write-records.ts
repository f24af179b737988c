import { detailOf, type ErrorFacts } from '../../facts/statements/errors.ts';
import type { JsonManner } from '../../facts/statements/reading.ts';
import { quote } from '../../facts/statements/statement.ts';
import { Delimited } from './delimited.ts';
import { recordTexts, type Layout } from './json-records.ts';
import type { Lost } from './json-notes.ts';
import type { KeysTwice } from './keys-twice.ts';
import { recordsIn, type Records } from './json-whole.ts';
import { RecordKinds } from './record-kinds.ts';
import type { RecordColumns } from './record-columns.ts';

/** A single JSON value has to be in memory as a whole. */
export const WHOLE_BYTES = 2 ** 28;
/** Records that are looked at before the first row is written: what has keys of its own later is written once more. */
const AHEAD = 1000;
const EXAMPLES = 20;
const EXAMPLE_LETTERS = 200;

/** JSON, as UTF-8, on its way into a table. */
export interface Source {
  file: Blob;
  layout: Layout;
  table: number | undefined;
  /** What a file that is one value holds; null before it was read, and for others. */
  whole: Records | null;
  /** What it has that JSON has not. */
  manners: Set<JsonManner>;
  keysTwice: KeysTwice;
  onBytes: (done: number) => void;
}

/** Says why a file is no table. */
export class NoTable extends Error {
  readonly refusal: ErrorFacts;

  constructor(refusal: ErrorFacts) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const NONE_LOST: Lost = { count: 0, examples: [] };

/** Records as delimited text. */
export interface WrittenRecords {
  table: Blob;
  rows: number;
  /** All rows have all columns. */
  even: boolean;
  /** The first row holds the names. */
  named: boolean;
  /** Lines that are no records: rows without a value. */
  lost: Lost;
}

/**
 * Writes records as delimited text.
 * @param source the file; a single value of it is kept there
 * @param columns those that are known, to which others are added
 * @throws NoTable where it is damaged
 */
export async function writeRecords(source: Source, columns: RecordColumns): Promise<WrittenRecords> {
  const text = new Delimited();
  const lost: Lost = { count: 0, examples: [] };
  let rows = 0;
  let width = columns.names.length;
  let ahead: object[] | null = width === 0 ? [] : null;
  let named = true;
  const kinds = new RecordKinds(source.layout);
  const start = (records: readonly object[]): void => {
    for (const record of records) columns.cells(record);
    width = columns.names.length;
    // Lists have no names of their own; whether the first one holds them is told as in any text.
    named = !records.every(Array.isArray);
    if (named) text.add(columns.names);
    for (const record of records) text.add(columns.cells(record));
  };
  if (ahead === null) text.add(columns.names);
  for await (const { value, said } of records(source)) {
    rows++;
    const record = kinds.record(value);
    if (record === null) {
      lost.count++;
      if (lost.examples.length < EXAMPLES)
        lost.examples.push({ row: rows, value: quote(said.slice(0, EXAMPLE_LETTERS)) });
    }
    if (ahead === null) text.add(columns.cells(record ?? {}));
    else if (ahead.push(record ?? {}) >= AHEAD) {
      start(ahead);
      ahead = null;
    }
  }
  if (ahead !== null) start(ahead);
  return {
    table: text.blob(),
    named,
    rows,
    even: columns.names.length === width,
    lost: kinds.areValues ? NONE_LOST : lost,
  };
}

const COMMENT_LINE = /^\s*(?:\/\/|#)/;

async function* records(source: Source): AsyncGenerator<{ value: unknown; said: string }> {
  if (source.layout === 'whole') {
    source.whole ??= await wholeRecords(source);
    for (const value of source.whole.records) yield { value, said: '' };
    return;
  }
  source.keysTwice.restart();
  let row = 0;
  for await (const { text, whole } of recordTexts(source.file, { ...source, layout: source.layout })) {
    if (source.layout === 'lines' && COMMENT_LINE.test(text)) {
      source.manners.add('comments');
      continue;
    }
    row++;
    if (!whole) throw new NoTable({ code: 'damaged-file', values: { format: 'json-cut-off', row }, row });
    yield { value: parsed(text, source, row), said: text };
  }
}

/** A line that is no JSON is a row that could not be read; in an array it is the file that is damaged. */
function parsed(text: string, { layout, keysTwice }: Source, row: number): unknown {
  try {
    return keysTwice.parse(text, row);
  } catch (error) {
    if (layout === 'lines') return undefined;
    throw new NoTable({ code: 'damaged-file', values: { format: 'json', row, detail: detailOf(error) }, row });
  }
}

async function wholeRecords({ file, table, keysTwice, onBytes }: Source): Promise<Records> {
  if (file.size > WHOLE_BYTES) {
    throw new NoTable({ code: 'too-large', values: { kind: 'json' } });
  }
  const text = await file.text();
  onBytes(file.size);
  let value: unknown;
  try {
    value = keysTwice.parse(text, null);
  } catch (error) {
    throw new NoTable({ code: 'damaged-file', values: { format: 'json', row: null, detail: detailOf(error) } });
  }
  return recordsIn(value, table);
}
