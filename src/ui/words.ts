import type { Effect } from '../facts/results.ts';
import type { DriftState, Finding, Report, ReportColumn } from '../facts/document.ts';
import { unitWords, type SidesWords } from '../report/side-words.ts';
import { effect, number, share } from '../words/format.ts';

/** A column that the run has not come to is pending. */
export type RowState = DriftState | 'pending';

export const stateOf = (column: ReportColumn): RowState => column.drift?.state ?? 'pending';

export const severityName: Record<Finding['severity'], string> = { high: 'High', medium: 'Medium', low: 'Low' };

/** Methods as the screen calls them, by their names in the document. */
export const methodNames: Record<string, string> = {
  wasserstein: 'Wasserstein distance',
  total_variation: 'Total variation distance',
  ks: 'Kolmogorov–Smirnov test',
  mann_whitney: 'Mann–Whitney test',
  welch: 'Welch’s t test',
  chi_square: 'Chi-square test',
  g_test: 'G test',
  fisher_exact: 'Fisher’s exact test',
  chi_square_permutation: 'Chi-square test by permutation',
  psi: 'Population stability index',
  jensen_shannon: 'Jensen–Shannon distance',
  hellinger: 'Hellinger distance',
  pearson: 'Pearson',
  spearman: 'Spearman',
  cramers_v: 'Cramér’s V',
};

export const methodName = (method: string) => methodNames[method] ?? method.replaceAll('_', ' ');

/** A size in its unit, as short as a table cell: "0.31 σ", "12%". */
export function inUnit({ value, unit }: Pick<Effect, 'value' | 'unit'>, words: SidesWords): string {
  if (/standard deviation/.test(unit)) return `${effect(value)} σ`;
  if (/share/.test(unit)) return share(value);
  return `${number(value)} ${unitWords(unit, words)}`;
}

/** A name no longer than a title can carry; its middle is the part that is missed least. */
export const shortName = (name: string, most = 72) => {
  const letters = [...name];
  return letters.length <= most
    ? name
    : `${letters.slice(0, most / 2).join('')}…${letters.slice(1 - most / 2).join('')}`;
};

/** What the browser's tab says. */
export const titleOf = (report: Report | null) =>
  report ? `${report.inputs.current?.name ?? 'Report'} · Plumbline` : 'Plumbline';
