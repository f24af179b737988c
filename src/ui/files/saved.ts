import { parseReport } from '../../report/parse.ts';
import type { Report } from '../../report/document.ts';

const head = 65_536;

/** A saved report is known by what it says of itself, not by its name; what cannot be opened is told when it is read. */
export async function isSavedReport(file: Blob): Promise<boolean> {
  const start = await file
    .slice(0, head)
    .text()
    .catch(() => '');
  return /^[\s\uFEFF]*\{/.test(start) && /"format"\s*:\s*"plumbline-report\//.test(start);
}

export async function readSavedReport(file: File): Promise<Report> {
  try {
    return parseReport(await file.text());
  } catch (error) {
    throw Object.assign(error instanceof Error ? error : new Error(String(error)), { file: file.name });
  }
}
