import { expandReport, type CompactReport } from '../../report/page/compact.ts';
import type { Cover } from '../../report/page/cover.ts';
import type { Report } from '../../facts/document/document.ts';
import { unpacked } from './pack.ts';

/** What the block of a report's own page holds. */
export interface Carried {
  cover: Cover;
  report: CompactReport;
}

const BLOCK = /<script type="application\/gzip" id="plumbline-report">\s*([A-Za-z0-9+/=]+)\s*<\/script>/;

/** The block of a page; null where there is none. */
export const blockOf = (html: string): string | null => BLOCK.exec(html)?.[1] ?? null;

/** Far above any report; a text must not unpack to what no tab can hold. */
export const MOST_DOCUMENT_BYTES = 2 ** 27;

/** @throws Error where the block is cut off, or too large */
export async function readBlock(block: string): Promise<{ cover: Cover; report: Report }> {
  const { cover, report } = JSON.parse(await unpacked(block, MOST_DOCUMENT_BYTES)) as Carried;
  return { cover, report: expandReport(report) };
}
