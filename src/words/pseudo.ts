/** Marks around every text of the pseudo-language. */
export const MARKS = { open: '⟦', close: '⟧' } as const;

const marked = (text: string): string => (text === '' ? '' : `${MARKS.open}${text}${MARKS.close}`);

/**
 * A catalogue in which every text is marked: texts, what functions return, and the same inside objects and lists. With
 * it on the screen, a text without marks did not come from the catalogue.
 * @param words a catalogue, or a part of one
 */
export function pseudo<T>(words: T): T {
  if (typeof words === 'string') return marked(words) as T;
  if (typeof words === 'function') {
    const say = words as unknown as (...values: unknown[]) => unknown;
    return ((...values: unknown[]) => pseudo(say(...values))) as T;
  }
  if (Array.isArray(words)) return words.map((entry: unknown) => pseudo(entry)) as T;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, pseudo(value)])) as T;
}
