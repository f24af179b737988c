/** Languages that there are words in. `xx` is no language: every text of it is marked, so that a text from elsewhere shows. */
export const LANGUAGES = ['en', 'xx'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of a name; undefined where there is none. */
export const languageNamed = (name: string | null | undefined): Language | undefined =>
  LANGUAGES.find((known) => known === name);

/** The language that an address asks for (`?lang=xx`); English where it names none that there is. */
export const languageOf = (search: string): Language => languageNamed(new URLSearchParams(search).get('lang')) ?? 'en';

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

// Workers and tests have no page, and speak plain English; the package's command says what it speaks.
const page = typeof document === 'undefined' ? null : globalThis;

export let language = languageOf(page?.location.search ?? '');
export const locale = page === null ? 'en' : localeOf(language, page.navigator.languages);

/**
 * Chooses the language where there is no page. Words and formats are made once, so this comes before any of them is
 * imported.
 */
export function speak(chosen: Language): void {
  language = chosen;
}
