import { decode } from '../csv/encoding.ts';
import { detectEncoding } from '../csv/head/detect-encoding.ts';
import type { Encoding } from '../../facts/settings/encodings.ts';
import type { ErrorFacts } from '../../facts/statements/errors.ts';
import { layoutOf } from './json-records.ts';
import { listNotes, listsRead, lostNotes, mannerNotes } from './json-notes.ts';
import { plainJson, withoutPreface } from './plain-json.ts';
import { RecordColumns } from './record-columns.ts';
import type { Rewritten } from './rewritten.ts';
import { NoTable, WHOLE_BYTES, writeRecords, type Source } from './write-records.ts';

/** Read for the encoding, and for what stands before the first record. */
const HEAD_BYTES = 2 ** 16;

/**
 * Writes a JSON table anew as delimited text: an array of records, one record a line, or one object that holds a table.
 * @param file JSON text in any encoding, or what JavaScript, Python and people write for it
 * @param table which of several lists of records, from 1; the longest without it
 * @param onBytes gets the bytes read so far
 */
export async function writeJson(
  file: Blob,
  table: number | undefined,
  onBytes: (done: number) => void,
): Promise<Rewritten | ErrorFacts> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const { encoding } = detectEncoding(head);
  const start = decode(head, encoding).text;
  const strict: Strict = { file, encoding, table, onBytes };
  if (withoutPreface(start) !== start) return plainly(strict, null);
  try {
    return await written(
      { ...strict, layout: await layoutOf(file, encoding), whole: null, manners: new Set() },
      encoding,
    );
  } catch (error) {
    if (!(error instanceof NoTable)) throw error;
    return error.refusal.code === 'damaged-file' ? plainly(strict, error.refusal) : error.refusal;
  }
}

type Strict = Pick<Source, 'file' | 'table' | 'onBytes'> & { encoding: Encoding };

/** Read as what programs and people write; where nothing comes of it either, what was said before holds. */
async function plainly(strict: Strict, refusal: ErrorFacts | null): Promise<Rewritten | ErrorFacts> {
  const { file, encoding } = strict;
  if (file.size > WHOLE_BYTES) return refusal ?? { code: 'too-large', values: { kind: 'json' } };
  const { text, manners } = plainJson(decode(new Uint8Array(await file.arrayBuffer()), encoding).text);
  if (manners.length === 0 && refusal !== null) return refusal;
  const plain = new Blob([text]);
  const source = { ...strict, file: plain, encoding: 'utf-8', layout: await layoutOf(plain, 'utf-8'), whole: null };
  try {
    return await written({ ...source, manners: new Set(manners) }, encoding);
  } catch (error) {
    if (!(error instanceof NoTable)) throw error;
    return refusal ?? error.refusal;
  }
}

async function written(source: Source, encoding: Encoding): Promise<Rewritten | ErrorFacts> {
  const columns = new RecordColumns();
  let outcome = await writeRecords(source, columns);
  // Keys that came late: once more, with all columns known.
  if (!outcome.even) outcome = await writeRecords(source, columns);
  if (outcome.rows === 0) return { code: 'no-rows', values: { source: 'json' } };
  const { layout, whole, table, manners } = source;
  return {
    table: outcome.table,
    named: outcome.named,
    format: layout === 'lines' ? 'NDJSON' : 'JSON',
    readAs: [{ kind: 'encoding', values: { encoding, byLetters: false } }, ...listsRead(whole, table)],
    notes: [...mannerNotes(manners), ...listNotes(whole), ...lostNotes(outcome.lost)],
  };
}
