import { PlumblineError } from '../../../facts/statements/errors.ts';
import type { Report } from '../../../facts/document/document.ts';
import { checkedReport, parsedJson } from '../../../report/checked-report.ts';
import { blockOf, MOST_DOCUMENT_BYTES, readBlock } from '../../saving/block.ts';

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

/**
 * Reads a saved report, in the words that it came with.
 * @throws PlumblineError that says what is wrong and where
 */
export async function readSavedReport(file: Blob): Promise<Report> {
  if (file.size > MOST_DOCUMENT_BYTES) {
    throw new PlumblineError('not-a-report', { problem: 'too-large', limit: MOST_DOCUMENT_BYTES });
  }
  const text = await file.text();
  return checkedReport(page.test(text) ? await documentIn(text) : parsedJson(text));
}

/** The document in a page of its own. */
async function documentIn(html: string): Promise<unknown> {
  const block = blockOf(html);
  const carried = block === null ? null : await readBlock(block).catch(() => null);
  if (carried === null) throw new PlumblineError('not-a-report', { problem: 'cut-off-page' });
  return carried.report;
}
