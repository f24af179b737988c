import type { ReadNote } from '../../facts/statements/reading.ts';
import { quote } from '../../facts/statements/statement.ts';
import { Delimited } from '../records/delimited.ts';
import type { Dialect } from './head/dialect.ts';
import { plainNumbers, type Accounting } from './numbers/accounting.ts';
import { groupMarks, numberPattern, type NumberFormat } from './numbers/format.ts';
import { addDamaged, addFirst, changeEncoding, letterNotes, lettersIn } from './letters/letters-read.ts';
import { add, isDamaged, isLeftOut, setAside, surplusIn, type MendedRows } from './repair.ts';
import type { RowMarks } from './slices/quoted-row.ts';
import { splitRows } from './slices/rows.ts';
import type { RepeatedLines } from './coercions.ts';
import { repeatedNotes, widthNotes } from './describe/widths.ts';
import { readSliceText } from './slices/slice-text.ts';
import type { SliceRequest } from './slices/slices.ts';

/** A field of the table that is written: where it stands in the file, and how its numbers are written there. */
export interface AlikeField {
  name: string;
  sourceIndex: number;
  number: { format: NumberFormat; unit: string; accounting: Accounting | null; limits: boolean } | null;
}

export interface AlikeRequest extends Pick<SliceRequest, 'encoding' | 'guessed' | 'newline' | 'dropLines'> {
  /** What divides rows and fields. */
  marks: RowMarks;
  comment: Dialect['comment'];
  repeatable: readonly string[][];
  fields: AlikeField[];
  /** Only ASCII was seen when the encoding was told. */
  ascii: boolean;
}

export interface Alike {
  table: Blob;
  notes: ReadNote[];
}

const SLICE_BYTES = 2 ** 24;

/**
 * Writes a text table anew: UTF-8, commas, decimal points, a header, and its columns in the order asked for. No row is
 * left out; where one has too few fields, or too many, a note lists it.
 * @param file the text table
 * @param request how it is written, and the columns wanted
 * @param onBytes gets the bytes read so far
 */
export async function writeAlike(file: Blob, request: AlikeRequest, onBytes: (done: number) => void): Promise<Alike> {
  const { marks, encoding, guessed, newline, dropLines, comment, fields } = request;
  const { delimiter } = marks;
  const quoting = { quote: marks.quote, escape: marks.escape };
  const output = new Delimited();
  output.add(fields.map(({ name }) => name));
  const cells = fields.map(({ sourceIndex, number }) => cellOf(sourceIndex, number));
  const short: MendedRows = { count: 0, examples: [] };
  const long: MendedRows = { count: 0, examples: [] };
  const repeated: RepeatedLines = { lines: 0, row: 0 };
  const letters = lettersIn(encoding);
  let row = 0;
  for (let start = 0; start < file.size;) {
    const wanted = { start, size: SLICE_BYTES, delimiters: [delimiter], ...quoting, guessed, newline, dropLines };
    const { text, damaged, ...slice } = await readSliceText(file, { ...wanted, encoding: letters.encoding });
    const rowsBefore = row;
    let firstDamaged = 0;
    changeEncoding(letters, slice.encoding, request.ascii);
    for (const { fields: found } of splitRows(text, marks)) {
      if (isLeftOut(found, fields.length, comment) || setAside(found, request.repeatable, { repeated, row: row + 1 }))
        continue;
      row++;
      const surplus = surplusIn(found, fields.length, delimiter);
      if (found.length < fields.length) add(short, { row, fields: found.length });
      if (firstDamaged === 0 && damaged > 0 && isDamaged(found)) firstDamaged = row - rowsBefore;
      if (surplus !== '') add(long, { row, value: quote(surplus) });
      output.add(cells.map((cell) => cell(found)));
    }
    addFirst(letters, slice.first, rowsBefore);
    addDamaged(letters, slice.invalid ?? (damaged === 0 ? null : { count: damaged, row: firstDamaged }), rowsBefore);
    start = slice.end;
    onBytes(start);
  }
  return {
    table: output.blob(),
    notes: [
      ...letterNotes(letters),
      ...repeatedNotes(repeated),
      ...widthNotes('rows-short', short, fields.length),
      ...widthNotes('rows-long', long, fields.length),
    ],
  };
}

const LIMIT = /^[<>≤≥]=?\s*/;

/** Reads a cell out of a row; a number with the marks of the file's language gets a decimal point and no group marks. */
function cellOf(index: number, number: AlikeField['number']): (row: readonly string[]) => string {
  if (number === null) return (row) => row[index] ?? '';
  const { format, unit, accounting, limits } = number;
  const plainOf = accounting === null ? (text: string): string => text : plainNumbers(accounting.sign);
  const pattern = new RegExp(`^${numberPattern(format)}$`);
  const groups = new RegExp(`[${groupMarks(format)}]`, 'g');
  return (row) => {
    const cell = row[index] ?? '';
    const text = limits ? cell.trim().replace(LIMIT, '') : cell.trim();
    const rest = unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text;
    const bare = plainOf(rest);
    if (!pattern.test(bare)) return cell;
    const plain = format.thousands === '' ? bare : bare.replace(groups, '');
    return plain.replace(',', '.') + (rest === text ? '' : unit);
  };
}
