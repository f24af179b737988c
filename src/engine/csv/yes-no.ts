/** Words for yes and no as files spell them, in small letters. */
const YES = new Set([
  'true',
  't',
  'yes',
  'y',
  'ja',
  'j',
  'oui',
  'si',
  'sí',
  'sim',
  'on',
  'ein',
  'wahr',
  'vrai',
  'vero',
  'да',
  '1',
  '1.0',
]);
const NO = new Set([
  'false',
  'f',
  'no',
  'n',
  'nein',
  'non',
  'não',
  'off',
  'aus',
  'falsch',
  'faux',
  'falso',
  'нет',
  '0',
  '0.0',
]);
/** A column of other words has more than these soon. */
const MOST_WORDS = 12;

/** All of them that mean the same. */
export const YES_NO = { yes: [...YES], no: [...NO] } as const;

/**
 * The different cells of a column, as they are written, where all of them mean yes or no; empty where one does not.
 * @param cells without blanks around them
 */
export function yesNoWords(cells: readonly string[]): string[] {
  const words = new Set<string>();
  for (const cell of cells) {
    if (words.has(cell)) continue;
    const word = cell.toLowerCase();
    if ((!YES.has(word) && !NO.has(word)) || words.size === MOST_WORDS) return [];
    words.add(cell);
  }
  return [...words];
}

/**
 * Whether a word for yes or no is a number.
 * @param word as it is written
 */
export const isDigit = (word: string): boolean => /^[01](?:\.0)?$/.test(word);
