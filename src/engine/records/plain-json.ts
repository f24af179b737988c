import type { JsonManner } from '../../facts/statements/reading.ts';

const COMMENT = String.raw`\/\/[^\n\r]*|#[^\n\r]*|\/\*[^]*?\*\/`;
/** What stands around the one value where it is a program: a call of a function, or a name that it is given to. */
const AROUND = /^\s*(?:export\s+default\s+|(?:(?:var|let|const)\s+)?[\w.$]+\s*=\s*|[\w.$]+\s*\(\s*)(?=[[{])/;
const BEHIND = /\)?\s*;?\s*$/;
const COMMENTS_BEFORE = new RegExp(String.raw`^(?:\s*(?:${COMMENT}))+`);
const COMMENT_INSIDE = new RegExp(String.raw`^(\s*[[{]\s*)(?:(?:${COMMENT})\s*)+`);

const TOKENS = new RegExp(
  [
    String.raw`(?<text>"(?:[^"\\]|\\[^])*")`,
    String.raw`(?<single>'(?:[^'\\]|\\[^])*')`,
    `(?<comment>${COMMENT})`,
    String.raw`(?<number>[+-]?(?:\d|\.\d)[\w.]*(?:(?<=\d[eE])[+-]\d+)?)`,
    String.raw`(?<word>[A-Za-z_$][\w$]*)(?<colon>\s*:)?`,
    String.raw`(?<comma>,)(?=(?:\s|${COMMENT})*[}\]])`,
  ].join('|'),
  'g',
);

/** Words of other languages for those that JSON has. */
const WORDS: Readonly<Partial<Record<string, string>>> = {
  ...{ True: 'true', False: 'false', None: 'null', undefined: 'null', nan: 'NaN' },
};

/**
 * The start of a text without what programs and people write around JSON: comments, a call, a name that it is given to.
 * @param start of a text
 */
export function withoutPreface(start: string): string {
  const bare = start.replace(COMMENTS_BEFORE, '').replace(AROUND, '');
  return bare.replace(COMMENT_INSIDE, '$1');
}

/**
 * Whether a text starts with a comment whose end, or what stands behind it, is not in it.
 * @param start of a text
 */
export const endsInComments = (start: string): boolean =>
  /^\s*(?:\/\/|#|\/\*)/.test(start) &&
  start
    .replace(COMMENTS_BEFORE, '')
    .trim()
    .replace(/^\/\*[^]*$/, '') === '';

/**
 * JSON as JavaScript, Python and people write it, as JSON: comments, single quotes, names without quotes, commas before a bracket, words
 * (`None`, `True`), numbers such as `.5` and `0x1f`, and a call or an assignment around it all.
 * @param text any
 * @returns the text, and what was done to it: nothing where it held nothing of this
 */
export function plainJson(text: string): { text: string; manners: JsonManner[] } {
  const manners = new Set<JsonManner>();
  const opened = text.replace(COMMENTS_BEFORE, () => {
    manners.add('comments');
    return '';
  });
  const inner = AROUND.test(opened) ? opened.replace(AROUND, '').replace(BEHIND, '') : opened;
  if (inner !== opened) manners.add('program');
  const plain = inner.replace(TOKENS, (...match) => plainToken(match.at(-1) as Token, manners));
  return { text: plain, manners: [...manners] };
}

type Token = Partial<Record<'text' | 'single' | 'comment' | 'number' | 'word' | 'colon' | 'comma', string>>;

function plainToken(
  { text, single, comment, number, word = '', colon, comma }: Token,
  manners: Set<JsonManner>,
): string {
  const changed = (manner: JsonManner, plain: string): string => {
    manners.add(manner);
    return plain;
  };
  if (text !== undefined) return text;
  if (single !== undefined) return changed('single-quotes', doubleQuoted(single.slice(1, -1)));
  if (comment !== undefined) return changed('comments', '');
  if (comma !== undefined) return changed('commas', '');
  if (number !== undefined) return plainNumber(number, (plain) => changed('words', plain));
  if (colon !== undefined) return changed('bare-names', `"${word}"${colon}`);
  const known = WORDS[word];
  return known === undefined ? word : changed('words', known);
}

/** A text between single quotes, between double ones. */
const doubleQuoted = (single: string): string =>
  `"${single.replace(/\\([^])|"|\n/g, (found, escaped: string | undefined) => {
    if (escaped === "'") return "'";
    if (escaped === '\n') return '';
    if (escaped === 'x') return String.raw`\u00`;
    return found === '"' ? String.raw`\"` : found === '\n' ? String.raw`\n` : found;
  })}"`;

function plainNumber(number: string, changed: (plain: string) => string): string {
  if (/^[+-]?0[xX][0-9a-fA-F]+$/.test(number)) {
    const value = String(Number(number.replace(/^[+-]/, '')));
    return changed(number.startsWith('-') ? `-${value}` : value);
  }
  const plain = number
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.(?![0-9])/, '');
  return plain === number ? number : changed(plain);
}
