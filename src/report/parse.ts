import type { Report } from '../facts/document/document.ts';
import { checkedReport, parsedJson } from './checked-report.ts';
import { wordReport } from './wording/word-report.ts';

/**
 * Reads a saved document.
 * @throws PlumblineError that says what is wrong and where
 */
export const parseReport = (text: string): Report => wordReport(checkedReport(parsedJson(text)));
