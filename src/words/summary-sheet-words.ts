import { summarySheet } from './en/summary-sheet.ts';
import { inLanguage } from './in-language.ts';

/** What the sheet for data that stay where they are says; apart from `words`, since the start screen does without it. */
export const summarySheetWords = inLanguage({ en: summarySheet });
