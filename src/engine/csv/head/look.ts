import type { Encoding } from '../../../facts/settings/encodings.ts';
import { decode } from '../letters/encoding.ts';
import { detectEncoding, type DetectedEncoding } from './detect-encoding.ts';
import { sumsAmong, type RowSums } from '../frame/sums.ts';
import type { Tail } from '../frame/tail.ts';
import { readHead, type Dialect, type Head } from './dialect.ts';
import { marksIn, NO_DELIMITER } from './field-form.ts';
import { endOf } from './end.ts';
import type { ReadOptions } from '../options.ts';
import { readSlice } from '../slices/slices.ts';
import { lookAtColumns, type HeadColumn } from './column-look.ts';

/** What the head of a text table shows. */
export interface TextLook {
  encoding: DetectedEncoding;
  dialect: Dialect;
  /** Lines before the first row. */
  bodyLine: number;
  heads: HeadColumn[];
  /** The first rows as they stand in the file, for a preview. */
  first: string[][];
  /** About how many rows the file has. */
  rows: number;
  frame: Head['frame'];
  /** Names that stand more than once, each once. */
  namesTwice: string[];
  /** Offset behind the table's last row: remarks, sums or another table may follow. */
  end: number;
  tail: Tail;
  /** Rows of the head that say they sum up others; null for none. */
  sums: RowSums | null;
  /** Rows of delimiters alone in the head: where there are any they are left out. */
  emptyRows: number;
  /** Fields behind the last column that hold nothing in all rows of the head. */
  surplus: number;
}

/** Read for encoding, dialect and types: a few thousand rows. */
const HEAD_BYTES = 2 ** 20;
/** Where the head is plain ASCII, the encoding is looked for in pieces all over the file. */
const PROBES = { pieces: 16, bytes: 2 ** 16 };
/** The delimiter is not known yet. */
const USUAL = [',', ';', '\t', '|'];
const PREVIEW_ROWS = 100;

/**
 * Looks at the head of a text table: encoding, dialect, names, and what each column's cells could be.
 * @param file the table
 * @param options what is known already
 */
export async function lookAtText(file: Blob, options: ReadOptions): Promise<TextLook> {
  const encoding = await encodingOf(file, options.encoding);
  const start = await file.slice(0, HEAD_BYTES).arrayBuffer();
  const newline = new Uint8Array(start).includes(10) ? '\n' : '\r';
  const delimiters = options.delimiter === undefined ? USUAL : [options.delimiter || NO_DELIMITER];
  const head = await readSlice(file, {
    start: 0,
    size: HEAD_BYTES,
    delimiters,
    ...{ quote: options.quote, escape: options.escape },
    encoding: encoding.encoding,
    guessed: options.encoding === undefined,
    newline,
    dropLines: 0,
  });
  const { text } = decode(head.bytes, 'utf-8');
  const { dialect, names, bodyLine, rows, ...found } = readHead(text, options);
  const lines = text.split(dialect.newline).length;
  const form = { encoding: encoding.encoding, newline: dialect.newline };
  const { end, tail } = await endOf(file, {
    ...found,
    ...{ form, options, whole: head.end >= file.size && found.complete },
    marks: marksIn(dialect),
  });
  const filledTail = tail.texts.length;
  const kept =
    filledTail === 0 || head.end < file.size || !found.complete ? rows : rows.slice(0, rows.length - filledTail);
  return {
    encoding,
    dialect,
    bodyLine,
    heads: lookAtColumns(names, kept, options),
    first: kept.slice(0, PREVIEW_ROWS),
    sums: sumsAmong(kept, found.body),
    rows: (lines * file.size) / Math.max(1, head.end),
    ...{
      frame: found.frame,
      namesTwice: found.namesTwice,
      end,
      tail,
      emptyRows: found.emptyRows,
      surplus: found.surplus,
    },
  };
}

async function encodingOf(file: Blob, asked: Encoding | undefined): Promise<DetectedEncoding> {
  if (asked !== undefined) return { encoding: asked, evidence: 'mark', ascii: false };
  // All at once: each is a way to the page's process and back.
  const [head, ...probes] = await Promise.all([piece(file, 0, HEAD_BYTES), ...probesOf(file)]);
  const found = detectEncoding(wholeLines(head, file.size > HEAD_BYTES));
  if (!found.ascii) return found;
  const seen = probes.map((probe) => detectEncoding(wholeLines(probe.subarray(probe.indexOf(10) + 1), true)));
  return seen.find(({ ascii }) => !ascii) ?? found;
}

function probesOf(file: Blob): Promise<Uint8Array>[] {
  if (file.size <= HEAD_BYTES) return [];
  const { pieces, bytes } = PROBES;
  return Array.from({ length: pieces }, (_, i) => {
    const offset = HEAD_BYTES + Math.floor(((file.size - HEAD_BYTES - bytes) * i) / (pieces - 1));
    return piece(file, Math.max(0, offset), bytes);
  });
}

const piece = async (file: Blob, start: number, bytes: number): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(start, start + bytes).arrayBuffer());

/** Without a row that is cut off, perhaps amid a letter. */
const wholeLines = (bytes: Uint8Array, cut: boolean): Uint8Array =>
  cut && bytes.includes(10) ? bytes.subarray(0, bytes.lastIndexOf(10) + 1) : bytes;
