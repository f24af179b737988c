import { PlumblineError } from '../../facts/statements/errors.ts';
import { parseReport } from '../../report/parse.ts';
import type { Report } from '../../facts/document/document.ts';
import { blockOf, readBlock } from '../saving/block.ts';

const head = 65_536;
const json = /^[\s\uFEFF]*\{/;
const page = /^[\s\uFEFF]*<!doctype html>/i;

/** A saved report is known by what it says of itself, not by its name; what cannot be opened is told when it is read. */
export async function isSavedReport(file: Blob): Promise<boolean> {
  const start = await file
    .slice(0, head)
    .text()
    .catch(() => '');
  if (page.test(start)) return start.includes('<meta name="generator" content="plumbline-report/');
  return json.test(start) && /"format"\s*:\s*"plumbline-report\//.test(start);
}

export async function readSavedReport(file: File): Promise<Report> {
  try {
    const text = await file.text();
    return parseReport(page.test(text) ? await documentIn(text) : text);
  } catch (error) {
    throw Object.assign(error instanceof Error ? error : new Error(String(error)), { file: file.name });
  }
}

/** The document in a page of its own. */
async function documentIn(html: string): Promise<string> {
  const block = blockOf(html);
  const carried = block === null ? null : await readBlock(block).catch(() => null);
  if (carried === null) throw new PlumblineError('not-a-report', { problem: 'cut-off-page' });
  return JSON.stringify(carried.report);
}
