import type { Report } from '../../facts/document.ts';
import { sampleDetail } from '../../report/verdict/sampled.ts';
import { createdAt } from '../../words/format.ts';

/** What stands under a picture that leaves the page. */
export function sourceLine(report: Report | null): string {
  if (!report) return 'Plumbline';
  const { reference, current } = report.inputs;
  const files = [current, reference].flatMap((input) => (input ? [input.name] : [])).join(' against ');
  const sampled = sampleDetail(report.inputs).length === 0 ? '' : ' · sample';
  return `${files}${sampled} · ${createdAt(report.createdAt)} · Plumbline ${report.app.version}`;
}
