import type { FeatureResult } from '../../../../facts/document/model/features.ts';
import type { Config } from '../../../../facts/settings/settings.ts';
import { behavesDifferently } from '../../../../report/findings/model/concept-drift.ts';
import type { ReportColumn, ReportPerformance } from '../../../../facts/document/document.ts';
import { share } from '../../../../words/format.ts';
import { words } from '../../../../words/words.ts';

const texts = words.sections.features;

export type Measured = Extract<ReportPerformance, { state: 'measured' }>;

/** The most that a feature explains of the error in either file. */
const largestShare = ({ explained }: FeatureResult) => Math.max(explained.current ?? 0, explained.reference ?? 0);

/** Features that explain most of the error first. */
export const rankedFeatures = (features: readonly FeatureResult[]): FeatureResult[] =>
  features.toSorted((a, b) => largestShare(b) - largestShare(a));

export const explainedText = (value: number | null | undefined): string => share(value);

/** What became of the relation to the target. */
export function relationOf(
  { concept }: FeatureResult,
  task: Measured['task'],
  config: Config,
): keyof typeof texts.relations {
  if (concept === null) return 'unknown';
  if ('notTested' in concept) return 'notTested';
  return behavesDifferently(concept, task, config) ? 'different' : 'same';
}

/** The same as a sentence, with what it rests on; empty where there is no target. */
export function relationSentence(
  { concept, name }: FeatureResult,
  task: Measured['task'],
  { config, columns }: { config: Config; columns: readonly ReportColumn[] },
): string {
  if (concept === null) return '';
  if ('notTested' in concept) return texts.relationSentence.notTested;
  const tested = { size: words.findings.conceptSize(concept.effect, task), qValue: concept.qValue };
  if (!behavesDifferently(concept, task, config)) return texts.relationSentence.same(tested);
  const state = columns.find((column) => column.name === name)?.drift?.state;
  return texts.relationSentence.different({ ...tested, changed: state === 'changed' });
}
