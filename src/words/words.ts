import { en } from './en/en.ts';
import { inLanguage } from './in-language.ts';

/** What a translation has to hold: a file that satisfies this type is a language. */
export type Catalogue = typeof en;

/** Every text that people read, in the language of the page. */
export const words: Catalogue = inLanguage({ en });
