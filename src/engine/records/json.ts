import { decode } from '../csv/letters/encoding.ts';
import type { ReadOptions } from '../csv/options.ts';
import type { ErrorFacts } from '../../facts/statements/errors.ts';
import { lettersOf } from './json-letters.ts';
import { layoutOf } from './json-records.ts';
import { KeysTwice } from './keys-twice.ts';
import { listNotes, listsRead, lostNotes, mannerNotes } from './json-notes.ts';
import { plainJson, withoutPreface } from './plain-json.ts';
import { RecordColumns } from './record-columns.ts';
import type { Rewritten } from './rewritten.ts';
import { NoTable, WHOLE_BYTES, writeRecords, type Source } from './write-records.ts';

/** Read for what stands before the first record. */
const HEAD_BYTES = 2 ** 16;

/** What is set by hand of how JSON is read. */
export type JsonOptions = Pick<ReadOptions, 'encoding' | 'table'>;

/**
 * Writes a JSON table anew as delimited text: an array of records, one record a line, or one object that holds a table.
 * @param dropped JSON text in any encoding, or what JavaScript, Python and people write for it
 * @param options its encoding, and which of several lists of records, from 1; the longest without it
 * @param onBytes gets the bytes read so far
 */
export async function writeJson(
  dropped: Blob,
  { encoding, table }: JsonOptions,
  onBytes: (done: number) => void,
): Promise<Rewritten | ErrorFacts> {
  const letters = await lettersOf(dropped, encoding);
  const { file } = letters;
  const start = decode(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()), 'utf-8').text;
  const onDone = (done: number): void => {
    onBytes((done * dropped.size) / file.size);
  };
  const strict: Strict = { file, table, onBytes: onDone };
  const outcome = withoutPreface(start) === start ? await strictly(strict) : await plainly(strict, null);
  if ('code' in outcome) return outcome;
  const { encoding: used, byLetters, notes } = letters;
  return {
    ...outcome,
    readAs: [{ kind: 'encoding', values: { encoding: used, byLetters } }, ...outcome.readAs],
    notes: [...notes, ...outcome.notes],
  };
}

type Strict = Pick<Source, 'file' | 'table' | 'onBytes'>;

async function strictly(strict: Strict): Promise<Rewritten | ErrorFacts> {
  const layout = await layoutOf(strict.file);
  try {
    return await written({ ...strict, layout, whole: null, manners: new Set(), keysTwice: new KeysTwice() });
  } catch (error) {
    if (!(error instanceof NoTable)) throw error;
    return error.refusal.code === 'damaged-file' ? plainly(strict, error.refusal) : error.refusal;
  }
}

/** Read as what programs and people write; where nothing comes of it either, what was said before holds. */
async function plainly(strict: Strict, refusal: ErrorFacts | null): Promise<Rewritten | ErrorFacts> {
  const { file } = strict;
  if (file.size > WHOLE_BYTES) return refusal ?? { code: 'too-large', values: { kind: 'json' } };
  const { text, manners } = plainJson(await file.text());
  if (manners.length === 0 && refusal !== null) return refusal;
  const plain = new Blob([text]);
  const source = { ...strict, file: plain, layout: await layoutOf(plain), whole: null };
  try {
    return await written({ ...source, manners: new Set(manners), keysTwice: new KeysTwice() });
  } catch (error) {
    if (!(error instanceof NoTable)) throw error;
    return refusal ?? error.refusal;
  }
}

async function written(source: Source): Promise<Rewritten | ErrorFacts> {
  const columns = new RecordColumns();
  let outcome = await writeRecords(source, columns);
  // Keys that came late: once more, with all columns known.
  if (!outcome.even) outcome = await writeRecords(source, columns);
  if (outcome.rows === 0) return { code: 'no-rows', values: { source: 'json' } };
  const { layout, whole, table, manners, keysTwice } = source;
  return {
    table: outcome.table,
    named: outcome.named,
    format: layout === 'lines' ? 'NDJSON' : 'JSON',
    readAs: listsRead(whole, table),
    notes: [...mannerNotes(manners), ...keysTwice.notes(), ...listNotes(whole), ...lostNotes(outcome.lost)],
  };
}
