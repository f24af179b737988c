import { literal } from '../../database/sql.ts';

/** How numbers of a column are written that are not digits alone. */
export interface Accounting {
  /** The first of them. */
  example: string;
  /** The currency or `%` beside them; empty for none. */
  sign: string;
}

const ISO_CURRENCIES =
  'AED|ARS|AUD|BGN|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|EGP|EUR|GBP|HKD|HUF|IDR|ILS|INR|ISK|JPY|KRW|MXN|MYR|NOK|NZD|PHP|PLN|RON|RSD|RUB|SAR|SEK|SGD|THB|TRY|TWD|UAH|USD|VND|ZAR';
const CURRENCY = String.raw`(?:US|HK|NT|NZ|[ACRS])?[\p{Sc}]|(?:${ISO_CURRENCIES})|S?Fr\.|kr\.?|zł|Kč|Ft|Rs\.?|руб\.?|元|円`;
/** What plain numbers, dates and times are not made of. */
const UNUSUAL = /[^-+0-9.,:/ TZ]/;
const SIGN = new RegExp(`(?<![\\p{L}])(?:${CURRENCY}|%)(?![\\p{L}])`, 'gu');
const MINUS = '−–—‐‑﹣－';
/** Digits and marks of full width, and those of Arabic and Persian. */
const WIDE = {
  from: '０１２３４５６７８９．，＋％（）٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬',
  to: '0123456789.,+%()01234567890123456789.,',
};
const BLANK = String.raw`[ \t\x{a0}\x{2007}\x{2009}\x{202f}\x{3000}\x{feff}]`;

/** Patterns that JavaScript and RE2 read alike, and what stands in place of a match. */
const RULES: readonly Rule[] = [
  [`^${BLANK}+`, ''],
  [`${BLANK}+$`, ''],
  [`^[(]${BLANK}*(.*[0-9].*?)${BLANK}*[)]$`, String.raw`-\1`],
  // Whole sums: 1.234,- and 5.--
  [`^(.*[0-9])[.,]-{1,2}$`, String.raw`\1`],
  [`^([0-9.,].*)${BLANK}?-$`, String.raw`-\1`],
  [`^([-+])${BLANK}+`, String.raw`\1`],
  // Exponents of Fortran: 1.5D+02.
  ['^(.*[0-9.])[dD]([-+][0-9]{1,3})$', String.raw`\1e\2`],
];

type Rule = readonly [pattern: string, by: string];

function rulesOf(sign: string): readonly Rule[] {
  if (sign === '') return RULES;
  const escaped = sign.replace(/[$.]/g, String.raw`\$&`);
  return [
    [`^(${BLANK}*[-+(]*)${BLANK}*${escaped}${BLANK}*`, String.raw`\1`],
    [`${BLANK}*${escaped}${BLANK}*([-)]*${BLANK}*)$`, String.raw`\1`],
    ...RULES,
  ];
}

const NEEDED = new RegExp(`[${MINUS}${WIDE.from}(]|^[-+]\\s|[0-9]\\s?-$|[.,]--?$|[0-9.][dD][-+][0-9]`, 'u');
const WIDE_SIGN = new RegExp(`[${WIDE.from}]`, 'g');
const MINUS_SIGN = new RegExp(`[${MINUS}]`, 'g');
const inScript = (pattern: string): RegExp =>
  new RegExp(pattern.replace(/\\x\{([0-9a-f]+)\}/g, String.raw`\u{$1}`), 'u');

/**
 * Reads numbers as they stand in books and on screens: `(1,234)`, `1.234,00-`, `−3,5`, `- 5`, `$ 5`, `5.-`, full-width digits.
 * @param sign the currency or `%` that may stand before a number or behind it; `%` has to
 * @returns gives a cell as a plain number, or as it is where it holds nothing of this
 */
export function plainNumbers(sign: string): (cell: string) => string {
  const rules = rulesOf(sign).map(([pattern, by]) => [inScript(pattern), by.replaceAll('\\', '$')] as const);
  return (cell) => {
    const isSigned = sign !== '' && cell.includes(sign);
    if ((!isSigned && !NEEDED.test(cell)) || (!isSigned && sign === '%')) return cell;
    const ascii = cell.replace(WIDE_SIGN, (letter) => WIDE.to[WIDE.from.indexOf(letter)] ?? letter);
    return rules.reduce((text, [pattern, by]) => text.replace(pattern, by), ascii.replace(MINUS_SIGN, '-'));
  };
}

/**
 * The same in SQL.
 * @param c a cell, as SQL
 * @param sign the currency or `%` that may stand before a number or behind it; without a `%` that has to there is no number
 */
export function plainNumberSql(c: string, sign: string): string {
  const [from, to] = [WIDE.from + MINUS, WIDE.to + '-'.repeat([...MINUS].length)];
  const ascii = `translate(${c}, ${literal(from)}, ${literal(to)})`;
  const plain = rulesOf(sign).reduce(
    (text, [pattern, by]) => `regexp_replace(${text}, ${literal(pattern)}, ${literal(by)})`,
    ascii,
  );
  return sign === '%' ? `CASE WHEN contains(${c}, '%') THEN ${plain} END` : plain;
}

/**
 * The one currency of some cells, or the `%` that stands in each of them.
 * @param cells without blanks around them
 * @returns empty for none, or for several
 */
export function commonSign(cells: readonly string[]): string {
  if (!cells.some((cell) => UNUSUAL.test(cell))) return '';
  const numbers = [...new Set(cells)].filter((cell) => /[0-9０-９]/.test(cell));
  const signs = numbers.map((cell) => (UNUSUAL.test(cell) ? (cell.match(SIGN) ?? []) : []));
  const different = new Set(signs.flat());
  const [sign = ''] = different;
  if (different.size !== 1) return '';
  return sign === '%' && signs.some(({ length }) => length === 0) ? '' : sign;
}
