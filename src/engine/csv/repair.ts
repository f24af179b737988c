import type { Encoding } from '../../facts/settings/encodings.ts';
import type { NoteExample } from '../../facts/statements/reading.ts';
import { quote } from '../../facts/statements/statement.ts';
import type { Dialect } from './head/dialect.ts';
import { NO_DELIMITER } from './head/field-form.ts';
import type { RepeatedLines } from './coercions.ts';
import { isEmpty } from './frame/body.ts';
import { isRepeated } from './frame/repeated.ts';
import { isBlank, splitRows } from './slices/rows.ts';
import { withoutGaps, type Gaps } from './frame/gaps.ts';
import type { DamagedLetters, FirstLetters } from './letters/letters-read.ts';
import { readSliceText } from './slices/slice-text.ts';
import type { SliceRequest } from './slices/slices.ts';

export interface RepairRequest extends SliceRequest {
  /** Offset in the file behind the slice's last byte. */
  end: number;
  /** Fields that a row should have. */
  width: number;
  comment: Dialect['comment'];
  leaveOutEmpty: boolean;
  /** By column. */
  gaps: readonly Gaps[];
  repeatable: readonly string[][];
}

/** Rows that needed mending: how many, and the first ones (counted in the slice, from 1). */
export interface MendedRows {
  count: number;
  examples: NoteExample[];
}

export interface Repaired {
  /** The same rows as UTF-8 with commas: each field quoted, each row of `width` fields and one for the surplus. */
  bytes: Uint8Array<ArrayBuffer>;
  encoding: Encoding;
  first: FirstLetters | undefined;
  invalid: DamagedLetters | null;
  short: MendedRows;
  long: MendedRows;
  /** Rows of delimiters alone that were left out. */
  empty: number;
  repeated: RepeatedLines;
}

/** Rows of each sort that are listed. */
export const EXAMPLES = 20;

/**
 * Writes a slice anew in a form without surprises: no row is left out, however it is written.
 * @param file the text table
 * @param request the slice as it was read, and what its rows should be like
 */
export async function repairSlice(file: Blob, request: RepairRequest): Promise<Repaired> {
  const raw = file.slice(request.start, request.end);
  const { text, damaged, ...slice } = await readSliceText(raw, {
    ...request,
    start: 0,
    size: Math.max(1, raw.size),
    dropLines: request.start === 0 ? request.dropLines : 0,
  });
  const { firstDamaged, ...mended } = mend(text, request);
  return {
    ...mended,
    encoding: slice.encoding,
    first: slice.first,
    invalid: slice.invalid ?? (damaged === 0 ? null : { count: damaged, row: firstDamaged }),
  };
}

interface Mended extends Pick<Repaired, 'bytes' | 'short' | 'long' | 'empty' | 'repeated'> {
  firstDamaged: number;
}

function mend(text: string, request: RepairRequest): Mended {
  const { delimiters, newline, width } = request;
  const filled = request.gaps.map(withoutGaps());
  const short: MendedRows = { count: 0, examples: [] };
  const long: MendedRows = { count: 0, examples: [] };
  const lines: string[] = [];
  let firstDamaged = 0;
  let empty = 0;
  const repeated: RepeatedLines = { lines: 0, row: 0 };
  const delimiter = delimiters[0] ?? NO_DELIMITER;
  for (const { fields } of splitRows(text, { delimiter, newline })) {
    if (isLeftOut(fields, width, request.comment)) continue;
    if (request.leaveOutEmpty && isEmpty(fields)) {
      empty++;
      continue;
    }
    if (setAside(fields, request.repeatable, { repeated, row: lines.length + 1 })) continue;
    const row = lines.length + 1;
    const surplus = surplusIn(fields, width, delimiter);
    if (fields.length < width) add(short, { row, fields: fields.length });
    if (surplus !== '') add(long, { row, value: quote(surplus) });
    if (firstDamaged === 0 && isDamaged(fields)) firstDamaged = row;
    lines.push(line([...filled.map((withoutGap, i) => withoutGap(fields[i] ?? '')), '']));
  }
  return { bytes: new TextEncoder().encode(lines.join('')), short, long, empty, repeated, firstDamaged };
}

/**
 * Whether a row holds the mark that stands for bytes without a meaning.
 * @param fields of the row
 */
export const isDamaged = (fields: readonly string[]): boolean => fields.some((field) => field.includes('\ufffd'));

/**
 * Whether a row is a line of the head that stands there again, which is counted.
 * @param fields of the row
 * @param repeatable lines of the head
 * @param count of them so far
 * @param count.repeated is added to
 * @param count.row the number that the row would have
 */
export function setAside(
  fields: readonly string[],
  repeatable: readonly string[][],
  { repeated, row }: { repeated: RepeatedLines; row: number },
): boolean {
  if (!isRepeated(fields, repeatable)) return false;
  if (repeated.lines === 0) repeated.row = row;
  repeated.lines++;
  return true;
}

/**
 * Whether a row is none: blank, or a comment.
 * @param fields of the row
 * @param width that rows should have
 * @param comment what comments start with
 */
export const isLeftOut = (fields: readonly string[], width: number, comment: Dialect['comment']): boolean =>
  (width > 1 && isBlank(fields)) || (comment !== null && fields[0]?.startsWith(comment) === true);

/**
 * What a row holds behind its last column; empty where that is blanks alone.
 * @param fields of the row
 * @param width that rows should have
 * @param delimiter between fields
 */
export const surplusIn = (fields: readonly string[], width: number, delimiter: string): string =>
  isEmpty(fields.slice(width)) ? '' : fields.slice(width).join(delimiter);

/**
 * Counts a row that needed mending, and keeps the first ones.
 * @param mended the rows so far
 * @param example the row
 */
export function add(mended: MendedRows, example: NoteExample): void {
  mended.count++;
  if (mended.examples.length < EXAMPLES) mended.examples.push(example);
}

const line = (fields: readonly string[]): string =>
  `${fields.map((field) => (field === '' ? '' : `"${field.replaceAll('"', '""')}"`)).join(',')}\n`;
