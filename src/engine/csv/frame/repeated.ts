import { isEmpty, isValue } from './body.ts';

/** Cells of a line, without blanks around them and without the empty ones behind the last. */
const bare = (fields: readonly string[]): string[] => {
  const cells = fields.map((field) => field.trim());
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
};

/**
 * Lines of a table's head that are set aside where they stand among its rows again, as in files that were put behind each other.
 * @param above the lines above the first row: titles, and from `names` on names and units
 * @param names index of the first line of names
 * @param width fields that rows have
 */
export function linesToRepeat(above: readonly (readonly string[])[], names: number, width: number): string[][] {
  if (width < 2) return [];
  const isTitle = (fields: readonly string[]): boolean => fields.length !== width && !isEmpty(fields);
  const isName = (fields: readonly string[]): boolean => fields.some((cell) => cell.trim() !== '' && !isValue(cell));
  return above.filter((fields, i) => (i < names ? isTitle(fields) : isName(fields))).map(bare);
}

/**
 * Whether a row is a line of the head that stands there again.
 * @param fields of the row
 * @param lines as `linesToRepeat` gives them
 */
export function isRepeated(fields: readonly string[], lines: readonly (readonly string[])[]): boolean {
  const first = fields[0]?.trim();
  return lines.some((line) => line[0] === first && isSame(fields, line));
}

const isSame = (fields: readonly string[], line: readonly string[]): boolean =>
  fields.length >= line.length && fields.every((cell, i) => cell.trim() === (line[i] ?? ''));
