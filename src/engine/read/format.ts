import { detectEncoding } from '../csv/head/detect-encoding.ts';
import { decode } from '../csv/letters/encoding.ts';
import { endsInComments, withoutPreface } from '../records/plain-json.ts';
import type { Encoding } from '../../facts/settings/encodings.ts';
import { PlumblineError, type UnsupportedForm } from '../../facts/statements/errors.ts';

export type Format = 'csv' | 'parquet' | 'arrow-file' | 'arrow-stream' | 'json' | 'workbook';

const text = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Where a tar archive says what it is. */
const TAR_MARK = 257;

/** First bytes of forms that are not read. */
const refused: readonly [test: (head: string) => boolean, form: UnsupportedForm][] = [
  [(head) => head.startsWith('\x89PNG'), 'png'],
  [(head) => head.startsWith('\xff\xd8\xff'), 'jpeg'],
  [(head) => head.startsWith('%PDF'), 'pdf'],
  [(head) => head.startsWith('PK\x03\x04') || head.startsWith('\x1f\x8b'), 'packed-often'],
  [(head) => head.startsWith('Rar!') || head.startsWith('7z\xbc\xaf'), 'archive'],
  [(head) => head.startsWith('FEA1'), 'feather-1'],
  [(head) => head.startsWith('\xfd7zXZ\0') || /^\x5d\0\0[^]{2}\xff{8}/.test(head), 'xz'],
  [(head) => /^BZh[1-9]1AY&SY/.test(head), 'bzip2'],
  [(head) => head.startsWith('\x28\xb5\x2f\xfd'), 'zstd'],
  [(head) => head.startsWith('ustar', TAR_MARK), 'tar'],
  [(head) => /^(\xef\xbb\xbf)?\s*<(!doctype html|html|\?xml)/i.test(head) || /^MIME-Version:/i.test(head), 'markup'],
];

/** The container of workbooks of before 2007, and of those with a password. */
const COMPOUND = '\xd0\xcf\x11\xe0';
/** A workbook of 2003, written as XML. */
const SPREADSHEET_XML =
  /^(\xef\xbb\xbf)?\s*<\?xml[^]*(?:progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet)/;

/** A list of records or lists, or an object, maybe behind a line of a single value; a column's name may start with a bracket too. */
const JSON_START =
  /^\s*(\[\s*[[{\]]|\{\s*(?:["}]|'[^'\n]*'\s*:|[A-Za-z_$][\w$]*\s*:)|(?:null|true|false|-?[0-9]+|"[^"\n]*")\s*[\r\n]\s*(?:\[\s*[[{"]|\{\s*"))/;
/** A list that starts with single values: numbers, words of JSON or texts in quotes. */
const JSON_VALUES =
  /^\s*\[\s*(?:null|true|false|-?[0-9][0-9.eE+-]*|"(?:[^"\\]|\\.)*")\s*(?:,\s*(?:null|true|false|-?[0-9]|["[{])|\]\s*$)/;

/**
 * Tells a file's format by its content.
 * @param file the dropped file
 * @throws PlumblineError for an empty file and for formats that are not read
 */
export async function detectFormat(file: File): Promise<Format> {
  if (file.size === 0) throw new PlumblineError('empty-file', { kind: 'file' }, { file: file.name });
  const bytes = await readHead(file);
  const head = text(bytes);
  if (head.startsWith('PAR1')) return 'parquet';
  if (head.startsWith('ARROW1')) return 'arrow-file';
  if (head.startsWith('\xff\xff\xff\xff')) return 'arrow-stream';
  if (head.startsWith(COMPOUND) || SPREADSHEET_XML.test(head)) return 'workbook';
  const refusal = refused.find(([test]) => test(head));
  if (refusal !== undefined) {
    const [, form] = refusal;
    throw new PlumblineError('unsupported-format', { form }, { file: file.name });
  }
  const { encoding } = detectEncoding(bytes);
  if (isBinary(head) && !encoding.startsWith('utf-16')) {
    throw new PlumblineError('not-a-table', { problem: 'binary' }, { file: file.name });
  }
  const start = decode(bytes, encoding).text;
  return isJson(withoutPreface(endsInComments(start) ? await longStart(file, encoding) : start)) ? 'json' : 'csv';
}

/** Where a file starts with more comments than its first bytes hold. */
const COMMENT_BYTES = 2 ** 16;

const longStart = async (file: File, encoding: Encoding): Promise<string> =>
  decode(new Uint8Array(await file.slice(0, COMMENT_BYTES).arrayBuffer()), encoding).text;

const isJson = (start: string): boolean => JSON_START.test(start) || JSON_VALUES.test(start);

/** NUL bytes alone stand in damaged texts; other codes of control in none. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0001-\u0008\u000e-\u0019\u001c-\u001f\u007f]/;

function isBinary(head: string): boolean {
  const isText = head.split('\0').some((piece) => piece.trim() !== '');
  return head.includes('\0') && (!isText || CONTROLS.test(head));
}

/**
 * The first bytes of a file.
 * @param file the dropped file
 * @throws PlumblineError when it cannot be opened
 */
export async function readHead(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, 512).arrayBuffer());
  } catch {
    throw new PlumblineError('unreadable-file', {}, { file: file.name });
  }
}
