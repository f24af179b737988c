import { decode } from '../letters/encoding.ts';
import { tailOf, type Tail } from '../frame/tail.ts';
import type { ReadOptions } from '../options.ts';
import type { RowMarks } from '../slices/quoted-row.ts';
import { splitRows, type TextRow } from '../slices/rows.ts';
import { bodyOffset, newlineEnds, type SliceRequest } from '../slices/slices.ts';
import type { Head } from './dialect.ts';

interface Seen extends Pick<Head, 'endLine' | 'tableRows' | 'body'> {
  marks: RowMarks;
  form: Pick<SliceRequest, 'encoding' | 'newline'>;
  /** The head is all there is. */
  whole: boolean;
  options: ReadOptions;
}

const NO_TAIL: Tail = { rows: 0, texts: [], sums: false };
/** Read at the end of a long file. */
const TAIL_BYTES = 2 ** 16;

/**
 * Where a table ends in its file, and what stands behind it.
 * @param file a text table
 * @param seen what its head showed
 */
export async function endOf(file: Blob, seen: Seen): Promise<{ end: number; tail: Tail }> {
  if (endsAtOnce(seen.options)) return { end: file.size, tail: NO_TAIL };
  const { endLine, tableRows, form } = seen;
  const isKnown = seen.whole || endLine !== null;
  const start = isKnown ? 0 : alignedBefore(file.size - TAIL_BYTES);
  const rows = isKnown ? tableRows : await lastRows(file, start, seen);
  const tail = tailIn(rows, seen);
  const line = tail.rows === 0 ? endLine : (rows[rows.length - tail.rows]?.line ?? endLine);
  if (line === null) return { end: file.size, tail };
  if (start > 0) return { end: start + (await offsetOf(file, start, { line, form })), tail };
  return { end: await bodyOffset(file, line, form), tail };
}

/** Nothing stands below the rows of a text that was written here, but for those of a workbook. */
const endsAtOnce = ({ asWritten, endsOpen, skipLast }: ReadOptions): boolean =>
  asWritten === true && endsOpen !== true && skipLast === undefined;

function tailIn(rows: readonly TextRow[], { body, whole, options }: Seen): Tail {
  if (options.skipLast !== undefined) return lastOf(rows, options.skipLast);
  return tailOf(
    rows.map(({ fields }) => fields),
    body,
    whole,
  );
}

/** So many lines, as was told. */
function lastOf(rows: readonly TextRow[], skipLast: number): Tail {
  const left = rows.slice(Math.max(1, rows.length - skipLast));
  return {
    rows: skipLast === 0 ? 0 : left.length,
    texts: skipLast === 0 ? [] : left.map(({ fields }) => fields.join(' · ')),
    sums: false,
  };
}

/** Letters of UTF-16 start at even offsets. */
const alignedBefore = (offset: number): number => Math.max(0, offset - (offset % 2));

async function lastRows(file: Blob, start: number, { form, marks }: Seen): Promise<TextRow[]> {
  const bytes = new Uint8Array(await file.slice(start).arrayBuffer());
  const [first = 0] = newlineEnds(bytes, form);
  const { text } = decode(bytes.subarray(first), form.encoding);
  return [...splitRows(text, marks)].map(({ fields, line }) => ({ fields, line: line + 1 }));
}

async function offsetOf(
  file: Blob,
  start: number,
  { line, form }: { line: number; form: Seen['form'] },
): Promise<number> {
  const bytes = new Uint8Array(await file.slice(start).arrayBuffer());
  return newlineEnds(bytes, form)[line - 1] ?? bytes.length;
}
