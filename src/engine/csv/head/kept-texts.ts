import { isNumber } from '../numbers/format.ts';

/** Why a column of numbers is kept as text, with two cells that differ in it. */
export interface UnlikeNumbers {
  why: 'decimal-marks' | 'signs';
  examples: readonly [string, string];
}

const [DECIMAL_POINT, DECIMAL_COMMA] = [/^[-+]?[0-9]+\.[0-9]+$/, /^[-+]?[0-9]+,[0-9]+$/];
const SIGNED = /^([-+]?[0-9][0-9.,]*) ?([^0-9.,\s][^0-9]{0,7})?$/;
/** Codes like 12A have neither decimals nor a blank before their letters. */
const MEASURED = /[0-9][.,][0-9]|[0-9] [^0-9]/;
/** More different signs are no signs. */
const MOST_SIGNS = 12;

/**
 * Whether cells are numbers that no one notation reads: with decimal points and commas, or with different signs or units behind them.
 * @param cells without blanks around them
 */
export function unlikeNumbers(cells: readonly string[]): UnlikeNumbers | null {
  const [point, comma] = [DECIMAL_POINT, DECIMAL_COMMA].map((form) => cells.find((cell) => form.test(cell)));
  if (point !== undefined && comma !== undefined && cells.every(isNumber))
    return { why: 'decimal-marks', examples: [point, comma] };
  return cells.some((cell) => MEASURED.test(cell)) ? unlikeSigns(cells) : null;
}

function unlikeSigns(cells: readonly string[]): UnlikeNumbers | null {
  const bySign = new Map<string, string>();
  for (const cell of cells) {
    const found = SIGNED.exec(cell);
    if (found === null || bySign.size > MOST_SIGNS) return null;
    const [, , sign = ''] = found;
    if (!bySign.has(sign)) bySign.set(sign, cell);
  }
  const [first, second] = bySign.values();
  const areSigns = first !== undefined && second !== undefined && bySign.size <= MOST_SIGNS;
  return areSigns ? { why: 'signs', examples: [first, second] } : null;
}

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
 * @param same what `sameNumber` finds in them
 */
export function keptText(name: string, cells: readonly string[], same: string | null): KeptText | null {
  const isNamed = VERSION_NAME.test(name) && areVersions(cells);
  return codesIn(cells) ?? (isNamed ? namedVersions(cells, same) : fewVersions(cells, same));
}

function codesIn(cells: readonly string[]): KeptText | null {
  const example = (test: RegExp): string => cells.find((cell) => test.test(cell)) ?? '';
  const all = (test: RegExp): boolean => cells.every((cell) => test.test(cell));
  const [exponent, phone] = [example(EXPONENT), example(PHONE)];
  if (exponent !== '' && all(CODE_LETTERS)) return { why: 'exponents', example: exponent };
  if (phone !== '' && all(WHOLE)) return { why: 'signs', example: phone };
  const zeros = cells.filter((cell) => cell.startsWith('0') && ZERO_BEFORE.test(cell));
  const [zero] = zeros;
  return zero !== undefined && zeros.length >= SOME * cells.length ? { why: 'leading-zeros', example: zero } : null;
}

const areVersions = (cells: readonly string[]): boolean =>
  cells.every((cell) => VERSION.test(cell)) && cells.some((cell) => cell.includes('.'));

/** Versions of two parts that differ as numbers do may be numbers. */
function namedVersions(cells: readonly string[], same: string | null): KeptText | null {
  const long = cells.some((cell) => cell.split('.').length > 2) ? (cells[0] ?? null) : null;
  const example = same ?? long;
  return example === null ? null : { why: 'versions', example };
}

/** Few different numbers, of which some are the same in other digits. */
function fewVersions(cells: readonly string[], example: string | null): KeptText | null {
  if (example === null) return null;
  const different = new Set(cells).size;
  const areFew = different <= VERSIONS.most && cells.length >= VERSIONS.rows * different;
  return areFew ? { why: 'versions', example } : null;
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
