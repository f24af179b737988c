import { command } from './en/command.ts';
import { inLanguage } from './in-language.ts';

/** What the package's command prints, in the language that it is called with; apart from `words`, so that no page carries it. */
export const commandWords = inLanguage({ en: command });
