/** How many cells are of a kind, and the first of them; empty for none. */
export interface SomeCells {
  cells: number;
  first: string;
}

const CODE = /^[+-]?(?:0[0-9]|[0-9]{16})[0-9]*$/;
const FORMULA = /^="[^"]*"$/;

function cellsLike(cells: readonly string[], form: RegExp): SomeCells {
  const found = cells.filter((cell) => form.test(cell));
  return { cells: found.length, first: found[0] ?? '' };
}

/**
 * Cells written as codes: leading zeros, or 16 digits and more, which a double cannot hold.
 * @param cells without blanks around them
 */
export const codesIn = (cells: readonly string[]): SomeCells => cellsLike(cells, CODE);

/**
 * Cells written as a formula, so that a spreadsheet leaves them as they are: `="007"`.
 * @param cells without blanks around them
 */
export const formulasIn = (cells: readonly string[]): SomeCells => cellsLike(cells, FORMULA);

/** What letters and digits together are, the digits apart: `C536365`, `INV-77`. */
const LETTERED = /^[A-Za-z]{1,4}[-_/]?([0-9]+)$/;
const DIGITS = /^[0-9]+$/;

/**
 * Cells that are a whole number behind letters, as long as the whole numbers among the others; none where those have decimals.
 * @param cells without blanks around them
 */
export function letteredCodes(cells: readonly string[]): SomeCells {
  const lettered = cells.filter((cell) => LETTERED.test(cell));
  const [first = ''] = lettered;
  if (lettered.length === 0) return { cells: 0, first };
  const lengths = new Set(cells.filter((cell) => DIGITS.test(cell)).map(({ length }) => length));
  const alike = lettered.filter((cell) => lengths.has(LETTERED.exec(cell)?.[1]?.length ?? 0));
  return alike.length * 2 >= lettered.length ? { cells: lettered.length, first } : { cells: 0, first };
}
