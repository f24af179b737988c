import { elementAt } from '../../../../facts/element-at.ts';
import type { FeatureBins } from '../../../../facts/performance.ts';
import { words } from '../../../../words/words.ts';

const texts = words.sections.features.bins;

/** What the bins of a feature hold. */
export const binNames = (bins: FeatureBins): string[] =>
  bins.kind === 'categorical'
    ? [...bins.names, ...(bins.others ? [texts.others] : [])]
    : bins.edges.slice(1).map((high, i) => texts.range(elementAt(bins.edges, i), high));
