import { decode } from '../encoding.ts';
import { tailOf, type Tail } from '../frame/tail.ts';
import type { ReadOptions } from '../options.ts';
import { splitRows, type RowMarks, type TextRow } from '../rows.ts';
import { bodyOffset, newlineEnds, type SliceRequest } from '../slices.ts';
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
  const { endLine, tableRows, body, form, whole, options } = seen;
  if (options.asWritten === true && options.endsOpen !== true && options.skipLast === undefined)
    return { end: file.size, tail: NO_TAIL };
  const start = whole || endLine !== null ? 0 : alignedBefore(file.size - TAIL_BYTES);
  const rows = start === 0 && (whole || endLine !== null) ? tableRows : await lastRows(file, start, seen);
  const tail =
    options.skipLast === undefined
      ? tailOf(
          rows.map(({ fields }) => fields),
          body,
          whole,
        )
      : lastOf(rows, options.skipLast);
  const line = tail.rows === 0 ? endLine : (rows[rows.length - tail.rows]?.line ?? endLine);
  if (line === null) return { end: file.size, tail };
  return {
    end: start === 0 ? await bodyOffset(file, line, form) : start + (await offsetOf(file, start, { line, form })),
    tail,
  };
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
