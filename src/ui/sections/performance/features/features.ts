import type { FeatureResult } from '../../../../facts/performance.ts';
import type { Config } from '../../../../facts/settings.ts';
import { behavesDifferently } from '../../../../report/findings/concept-drift.ts';
import type { ReportColumn, ReportPerformance } from '../../../../facts/document.ts';
import { pValue, share } from '../../../../words/format.ts';
import { words } from '../../../../words/words.ts';

export type Measured = Extract<ReportPerformance, { state: 'measured' }>;

/** The most that a feature explains of the error in either file. */
const most = ({ explained }: FeatureResult) => Math.max(explained.current ?? 0, explained.reference ?? 0);

/** Features that explain most of the error first. */
export const rankedFeatures = (features: readonly FeatureResult[]): FeatureResult[] =>
  features.toSorted((a, b) => most(b) - most(a));

export const explainedText = (value: number | null | undefined): string => share(value);

/** What became of the relation to the target, in a table's cell. */
export function relationText({ concept }: FeatureResult, config: Config): string {
  if (concept === null) return '–';
  if ('notTested' in concept) return 'Not tested';
  return behavesDifferently(concept, config) ? 'Behaves differently' : 'As before';
}

/** The same as a sentence, with what it rests on. */
export function relationSentence(
  feature: FeatureResult,
  task: Measured['task'],
  { config, columns }: { config: Config; columns: readonly ReportColumn[] },
): string {
  const { concept, name } = feature;
  if (concept === null) return '';
  if ('notTested' in concept) return `Whether the target depends on it as before was not tested: ${concept.notTested}.`;
  const numbers = `${words.findings.conceptSize(concept.effect, task)}; q = ${pValue(concept.qValue)}`;
  if (!behavesDifferently(concept, config)) {
    return `The target depends on it as it did, but for a shift that is the same everywhere (differences of ${numbers}).`;
  }
  const own = columns.find((column) => column.name === name)?.drift?.state;
  const itself = own === 'changed' ? 'Its own distribution changed as well.' : 'Its own distribution did not change.';
  return `At the same values of it the target is another than before (${numbers}). ${itself}`;
}
