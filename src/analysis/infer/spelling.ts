/** Letters without accents or variants of width, blanks only where they count. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A text without what people write now this way, now that: case, accents, and blanks around it or doubled. Texts of one key are
 * spellings of one thing.
 */
export const spellingKey = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replaceAll(/\p{M}/gu, '')
        .toLowerCase()
        .replaceAll('ß', 'ss')
        .replaceAll(/\s+/g, ' ')
        .trim();
