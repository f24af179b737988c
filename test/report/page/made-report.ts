import { readFileSync } from 'node:fs';
import type { Report } from '../../../src/report/document.ts';
import { parseReport } from '../../../src/report/parse.ts';

/** A report of 120 rows a side whose every private value begins with "secret" or is 987654321. */
export const madeReport = (): Report =>
  parseReport(readFileSync(new URL('./made-report.json', import.meta.url), 'utf8'));
