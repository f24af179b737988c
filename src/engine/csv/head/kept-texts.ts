/** Why cells that could be numbers or dates are kept as text: what would be lost. */
export interface KeptText {
  why: 'exponents' | 'leading-zeros' | 'signs' | 'versions';
  example: string;
}

const EXPONENT = /^[0-9]{1,8}[eE][0-9]{1,3}$/;
const CODE_LETTERS = /^[0-9A-Za-z]+$/;
const PHONE = /^\+[0-9]{7,}$/;
const WHOLE = /^\+?[0-9]+$/;
const ZERO_BEFORE = /^0[0-9]+\.[0-9]+$/;
const POINTED = /^[0-9]+\.[0-9]+$/;
const VERSION = /^v?[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}$/i;
const VERSION_NAME =
  /(?:^|[^a-z])(?:ver|vers|version|versions?nr|firmware|software|fw|sw|rev|revision|release|build|section|chapter|kapitel)(?:[^a-z]|$)/i;
/** Of cells with a decimal point, at least this share has to start with a zero for them to be codes. */
const SOME = 0.05;
/** Versions are few, and each stands in several rows. */
const VERSIONS = { most: 30, rows: 3 } as const;

/**
 * Whether a column's cells are codes that numbers would not give back: part numbers like 5E0, 01.07, +49…, versions 1.1 and 1.10.
 * @param name of the column
 * @param cells without blanks around them
 */
export function keptText(name: string, cells: readonly string[]): KeptText | null {
  const example = (test: (cell: string) => boolean): string => cells.find(test) ?? '';
  const exponent = example((cell) => EXPONENT.test(cell));
  if (exponent !== '' && cells.every((cell) => CODE_LETTERS.test(cell))) return { why: 'exponents', example: exponent };
  const phone = example((cell) => PHONE.test(cell));
  if (phone !== '' && cells.every((cell) => WHOLE.test(cell))) return { why: 'signs', example: phone };
  const zeros = cells.filter((cell) => ZERO_BEFORE.test(cell));
  if (zeros.length > 0 && zeros.length >= SOME * cells.length) return { why: 'leading-zeros', example: zeros[0] ?? '' };
  if (
    VERSION_NAME.test(name) &&
    cells.every((cell) => VERSION.test(cell)) &&
    cells.some((cell) => cell.includes('.'))
  ) {
    const mixed = cells.some((cell) => cell.split('.').length > 2) || sameNumber(cells) !== null;
    return mixed ? { why: 'versions', example: sameNumber(cells) ?? cells[0] ?? '' } : null;
  }
  const canonical = sameNumber(cells);
  const different = canonical === null ? 0 : new Set(cells).size;
  const areFew = different <= VERSIONS.most && cells.length >= VERSIONS.rows * different;
  return canonical !== null && areFew ? { why: 'versions', example: canonical } : null;
}

/**
 * A cell of which another one is the same number in other digits (1.10 and 1.1); null where there is none.
 * @param cells without blanks around them
 */
export function sameNumber(cells: readonly string[]): string | null {
  if (!cells.some((cell) => POINTED.test(cell) && cell.endsWith('0'))) return null;
  if (!cells.every((cell) => POINTED.test(cell) || WHOLE.test(cell))) return null;
  const byValue = new Map<number, string>();
  for (const cell of cells) {
    if (!POINTED.test(cell)) continue;
    const value = Number(cell);
    const known = byValue.get(value);
    if (known !== undefined && known !== cell) return cell.length > known.length ? cell : known;
    byValue.set(value, cell);
  }
  return null;
}
