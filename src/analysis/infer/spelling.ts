/**
 * A text without what people write now this way, now that: case, accents, and blanks around it or doubled. Texts of one key are
 * spellings of one thing.
 */
export const spellingKey = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').replaceAll(/\s+/g, ' ').trim();
