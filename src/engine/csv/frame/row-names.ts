import { isNumber } from '../numbers/format.ts';
import { timeShape } from '../times/shape.ts';

const HELD_ROWS = 500;
/** Of names, at most this share are numbers. */
const FEW_NUMBERS = 0.2;

/**
 * Whether the first field of rows that have one field more than there are names is the name of the row, as R writes it: all different, and
 * words or numbers that count; no times, which a table starts with, and nothing where a comma in a text makes the field more.
 * @param rows with a field more than names
 */
export function areRowNames(rows: readonly (readonly string[])[]): boolean {
  const held = rows.slice(0, HELD_ROWS).filter((row) => row.length > 1);
  const first = held.map(([cell = '']) => cell.trim());
  if (first.length === 0 || new Set(first).size < first.length || first.some((cell) => timeShape(cell) !== null))
    return false;
  if (cutTexts(held) || first.some(isOpen)) return false;
  const last = held.map((row) => (row.at(-1) ?? '').trim());
  if (last.filter((cell) => cell === '').length * 2 > last.length) return false;
  if (!first.every(isNumber)) return first.filter(isNumber).length <= FEW_NUMBERS * first.length;
  const numbers = first.map(Number);
  return (numbers[0] === 0 || numbers[0] === 1) && numbers.every((value, i) => value === (numbers[0] ?? 0) + i);
}

/** A bracket that closes elsewhere: a delimiter stood inside. */
const isOpen = (cell: string): boolean => cell.split('(').length !== cell.split(')').length;

/** A field that starts with a blank in every row, where others do not: the rest of a text that held the delimiter. */
function cutTexts(rows: readonly (readonly string[])[]): boolean {
  const width = rows[0]?.length ?? 0;
  const blank = Array.from({ length: width }, (_, i) => rows.every((row) => (row[i] ?? '').startsWith(' ')));
  const starting = blank.filter(Boolean).length;
  return starting > 0 && starting < width - 1;
}
