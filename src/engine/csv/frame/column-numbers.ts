import type { Body } from './body.ts';

const FEWEST = 3;
const BRACKETED = /^[([]\s*([0-9]{1,4})\s*[)\]]$/;
const BARE = /^[0-9]{1,4}$/;

/**
 * Whether a line below the names numbers the columns, as in tables of offices: `(1),(2),(3)`; without brackets only where some column holds
 * words, since `1,2,3` may be a row of numbers.
 * @param fields of the line
 * @param body what rows are like
 */
export function numbersColumns(fields: readonly string[], { width, typed }: Body): boolean {
  if (fields.length !== width || width < FEWEST) return false;
  const isCounted = (form: RegExp): boolean =>
    fields.every((cell, i) => form.test(cell.trim()) && Number(cell.replace(/[^0-9]/g, '')) === i + 1);
  return isCounted(BRACKETED) || (typed.includes(false) && isCounted(BARE));
}
