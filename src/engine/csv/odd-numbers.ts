import { literal } from '../database/sql.ts';

/** Signs of currencies, before a number or behind it. */
const CURRENCY = String.raw`[\p{Sc}]|[A-Z]{3}|Fr\.|kr|zł|Kč`;
const MINUS = '−–—‐‑﹣－';
const WIDE = { from: '０１２３４５６７８９．，＋－％', to: '0123456789.,+-%' };

/** Patterns that JavaScript and RE2 read alike, and what stands in place of a match. */
const RULES: readonly (readonly [pattern: string, by: string])[] = [
  [`^[(](.*[0-9].*)[)]$`, String.raw`-\1`],
  [`^([-+]?) ?(?:${CURRENCY}) ?([-+]?[ \u00a0]?[0-9.,].*)$`, String.raw`\1\2`],
  [`^(.*[0-9][.,]?-?)[ \u00a0]?(?:${CURRENCY})$`, String.raw`\1`],
  [`^([0-9].*)[ \u00a0]?-$`, String.raw`-\1`],
  [String.raw`^([-+]) +`, String.raw`\1`],
  [`^[(](.*[0-9].*)[)]$`, String.raw`-\1`],
  // 1.234,- and 5,-- for whole sums.
  [`^(-?)-?([0-9.' ]*[0-9])[,.]$`, String.raw`\1\2`],
];
const compiled = RULES.map(([pattern, by]) => [new RegExp(pattern, 'u'), by.replaceAll('\\', '$')] as const);
const MINUS_SIGN = new RegExp(`[${MINUS}]`, 'g');
const WIDE_SIGN = new RegExp(`[${WIDE.from}]`, 'g');
const NEEDED = new RegExp(String.raw`[${MINUS}${WIDE.from}(\p{Sc}]|^[-+] |[A-Z]{3}|[0-9]-$|Fr\.|kr|zł|Kč`, 'u');

/**
 * A number without what stands around it in books and on screens: `(1,234)`, `1.234,00-`, `−3,5`, `- 5`, `$ 5`, `5 EUR`, full-width digits.
 * @param text without blanks around it
 * @returns the text itself where it holds nothing of it
 */
export function plainNumber(text: string): string {
  if (!NEEDED.test(text)) return text;
  const signs = text.replace(WIDE_SIGN, (sign) => WIDE.to[WIDE.from.indexOf(sign)] ?? sign).replace(MINUS_SIGN, '-');
  return compiled.reduce((number, [pattern, by]) => number.replace(pattern, by), signs).trim();
}

/**
 * The same in SQL.
 * @param c a cell of text, without blanks around it
 */
export function plainNumberSql(c: string): string {
  const signs = `translate(${c}, ${literal(WIDE.from + MINUS)}, ${literal(WIDE.to + '-'.repeat([...MINUS].length))})`;
  return `trim(${RULES.reduce((cell, [pattern, by]) => `regexp_replace(${cell}, ${literal(pattern)}, ${literal(by)})`, signs)})`;
}

const CURRENCY_SIGN = new RegExp(CURRENCY, 'u');

/**
 * The currencies of some numbers, as they are written.
 * @param cells without blanks around them
 */
export const currenciesIn = (cells: readonly string[]): string[] => [
  ...new Set(cells.flatMap((cell) => (/\d/.test(cell) ? (CURRENCY_SIGN.exec(cell)?.[0] ?? []) : []))),
];
