import { en } from './en/en.ts';
import { language, type Language } from './language.ts';
import { pseudo } from './pseudo.ts';

/** What a translation has to hold: a file that satisfies this type is a language. */
export type Catalogue = typeof en;

const catalogues: Record<Language, () => Catalogue> = { en: () => en, xx: () => pseudo(en) };

/** Every text that people read, in the language of the page. */
export const words: Catalogue = catalogues[language]();
