import { render } from 'svelte/server';
import type { Report } from '../../src/facts/document/document.ts';
import { metricsCsv, metricsMarkdown, metricsOf, openMetrics } from '../../src/report/metrics/views.ts';
import { compactReport, expandReport } from '../../src/report/page/compact.ts';
import { withoutRows } from '../../src/report/page/without-rows.ts';
import { sectionsOf } from '../../src/ui/sections/sections.ts';
import InPlace from '../ui/InPlace.svelte';

// Figures ask whether they could be copied.
Object.assign(globalThis, { isSecureContext: false });

/** All that the page makes of a report: its sections, its numbers for others, its form for a file. Returns how many letters that took. */
export function drawn(report: Report): number {
  const texts = [metricsCsv(metricsOf(report)), metricsMarkdown(report), openMetrics(report)];
  texts.push(JSON.stringify(expandReport(compactReport(withoutRows(report)))));
  for (const section of sectionsOf(report)) texts.push(render(InPlace, { props: { section, report } }).body);
  return texts.reduce((sum, { length }) => sum + length, 0);
}
