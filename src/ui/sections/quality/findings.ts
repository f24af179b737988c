import type { Finding, Report } from '../../../facts/document.ts';

const rank: Record<Finding['severity'], number> = { high: 0, medium: 1, low: 2 };
const sameAs = ({ text, column, side }: Finding) => JSON.stringify([text, column, side]);

/** Everything that was found, each once, worst first; the document's own order within a severity. */
export function rankedFindings({ dataset, columns }: Report): Finding[] {
  const all = [
    ...dataset.findings,
    ...columns.flatMap(({ name, drift }) => (drift?.findings ?? []).map((finding) => ({ ...finding, column: name }))),
  ];
  const once = new Map(all.map((finding) => [sameAs(finding), finding]));
  return [...once.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}
