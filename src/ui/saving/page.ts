import { compactReport } from '../../report/page/compact.ts';
import { coverOf } from '../../report/page/cover.ts';
import { resolvePageOptions, type PageOptions } from '../../report/page/options.ts';
import { onlySections } from '../../report/page/only-sections.ts';
import { withoutRows } from '../../report/page/without-rows.ts';
import type { Report } from '../../facts/document/document.ts';
import type { Carried } from './block.ts';
import { packed } from './pack.ts';
import { pageTemplate } from './template.ts';

/**
 * The report as one HTML file that needs nothing else.
 * @throws PlumblineError for options that cannot be used
 */
export async function writePage(report: Report, options?: PageOptions): Promise<Blob> {
  const resolved = resolvePageOptions(options);
  const shown = onlySections(resolved.exampleRows ? report : withoutRows(report), resolved.sections);
  const cover = coverOf(shown, resolved);
  const carried: Carried = { cover, report: compactReport(shown) };
  const [template, data] = await Promise.all([pageTemplate(), packed(JSON.stringify(carried))]);
  const parts: Record<string, string> = {
    TITLE: escaped(cover.title),
    SUMMARY: escaped(report.verdict.headline ?? report.verdict.summary),
    DATA: data,
  };
  // In one pass: what is put in is not looked at again.
  const html = template.replace(/%%(TITLE|SUMMARY|DATA)%%/g, (_, part: string) => parts[part] ?? '');
  return new Blob([html], { type: 'text/html' });
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
