import type { Report } from '../../facts/document/document.ts';
import { sampleDetail } from '../../report/verdict/sampled.ts';
import { words } from '../../words/words.ts';

/** What stands under a picture that leaves the page. */
export function sourceLine(report: Report | null): string {
  if (!report) return 'Plumbline';
  const { reference, current } = report.inputs;
  return words.figures.source({
    files: [current, reference].flatMap((input) => (input ? [input.name] : [])),
    sampled:
      sampleDetail(report.inputs, {
        ...(report.filter && { filter: report.filter.values }),
        ...(report.split && { split: report.split.values }),
      }).length > 0,
    chosen: [report.split, report.filter].flatMap((rows) => (rows ? [rows.text] : [])),
    createdAt: report.createdAt,
    version: report.app.version,
  });
}
