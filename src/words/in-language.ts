import { language, type Language } from './language.ts';
import { pseudo } from './pseudo.ts';

/** The catalogue of the language that is spoken, of one for each; the pseudo-language is made from the English one. */
export const inLanguage = <T>(catalogues: Record<Exclude<Language, 'xx'>, T>): T =>
  language === 'xx' ? pseudo(catalogues.en) : catalogues[language];
