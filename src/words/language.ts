/** Languages that there are words in. `xx` is no language: every text of it is marked, so that a text from elsewhere shows. */
export const LANGUAGES = ['en', 'xx'] as const;
export type Language = (typeof LANGUAGES)[number];

const isLanguage = (text: string | null): text is Language => LANGUAGES.some((known) => known === text);

/** The language that an address asks for (`?lang=xx`); English where it names none that there is. */
export function languageOf(search: string): Language {
  const asked = new URLSearchParams(search).get('lang');
  return isLanguage(asked) ? asked : 'en';
}

/** Days before months and 24 hours, where a reader has no variety of English of their own. */
const ELSEWHERE = { en: 'en-GB' } as const;

/**
 * The locale that numbers and dates are written in: the reader's own variety of the language of the words, so that a
 * sentence never has the decimal mark of another language than the rest of it.
 * @param language of the words
 * @param wanted what the reader's browser asks for, best first
 */
export function localeOf(language: Language, wanted: readonly string[]): string {
  const base = language === 'xx' ? 'en' : language;
  return wanted.find((candidate) => candidate === base || candidate.startsWith(`${base}-`)) ?? ELSEWHERE[base];
}

// Workers and tests have no page, and speak plain English.
const page = typeof document === 'undefined' ? null : globalThis;

export const language = languageOf(page?.location.search ?? '');
export const locale = page === null ? 'en' : localeOf(language, page.navigator.languages);
