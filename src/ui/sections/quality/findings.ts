import type { Finding, Report } from '../../../facts/document.ts';

const rank: Record<Finding['severity'], number> = { high: 0, medium: 1, low: 2 };
/** A column's findings stand with it and with the whole file. */
const identityOf = ({ kind, column, side, values, value }: Finding) =>
  JSON.stringify([kind, column, side, values ?? value]);

/** Everything that was found, each once, worst first; the document's own order within a severity. */
export function rankedFindings({ dataset, columns }: Report): Finding[] {
  const all = [
    ...dataset.findings,
    ...columns.flatMap(({ name, drift }) => (drift?.findings ?? []).map((finding) => ({ ...finding, column: name }))),
  ];
  const once = new Map(all.map((finding) => [identityOf(finding), finding]));
  return [...once.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}
