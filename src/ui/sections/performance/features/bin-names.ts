import type { FeatureBins } from '../../../../facts/document/model/features.ts';
import { elementAt } from '../../../../facts/element-at.ts';
import { words } from '../../../../words/words.ts';

const texts = words.sections.features;

/** What each bin of a feature holds: a category, or a range of numbers. */
export const binNames = (bins: FeatureBins): string[] =>
  bins.kind === 'categorical'
    ? [...bins.names, ...(bins.others ? [texts.otherCategories] : [])]
    : bins.edges.slice(1).map((high, i) => texts.range({ low: elementAt(bins.edges, i), high }));
