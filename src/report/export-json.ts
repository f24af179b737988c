import type { Report } from '../facts/document/document.ts';

/** The document as text: numbers at full precision, a line a value so that two reports can be compared. */
export const exportJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
