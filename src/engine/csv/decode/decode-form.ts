import type { NumberFormat } from '../numbers/format.ts';
import { isPlain } from '../sql/cell-sql.ts';
import { askedTexts } from '../sql/missing-sql.ts';
import { isNoHead, isPlainIso, type TextForm } from '../sql/read-sql.ts';
import type { TargetColumn } from '../head/target-column.ts';

/** What the cells of a column are decoded to. */
export type CellKind = 'number' | 'time' | 'text' | 'boolean';

/** How a text table is decoded outside of the engine. */
export interface DecodeForm {
  columns: readonly CellKind[];
  /** One byte. */
  delimiter: string;
  newline: '\n' | '\r';
  decimal: NumberFormat['decimal'];
  /** Texts that stand for "no value", in columns of texts and in cells of any other kind; the empty one does anyway. */
  missing: { texts: readonly string[]; cells: readonly string[] };
}

/** A list holds the length of each of its texts in a byte. */
const LONGEST_TEXT = 255;

/**
 * How a table can be decoded outside of the engine, which takes a third of the time; null where it has anything that the engine has to read: cells in another than the
 * usual form, lines that are no rows, or texts for "no value" that differ by column or could be values.
 * @param form how the table is written, and what its columns are
 */
export function decodeForm(form: TextForm): DecodeForm | null {
  const { dialect, columns, leaveOutEmpty, repeatable, surplus } = form;
  const { delimiter, newline, comment } = dialect;
  const isUsual = comment === null && !leaveOutEmpty && surplus === 0 && columns.length > 1 && isByte(delimiter);
  if (!isUsual || repeatable.some((line) => isNoHead(line, columns).length > 0)) return null;
  const kinds = columns.flatMap((column) => kindOf(column) ?? []);
  const decimals = new Set(columns.flatMap(({ reading }) => (isPlain(reading) ? [reading.format.decimal] : [])));
  const { everywhere, inTexts } = askedTexts(form);
  const texts = [...everywhere, ...inTexts];
  if (kinds.length < columns.length || decimals.size > 1 || everywhere.some(couldBeValue) || texts.some(isLong))
    return null;
  const [decimal = '.'] = decimals;
  return { columns: kinds, delimiter, newline, decimal, missing: { texts, cells: everywhere } };
}

const isByte = (delimiter: string): boolean => delimiter.length === 1 && delimiter < '\u0080';

const couldBeValue = (text: string): boolean => /\d/.test(text) || /^\s*(?:true|false)\s*$/i.test(text);

const isLong = (text: string): boolean => new TextEncoder().encode(text).length > LONGEST_TEXT;

function kindOf({ reading, ownMissing }: TargetColumn): CellKind | null {
  if (ownMissing !== null) return null;
  switch (reading.kind) {
    case 'number':
      return isPlain(reading) ? 'number' : null;
    case 'text':
      return reading.padded || reading.join !== null ? null : 'text';
    case 'time':
      return isPlainIso(reading) ? 'time' : null;
    case 'boolean':
      return 'boolean';
    default:
      return null;
  }
}
