import { readFileSync } from 'node:fs';
import type { Report } from '../../../src/facts/document/document.ts';
import { parseReport } from '../../../src/report/parse.ts';

/** The report on `e2e/saving/secrets.ts`, as the app made it: every text in it that points at a single row begins with "secret". */
export const madeReport = (): Report =>
  parseReport(readFileSync(new URL('./made-report.json', import.meta.url), 'utf8'));
